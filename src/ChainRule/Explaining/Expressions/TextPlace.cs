namespace ChainRule.Explaining;

/// <summary>A part of a text.</summary>
/// <param name="Start">Its first character, from 0.</param>
/// <param name="Length">The number of characters; 0 for a place between two.</param>
internal readonly record struct TextPlace(int Start, int Length)
{
    /// <summary>The first character behind it.</summary>
    public int End => Start + Length;

    /// <summary>All from the beginning of this to the end of another part.</summary>
    public TextPlace To(TextPlace last) => new(Start, last.End - Start);
}
