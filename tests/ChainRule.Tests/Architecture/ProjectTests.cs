using System.Xml.Linq;

namespace ChainRule.Tests.Architecture;

public sealed class ProjectTests
{
    // From the inside out: each project may refer to those before it.
    private static readonly string[] Order =
    [
        "ChainRule", "ChainRule.Formats", "ChainRule.Lessons", "ChainRule.Learning", "ChainRule.Cli",
        "ChainRule.Network", "ChainRule.Reading", "ChainRule.Web.Network", "ChainRule.Web.Worker", "ChainRule.Web",
    ];

    [Fact]
    public void References_between_projects_go_one_way()
    {
        foreach (string project in Projects())
        {
            int position = Array.IndexOf(Order, project);
            Assert.True(position >= 0, $"{project} has no place in the order of projects.");
            Assert.All(Items(project, "ProjectReference"), reference => Assert.InRange(
                Array.IndexOf(Order, Path.GetFileNameWithoutExtension(reference.Replace('\\', '/'))), 0, position - 1));
        }
    }

    [Fact]
    public void The_library_has_no_dependencies()
    {
        Assert.Empty(Items("ChainRule", "PackageReference"));
        Assert.Empty(Items("ChainRule", "ProjectReference"));
    }

    [Fact]
    public void No_file_is_longer_than_500_lines() => Assert.DoesNotContain(
        Directory.EnumerateFiles(RepositoryRoot.Of("src"), "*.cs", SearchOption.AllDirectories),
        static path => File.ReadLines(path).Count() > 500);

    private static IEnumerable<string> Projects() => Directory
        .EnumerateFiles(RepositoryRoot.Of("src"), "*.csproj", SearchOption.AllDirectories)
        .Select(static path => Path.GetFileNameWithoutExtension(path));

    private static IEnumerable<string> Items(string project, string kind) => XDocument
        .Load(RepositoryRoot.Of("src", project, $"{project}.csproj"))
        .Descendants(kind)
        .Select(static item => item.Attribute("Include")!.Value);
}
