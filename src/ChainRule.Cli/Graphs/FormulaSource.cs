namespace ChainRule.Cli;

/// <summary>Where a formula comes from: the command line, a file, or a pipe.</summary>
internal static class FormulaSource
{
    // More than a formula may have, so that it is refused with its own message.
    private const int Most = 20_000;

    /// <summary>Reads a formula.</summary>
    /// <param name="text">The formula, the path of a file with it, or - for standard input.</param>
    /// <exception cref="WrongInputException">It is none.</exception>
    public static Expression Read(string text)
    {
        string formula = text == "-" ? Text(Console.In) : File.Exists(text) ? OfFile(text) : text;
        try
        {
            return Expression.Parse(formula);
        }
        catch (ExpressionException wrong)
        {
            string message = Directory.Exists(text) ? $"{text} is a folder: give a formula, or a file with one"
                : IsFileName(text) ? $"there is no file {text}, and as a formula: {ErrorText.Of(wrong)}"
                : ErrorText.Of(wrong);
            throw new WrongInputException(message, wrong.Snippet);
        }
    }

    // A name with an ending of letters; there is no such formula.
    private static bool IsFileName(string text) =>
        !text.Contains('\n') && !File.Exists(text) && Path.GetExtension(text) is [_, .. var ending]
        && ending.Length is > 0 and < 5 && ending.All(char.IsAsciiLetter);

    private static string OfFile(string path)
    {
        using StreamReader reader = File.OpenText(path);
        return Text(reader);
    }

    private static string Text(TextReader reader)
    {
        var buffer = new char[Most];
        return new(buffer, 0, reader.ReadBlock(buffer));
    }
}
