namespace ChainRule.Planning;

/// <summary>
/// The loops of a group that are written out: a value that varies along them is written down once for each iteration,
/// reads its operands at other offsets each time, and a sum along them is a chain of additions. An iteration of all
/// these loops together has a number, its position.
/// </summary>
internal sealed class Unrolling
{
    // For each loop how far its iterations are apart in the numbering; 0 for loops that are not written out.
    private readonly int[] _weights;
    private readonly int[] _sizes;

    /// <summary>Numbers the iterations.</summary>
    public Unrolling(Group group)
    {
        _sizes = [.. group.Sizes];
        _weights = new int[_sizes.Length];
        int weight = 1;
        for (int loop = 0; loop < _sizes.Length; loop++)
        {
            if ((group.Unrolled & (1u << loop)) == 0) continue;
            _weights[loop] = weight;
            weight *= _sizes[loop];
        }
    }

    /// <summary>Whether any of some loops is written out.</summary>
    /// <param name="axes">For each axis of a value the loop along it, or −1.</param>
    public bool Contains(int[] axes) => axes.Any(axis => axis >= 0 && _weights[axis] != 0);

    /// <summary>The positions of a value along its loops, at the first iteration of the others.</summary>
    public IEnumerable<int> PositionsOf(int[] axes)
    {
        IEnumerable<int> positions = [0];
        foreach (int axis in axes)
        {
            if (axis < 0 || _weights[axis] == 0) continue;
            (int size, int weight) = (_sizes[axis], _weights[axis]);
            positions = positions.SelectMany(first => Enumerable.Range(0, size).Select(i => first + (i * weight)));
        }

        return positions;
    }

    /// <summary>
    /// The position that agrees with another along a value's loops, at the first iteration of the others.
    /// </summary>
    public int Along(int[] axes, int position)
    {
        int result = 0;
        foreach (int axis in axes)
        {
            if (axis >= 0 && _weights[axis] != 0) result += Iteration(axis, position) * _weights[axis];
        }

        return result;
    }

    /// <summary>How far from a value's first element its element at a position is.</summary>
    /// <param name="axes">For each axis the loop, or −1.</param>
    /// <param name="strides">The distance along each axis.</param>
    /// <param name="position">The position.</param>
    public int Offset(int[] axes, ReadOnlySpan<int> strides, int position)
    {
        int offset = 0;
        for (int i = 0; i < axes.Length; i++)
        {
            if (axes[i] >= 0 && _weights[axes[i]] != 0) offset += Iteration(axes[i], position) * strides[i];
        }

        return offset;
    }

    private int Iteration(int loop, int position) => position / _weights[loop] % _sizes[loop];
}
