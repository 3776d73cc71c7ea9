using System.Text.RegularExpressions;

namespace ChainRule.Tests.Architecture;

/// <summary>
/// A file of C# as far as the direction of dependencies needs it: which names it declares and which it uses.
/// </summary>
internal sealed partial class SourceFile
{
    private readonly List<(string? Qualifier, string Name)> _uses = [];
    private readonly HashSet<string> _members = [];

    public SourceFile(string path, string text)
    {
        Path = path;
        Lines = text.Split('\n').Length;
        string code = CommentOrText().Replace(text, static match => match.Value.StartsWith('/') ? " " : "\"\"");
        Namespace = NamespaceDeclaration().Match(code).Groups[1].Value;
        Usings = [.. UsingDirective().Matches(code).Select(static match => match.Groups[1].Value)];
        Types = [.. TypeDeclaration().Matches(code).Select(static match => match.Groups[1].Value)];
        foreach (Match match in Identifier().Matches(code)) Add(code, match);
    }

    public string Path { get; }

    public int Lines { get; }

    public string Namespace { get; }

    public IReadOnlyList<string> Usings { get; }

    /// <summary>The types declared at the left margin, that is: not inside another type.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>The name that the file should give its type: <c>Shape</c> for <c>Shape.Axes.cs</c>.</summary>
    public string Stem => System.IO.Path.GetFileName(Path).Split('.')[0];

    /// <summary>Whether the code, read with its using directives, names a type.</summary>
    public bool Names(string type, string @namespace)
    {
        string lastPart = @namespace[(@namespace.LastIndexOf('.') + 1)..];
        // Inside ChainRule.Ops the names of ChainRule need no using directive; a member of the same name comes first.
        bool open = $"{Namespace}.".StartsWith($"{@namespace}.", StringComparison.Ordinal)
            || Usings.Contains(@namespace);
        return _uses.Any(use => use.Name == type
            && (use.Qualifier is null ? open && !_members.Contains(type) : use.Qualifier == lastPart));
    }

    private void Add(string code, Match match)
    {
        string before = code[..match.Index].TrimEnd(' ');
        if (before.EndsWith('.'))
        {
            _uses.Add((LastWord().Match(before[..^1]).Value, match.Value));
            return;
        }

        // A word behind a type is the name of a member, a parameter or a variable.
        string word = LastWord().Match(before).Value;
        bool behindType = word.Length > 0
            ? !Keywords.Contains(word)
            : before.EndsWith('>') && !before.EndsWith("=>", StringComparison.Ordinal)
                || before.EndsWith(']') && !before.EndsWith("\n]", StringComparison.Ordinal)
                || before.EndsWith('?') && code[match.Index - 2] == '?' && char.IsLetter(code[match.Index - 3]);
        if (behindType) _members.Add(match.Value);
        else _uses.Add((null, match.Value));
    }

    private static readonly HashSet<string> Keywords =
    [
        "abstract", "and", "as", "base", "case", "const", "else", "event", "explicit", "extern", "file", "foreach",
        "goto", "implicit", "in", "internal", "is", "new", "not", "operator", "or", "out", "override", "params",
        "partial", "private", "protected", "public", "readonly", "ref", "required", "return", "scoped", "sealed",
        "stackalloc", "static", "switch", "this", "throw", "unsafe", "using", "var", "virtual", "when", "where",
        "with", "yield", "allows", "await", "await", "sizeof", "typeof", "default",
    ];

    [GeneratedRegex(
        """//[^\n]*|/\*.*?\*/|\$*"{3,}.*?"{3,}|\$?@\$?"(?:[^"]|"")*"|\$?"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\])+'""",
        RegexOptions.Singleline)]
    private static partial Regex CommentOrText();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceDeclaration();

    [GeneratedRegex(@"^using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingDirective();

    [GeneratedRegex(
        @"^(?:[a-z]+ )*(?:class|struct|interface|enum|record struct|record class|record|delegate [\w<>.?]+) ([A-Z]\w*)",
        RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"\b[A-Z]\w*")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\w*$")]
    private static partial Regex LastWord();
}
