using System.Text;

namespace ChainRule.Testing;

/// <summary>The texts of errors, each below what led to it, to be compared with approved ones.</summary>
internal sealed class ErrorList
{
    private readonly StringBuilder _text = new();

    public void Add(string cause, Action action, string? hiddenFolder = null)
    {
        Exception? error = Record.Exception(action);
        Assert.True(error is not null, $"No error: {cause}.");
        string message = hiddenFolder is null ? error.Message : error.Message.Replace(hiddenFolder, "<folder>");
        _text.Append(cause).Append('\n').Append("    ").Append(error.GetType().Name).Append(": ")
            .Append(message.ReplaceLineEndings(" ")).Append("\n\n");
    }

    public override string ToString() => _text.ToString();
}
