namespace ChainRule.Cli;

/// <summary>Reads the value of an option; false if the text is none of those allowed.</summary>
internal delegate bool Reading<T>(string text, out T value);
