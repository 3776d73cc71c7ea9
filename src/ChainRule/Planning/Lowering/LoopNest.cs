namespace ChainRule.Planning;

/// <summary>The loops of a group in order, the last of them the columns, the others the rows.</summary>
internal sealed class LoopNest
{
    private readonly List<int> _sizes = [];
    private readonly int[] _position;

    /// <summary>Puts the loops of a group into an order.</summary>
    public LoopNest(Group group, IEnumerable<Placement> places)
    {
        uint columns = group.Order.Columns;
        IsFree = columns == 0;
        // The order in which a value that varies along all loops lies in memory.
        Placement? widest = places.FirstOrDefault(place => place.InputMask == group.Full);
        int[] natural = widest is null
            ? [.. Enumerable.Range(0, group.Sizes.Count)]
            : [.. widest.InputAxes.Where(static axis => axis >= 0)];
        uint outside = group.Order.Outside;
        int[] order = [.. natural.OrderBy(loop => Is(columns, loop) ? 2 : Is(outside, loop) ? 0 : 1)];
        _position = new int[order.Length];
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
        var result = new int[_position.Length];
        for (int axis = 0; axis < axes.Length; axis++)
        {
            if (axes[axis] >= 0) result[_position[axes[axis]]] = strides[axis];
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
