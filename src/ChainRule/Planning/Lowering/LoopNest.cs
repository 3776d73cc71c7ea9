namespace ChainRule.Planning;

/// <summary>
/// The loops of a group in order, the last of them the columns, the others the rows; without those written out.
/// </summary>
internal sealed class LoopNest
{
    private readonly List<int> _sizes = [];
    private readonly int[] _position;

    /// <summary>Puts the loops of a group into an order.</summary>
    /// <param name="group">The group.</param>
    /// <param name="places">The places of members; the first that varies along all loops is followed.</param>
    /// <param name="last">The loop that should be the last, where nothing asks for certain columns; −1 for any.</param>
    public LoopNest(Group group, IEnumerable<Placement> places, int last = -1)
    {
        uint columns = group.Order.Columns;
        IsFree = columns == 0;
        // The order in which a value that varies along all loops lies in memory.
        Placement? widest = places.FirstOrDefault(place => place.InputMask == group.Full);
        IEnumerable<int> all = widest is null ? Enumerable.Range(0, group.Sizes.Count) : widest.InputAxes;
        int[] natural = [.. all.Where(loop => loop >= 0 && !Is(group.Unrolled, loop))];
        uint outside = group.Order.Outside;
        int[] order =
            [.. natural.OrderBy(loop => Is(columns, loop) || loop == last ? 2 : Is(outside, loop) ? 0 : 1)];
        _position = new int[group.Sizes.Count];
        Array.Fill(_position, -1);
        for (int i = 0; i < order.Length; i++)
        {
            _position[order[i]] = i;
            _sizes.Add(group.Sizes[order[i]]);
        }

        Rows = IsFree ? Math.Max(0, order.Length - 1) : order.Count(loop => !Is(columns, loop));

        static bool Is(uint mask, int loop) => (mask & (1u << loop)) != 0;
    }

    /// <summary>Whether nothing asks for certain columns.</summary>
    public bool IsFree { get; }

    /// <summary>How many of the loops are rows.</summary>
    public int Rows { get; private set; }

    /// <summary>The lengths of the loops.</summary>
    public IReadOnlyList<int> Sizes => _sizes;

    /// <summary>The distances along the loops of a value whose axes go along some of them.</summary>
    /// <param name="axes">For each axis the loop, −1 for those of size 1.</param>
    /// <param name="strides">The distance along each axis.</param>
    public int[] Strides(int[] axes, ReadOnlySpan<int> strides)
    {
        var result = new int[_sizes.Count];
        for (int axis = 0; axis < axes.Length; axis++)
        {
            int position = axes[axis] < 0 ? -1 : _position[axes[axis]];
            if (position >= 0) result[position] = strides[axis];
        }

        return result;
    }

    /// <summary>Makes one loop of neighbours wherever all operands allow it.</summary>
    /// <returns>The operands' strides along the loops that are left.</returns>
    public int[][] Collapse(int[][] strides)
    {
        for (int loop = _sizes.Count - 2; loop >= 0; loop--)
        {
            if (!IsFree && loop == Rows - 1) continue;
            int size = _sizes[loop + 1];
            if (!strides.All(operand => operand[loop] == operand[loop + 1] * size)) continue;
            _sizes[loop] *= size;
            _sizes.RemoveAt(loop + 1);
            strides = Array.ConvertAll(strides, operand => Joined(operand, loop));
            if (IsFree || loop < Rows) Rows--;
        }

        Rows = IsFree ? Math.Max(0, _sizes.Count - 1) : Rows;
        return strides;
    }

    private static int[] Joined(int[] strides, int loop) =>
        [.. strides.AsSpan(0, loop), .. strides.AsSpan(loop + 1)];
}
