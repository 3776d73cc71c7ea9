namespace ChainRule.Learning;

/// <summary>Rows of bytes, a quarter of the memory of floats, that are read as numbers from 0 to 1.</summary>
internal sealed class ByteRows(ReadOnlyMemory<byte> elements, int width) : IRows
{
    private static readonly float[] Fractions = [.. Enumerable.Range(0, 256).Select(static value => value / 255f)];

    public int Width => width;

    public void CopyRow(int row, Span<float> destination)
    {
        ReadOnlySpan<byte> source = elements.Span.Slice(row * width, width);
        for (int i = 0; i < source.Length; i++) destination[i] = Fractions[source[i]];
    }
}
