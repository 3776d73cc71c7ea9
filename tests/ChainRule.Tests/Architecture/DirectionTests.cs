namespace ChainRule.Tests.Architecture;

/// <summary>
/// Who may know whom, by the table in docs/architecture.md: a reader who follows the data flow never has to look ahead.
/// </summary>
public sealed class DirectionTests
{
    private static readonly IReadOnlyDictionary<string, string[]> Allowed =
        FolderTable.Read(File.ReadAllText(RepositoryRoot.Of("docs", "architecture.md")));

    private static readonly SourceTree Library = SourceTree.Read(RepositoryRoot.Of("src", "ChainRule"));

    [Fact]
    public void Folders_use_only_what_they_may() => Assert.Equal("", string.Join("\n", Library.Violations(Allowed)));

    [Fact]
    public void Every_folder_has_a_rule() => Assert.Empty(Library.Folders.Keys.Except(Allowed.Keys));

    [Fact]
    public void Every_file_holds_the_one_type_it_is_named_after() => Assert.Empty(Library.Folders.Values
        .SelectMany(static files => files)
        .Where(static file => file.Types is not [var type] || type != file.Stem)
        .Select(static file => $"{file.Path} declares {string.Join(", ", file.Types)}"));

    [Theory]
    [InlineData(
        "using ChainRule.Execution;\nnamespace ChainRule.Graphs;\n"
        + "public class Node { void F() => Evaluator.Compute(this); }")]
    [InlineData("namespace ChainRule.Graphs;\npublic class Node { void F() => Execution.Evaluator.Compute(this); }")]
    [InlineData("namespace ChainRule.Graphs;\npublic class Node { Tensor Value { get; } }")]
    [InlineData("namespace ChainRule.Graphs;\npublic class Node { bool F(object x) => x is Tensor; }")]
    [InlineData("namespace ChainRule.Graphs;\npublic class Node { List<Tensor?> F() => [new Tensor(this)]; }")]
    public void A_use_against_the_direction_is_found(string node) => Assert.NotEmpty(With(node).Violations(Allowed));

    [Theory]
    [InlineData(
        "namespace ChainRule.Graphs;\n/// <see cref=\"Tensor\"/>\npublic class Node { string F() => \"a Tensor\"; }")]
    [InlineData(
        "namespace ChainRule.Graphs;\npublic class Node { string Tensor => Name; string F() => Tensor.ToString(); }")]
    [InlineData("namespace ChainRule.Graphs;\npublic class Node { int Evaluator(int x) => Math.Max(x, 1); }")]
    [InlineData("namespace ChainRule.Graphs;\npublic class Node { void F() => Elsewhere.Evaluator.Compute(this); }")]
    public void Other_things_of_the_same_name_are_no_use(string node) => Assert.Empty(With(node).Violations(Allowed));

    private static SourceTree With(string node) => new(new Dictionary<string, IReadOnlyList<SourceFile>>
    {
        ["Graphs"] = [new SourceFile("Graphs/Node.cs", node)],
        ["Execution"] =
        [
            new SourceFile(
                "Execution/Evaluator.cs", "namespace ChainRule.Execution;\ninternal static class Evaluator { }"),
        ],
        ["Tensors"] = [new SourceFile("Tensors/Tensor.cs", "namespace ChainRule;\npublic class Tensor { }")],
    });
}
