namespace ChainRule.Formats;

/// <summary>
/// The file was found and could be opened, but its content is not what it should be: cut off, damaged, of another
/// format, or of another kind than asked for. The message names the file, what was expected, what was found and what
/// to do about it.
/// </summary>
/// <remarks>
/// Errors of the system (a missing file, a full disk, a missing permission) stay the exceptions that .NET has for them.
/// </remarks>
public sealed class InvalidFileException : IOException
{
    /// <summary>Creates the error about one file.</summary>
    /// <param name="fileName">The file as the user named it.</param>
    /// <param name="problem">What was expected, what was found and the remedy, in full sentences that begin in lower
    /// case, because the name and a colon come before them.</param>
    /// <param name="innerException">The error that showed the problem, if there was one.</param>
    public InvalidFileException(string fileName, string problem, Exception? innerException = null)
        : base($"{fileName}: {problem}", innerException)
    {
        FileName = fileName;
        Problem = problem;
    }

    /// <summary>The file as the user named it.</summary>
    public string FileName { get; }

    /// <summary>The message without the name of the file.</summary>
    public string Problem { get; }
}
