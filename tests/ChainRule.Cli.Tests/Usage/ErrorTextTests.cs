namespace ChainRule.Cli.Tests;

public sealed class ErrorTextTests
{
    [Theory]
    [InlineData("The file is missing.", "the file is missing")]
    [InlineData("MNIST: no file.", "MNIST: no file")]
    [InlineData("Two lines.\r\n  Both count.", "two lines. Both count")]
    [InlineData("A", "A")]
    [InlineData("", "")]
    public void A_message_becomes_one_line_in_lower_case_without_a_full_stop(string message, string expected) =>
        Assert.Equal(expected, ErrorText.Of(new InvalidOperationException(message)));
}
