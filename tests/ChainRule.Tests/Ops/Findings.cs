namespace ChainRule.Tests.Ops;

/// <summary>What is wrong, gathered so that a failing test tells all of it at once.</summary>
internal sealed class Findings
{
    private readonly List<string> _all = [];

    public void Add(FormattableString finding) => _all.Add(FormattableString.Invariant(finding));

    /// <summary>Fails with the findings, if there are some.</summary>
    public void AssertNone()
    {
        const int Shown = 25;
        if (_all.Count > 0) Assert.Fail($"{_all.Count} findings:\n{string.Join('\n', _all.Take(Shown))}");
    }
}
