namespace ChainRule;

/// <summary>A kink or jump of a node's function that a change of its inputs comes to.</summary>
/// <param name="Name">What the node's value is called: <c>t</c>, <c>v1</c>.</param>
/// <param name="Op">The node's function: <c>relu</c>.</param>
/// <param name="Element">The element of the value; no numbers for a scalar.</param>
/// <param name="Distance">How far the node's inputs are from the kink before the change; 0 on it.</param>
/// <param name="IsJump">Whether the value jumps there, and not only the slope.</param>
public sealed record GraphKink(string Name, string Op, IReadOnlyList<int> Element, double Distance, bool IsJump)
{
    /// <summary>Where it is and how far: a sentence without its full stop.</summary>
    /// <param name="language">The language.</param>
    public string Words(Language language = Language.English) => Explaining.KinkWords.Of(this, language);
}
