namespace ChainRule.Cli;

/// <summary>An option that can say which values it takes.</summary>
internal interface ISetting
{
    /// <summary>The values it takes, to follow "must be".</summary>
    string Allowed { get; }

    /// <summary>The value it has when it is not given, as it would be typed; null if there is none.</summary>
    string? Standard { get; }
}
