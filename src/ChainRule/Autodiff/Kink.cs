namespace ChainRule;

/// <summary>
/// A place where a gradient check says nothing, because the function has a kink or jump between x − h and x + h.
/// </summary>
/// <param name="Element">The element of the input that was changed.</param>
/// <param name="Unit">The node with the kink: its scope, op and name, such as <c>relu1/relu</c>.</param>
/// <param name="UnitIndex">The element of that node.</param>
/// <param name="AbsoluteError">How far central difference and backpropagation were apart there.</param>
public sealed record Kink(IReadOnlyList<int> Element, string Unit, IReadOnlyList<int> UnitIndex, double AbsoluteError)
{
    /// <summary>Where it is: <c>[3, 7] crosses the kink of relu1/relu at [0, 7]</c>.</summary>
    public override string ToString() =>
        $"{Shape.Text([.. Element])} crosses the kink of {Unit} at {Shape.Text([.. UnitIndex])}";
}
