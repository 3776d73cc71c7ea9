namespace ChainRule.Tests.Ops.Structural;

/// <summary>A structural op with its attributes, and inputs to apply it to.</summary>
/// <param name="Description">Op, attributes and shapes, as failures name them.</param>
/// <param name="Inputs">float64 leaves.</param>
/// <param name="Apply">Applies the op to inputs of these shapes.</param>
internal sealed record StructuralProblem(string Description, Tensor[] Inputs, Func<Tensor[], Tensor> Apply)
{
    public override string ToString() => $"{Description} of {string.Join(", ", Inputs.Select(static x => x.Shape))}";
}
