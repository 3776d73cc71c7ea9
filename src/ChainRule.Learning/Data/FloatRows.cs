namespace ChainRule.Learning;

/// <summary>Rows of numbers.</summary>
internal sealed class FloatRows(float[] elements, int width) : IRows
{
    public int Width => width;

    public void CopyRow(int row, Span<float> destination) => elements.AsSpan(row * width, width).CopyTo(destination);
}
