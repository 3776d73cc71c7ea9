namespace ChainRule.Execution;

/// <summary>The operands of a loop that lie in one place of a plan: what changes when the place moves.</summary>
/// <param name="arrays">The loop's arrays.</param>
/// <param name="offsets">The loop's offsets.</param>
/// <param name="operands">The operands, each with its distance in bytes from the place's first element.</param>
internal sealed class Binding(Array[] arrays, nint[] offsets, (int Operand, nint Distance)[] operands)
{
    /// <summary>Tells where the place begins from now on.</summary>
    public void Bind(Array array, nint offset)
    {
        // In an array, each store would ask what kinds of arrays it takes; in a span it is clear.
        Span<Array> moved = arrays;
        foreach ((int operand, nint distance) in operands)
        {
            moved[operand] = array;
            offsets[operand] = offset + distance;
        }
    }
}
