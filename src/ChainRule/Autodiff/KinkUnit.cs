namespace ChainRule.Autodiff;

/// <summary>One element of a node that chooses between pieces.</summary>
/// <param name="Node">What the node is: its scope, op and name.</param>
/// <param name="Index">The element.</param>
internal sealed record KinkUnit(string Node, int[] Index);
