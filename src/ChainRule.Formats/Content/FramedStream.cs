namespace ChainRule.Formats;

/// <summary>
/// A stream with a few bytes before it (those that were read to see what it is) and a few after it. One read never
/// mixes bytes of two parts.
/// </summary>
internal sealed class FramedStream(ReadOnlyMemory<byte> before, Stream inner, ReadOnlyMemory<byte> after)
    : ForwardStream
{
    private ReadOnlyMemory<byte> _before = before;
    private ReadOnlyMemory<byte> _after = after;

    /// <summary>Whether a reader has asked for more than the inner stream has.</summary>
    public bool InnerEnded { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        if (!_before.IsEmpty)
            return Take(ref _before, buffer);
        if (!InnerEnded)
        {
            int count = inner.Read(buffer);
            if (count > 0)
                return count;
            InnerEnded = true;
        }
        return Take(ref _after, buffer);
    }

    private static int Take(ref ReadOnlyMemory<byte> part, Span<byte> buffer)
    {
        int count = Math.Min(part.Length, buffer.Length);
        part.Span[..count].CopyTo(buffer);
        part = part[count..];
        return count;
    }
}
