using ChainRule.Graphs;

namespace ChainRule.Ops;

// Axes are counted from the front here; Tensor accepts them from the end too and explains what is wrong with them.
internal static partial class Build
{
    public static Node Broadcast(Node x, Shape target)
    {
        if (x.Shape == target) return x;
        // A repeated number is that number, repeated.
        Node source = x.Op is Ops.Broadcast && x.Inputs[0].Shape.IsScalar && MaySkip(x) ? x.Inputs[0] : x;
        return Node.Create(new Broadcast(target), source);
    }

    private static bool MaySkip(Node x) => IsUnseen(x) || ConstantOf(x) is not null;

    public static Node Reshape(Node x, Shape target)
    {
        if (x.Shape == target) return x;
        // One number is that number under any shape of one element, and known as a constant only where it is broadcast.
        if (x.Op is Constant && target.Length == 1 && MaySkip(x)) return Broadcast(x, target);
        if (x.Shape.Length == target.Length && x.Op is Ops.Broadcast && x.Inputs[0].Shape.IsScalar && MaySkip(x))
            return Broadcast(x.Inputs[0], target);
        Node source = x.Op is Ops.Reshape && MaySkip(x) ? x.Inputs[0] : x;
        return source.Shape == target ? source : Node.Create(new Reshape(target), source);
    }

    public static Node Permute(Node x, IntList order)
    {
        if (x.Op is Ops.Permute inner && IsUnseen(x))
        {
            var joined = new int[order.Count];
            for (int i = 0; i < joined.Length; i++) joined[i] = inner.Order[order[i]];
            return Permute(x.Inputs[0], joined);
        }

        bool moved = false;
        for (int i = 0; i < order.Count; i++) moved |= order[i] != i;
        return moved ? Node.Create(new Permute(order), x) : x;
    }

    public static Node TransposeLast(Node x)
    {
        int[] order = [.. Enumerable.Range(0, x.Shape.Rank)];
        (order[^1], order[^2]) = (order[^2], order[^1]);
        return Permute(x, order);
    }

    public static Node Slice(Node x, IntList starts, IntList steps, IntList counts)
    {
        bool whole = true;
        for (int axis = 0; axis < starts.Count; axis++)
            whole &= starts[axis] == 0 && (steps[axis] == 1 || counts[axis] == 1) && counts[axis] == x.Shape[axis];
        return whole ? x : Node.Create(new Slice(starts, steps, counts), x);
    }

    /// <summary>Count positions of one axis, all of the others.</summary>
    public static Node Narrow(Node x, int axis, int start, int count)
    {
        int[] starts = new int[x.Shape.Rank], steps = new int[x.Shape.Rank], counts = x.Shape.Sizes.ToArray();
        Array.Fill(steps, 1);
        (starts[axis], counts[axis]) = (start, count);
        return Slice(x, starts, steps, counts);
    }

    /// <summary>Reverses the axes whose flag is not 0.</summary>
    public static Node Flip(Node x, IntList flags)
    {
        int[] starts = new int[x.Shape.Rank], steps = new int[x.Shape.Rank];
        bool any = false;
        for (int axis = 0; axis < starts.Length; axis++)
        {
            bool flip = flags[axis] != 0 && x.Shape[axis] > 1;
            (starts[axis], steps[axis]) = flip ? (x.Shape[axis] - 1, -1) : (0, 1);
            any |= flip;
        }

        return any ? Slice(x, starts, steps, x.Shape.Sizes.ToArray()) : x;
    }

    public static Node Pad(Node x, IntList low, IntList high, IntList between, double value)
    {
        bool any = false;
        for (int axis = 0; axis < low.Count; axis++)
            any |= low[axis] != 0 || high[axis] != 0 || (between[axis] != 0 && x.Shape[axis] > 1);
        return any ? Node.Create(new Pad(low, high, between, value), x) : x;
    }

    public static Node Concat(ReadOnlySpan<Node> parts, int axis) =>
        parts.Length == 1 ? parts[0] : Node.Create(new Concat(axis), parts);

    public static Node Sum(Node x, IntList axes) => axes.Count == 0 ? x : Node.Create(new Sum(axes), x);

    public static Node CumulativeSum(Node x, int axis, bool reverse) =>
        Node.Create(new CumulativeSum(axis, reverse), x);

    public static Node Gather(Node x, Node indices, int axis) => Node.Create(new Gather(axis), x, indices);

    public static Node ScatterAdd(Node x, Node indices, Node updates, int axis) =>
        Node.Create(new ScatterAdd(axis), x, indices, updates);

    public static Node Windows(Node x, IntList sizes, IntList strides, IntList dilations) =>
        sizes.Count == 0 ? x : Node.Create(new Windows(sizes, strides, dilations), x);

    public static Node Fold(Node x, IntList targets, IntList strides, IntList dilations) =>
        targets.Count == 0 ? x : Node.Create(new Fold(targets, strides, dilations), x);

    public static Node Dot(Node a, Node b) => Node.Create(Ops.Dot.Instance, a, b);

    /// <summary>
    /// The product along the axes, as a balanced tree of multiplications: unlike y/x, its derivatives are right to any
    /// order even where elements are 0.
    /// </summary>
    public static Node Product(Node x, ReadOnlySpan<int> axes)
    {
        Shape kept = x.Shape.Without(axes);
        var order = new List<int>();
        for (int axis = 0; axis < x.Shape.Rank; axis++)
        {
            if (!axes.Contains(axis)) order.Add(axis);
        }

        order.AddRange(axes);
        int count = 1;
        foreach (int axis in axes) count *= x.Shape[axis];
        // 1, but made from x, of which the result is a function all the same: the sum of no elements is 0.
        if (count == 0) return Binary<Add>(Sum(x, axes.ToArray()), Fill(1, new(kept, x.DType)));
        Node factors = Reshape(Permute(x, order.ToArray()), Shape.Create([.. kept.Sizes, count]));
        int last = kept.Rank;
        while (count > 1)
        {
            int half = count / 2;
            Node product = Binary<Mul>(Narrow(factors, last, 0, half), Narrow(factors, last, half, half));
            factors = count % 2 == 0 ? product : Concat([product, Narrow(factors, last, count - 1, 1)], last);
            count -= half;
        }

        return Reshape(factors, kept);
    }
}
