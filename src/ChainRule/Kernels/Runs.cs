using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

/// <summary>
/// Where the elements along an axis of a matrix lie if one distance does not tell: in runs of equal length, such as the
/// positions of a window along a row of a picture. Within a run they are a stride apart.
/// </summary>
/// <param name="table">
/// In pinned memory, the length of a run and then where each run begins; null if one run holds all.
/// </param>
internal readonly unsafe struct Runs(nint* table)
{
    private readonly nint* _table = table;

    /// <summary>Whether there are several.</summary>
    public bool AreSeveral => _table != null;

    /// <summary>How far element i is from the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint At(int i, nint stride) => _table == null ? i * stride : Distance(i, stride);

    /// <summary>How many of <paramref name="count"/> elements from i on are in one run.</summary>
    public int Rest(int i, int count) => _table == null ? count : Math.Min(count, (int)*_table - i % (int)*_table);

    private nint Distance(int i, nint stride)
    {
        int length = (int)*_table;
        return _table[1 + i / length] + i % length * stride;
    }
}
