using System.Runtime.CompilerServices;

namespace ChainRule.Testing;

/// <summary>
/// Compares text with the file <c>TestClass.test_name.approved.txt</c> beside the test. If they differ, the text lands
/// in <c>….received.txt</c>: read the difference, and rename the file if it is right. With the environment variable
/// <c>CHAINRULE_APPROVE=1</c> all approved files are rewritten instead; then read their differences before committing.
/// </summary>
internal static class Approved
{
    public static void Verify(
        string text, [CallerFilePath] string testFile = "", [CallerMemberName] string testName = "")
    {
        string stem = $"{Path.ChangeExtension(testFile, null)}.{testName}";
        string approved = $"{stem}.approved.txt";
        string received = $"{stem}.received.txt";
        string actual = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        string expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        if (Environment.GetEnvironmentVariable("CHAINRULE_APPROVE") == "1")
        {
            File.WriteAllText(approved, actual);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.Fail($"The text differs from the approved one; compare {received} with {approved}.\n{actual}");
    }
}
