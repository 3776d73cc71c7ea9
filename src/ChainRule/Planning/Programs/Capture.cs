using System.Diagnostics;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>
/// Makes a program of a graph: what is the same is computed once, what changes no bit is left out, and views follow
/// one another without detours.
/// </summary>
internal sealed class Capture
{
    private readonly record struct Key(Op Op, int A, int B, int C, TensorType Type);

    private readonly List<Value> _values = [], _inputs = [];
    private readonly Dictionary<Key, Value> _known = [];
    private readonly Dictionary<Value, Value> _bare = [];
    private readonly Folds _folds;

    private Capture() => _folds = new(this);

    /// <summary>Captures a graph.</summary>
    /// <param name="order">The nodes, each after its inputs.</param>
    /// <param name="roots">The nodes of the order that are wanted.</param>
    /// <param name="isInput">Whether a node comes from outside; in order, they are the program's inputs.</param>
    public static GraphProgram Run(IReadOnlyList<Node> order, ReadOnlySpan<Node> roots, Func<Node, bool> isInput)
    {
        var capture = new Capture();
        var values = new Dictionary<Node, Value>(order.Count);
        foreach (Node node in order)
            values.Add(node, isInput(node) ? capture.Input(node) : capture.Of(node, values));

        var results = new Value[roots.Length];
        for (int i = 0; i < results.Length; i++) results[i] = capture.Root(values[roots[i]]);
        return new(Live(capture._values, results), capture._inputs, results);
    }

    /// <summary>The value of an op of values that are there.</summary>
    public Value Apply(Op op, params Value[] inputs)
    {
        var node = Node.Create(op, Array.ConvertAll(inputs, static x => Node.Placeholder(x.Type, x.Label)));
        return Simplified(op, inputs, node.Type) ?? Make(op, inputs, node.Type, node);
    }

    private Value Input(Node node)
    {
        var value = new Value(_values.Count, Data.Instance, [], node.Type) { Input = _inputs.Count, Label = node.Name };
        _values.Add(value);
        _inputs.Add(value);
        return value;
    }

    private Value Of(Node node, Dictionary<Node, Value> values)
    {
        if (node.Op is PassOp) return values[node.Inputs[0]];
        var inputs = new Value[node.Inputs.Length];
        for (int i = 0; i < inputs.Length; i++) inputs[i] = values[node.Inputs[i]];
        return Simplified(node.Op, inputs, node.Type) ?? Make(node.Op, inputs, node.Type, node);
    }

    private Value? Simplified(Op op, Value[] inputs, TensorType type)
    {
        switch (op)
        {
            case Reshape or Broadcast or Cast when inputs[0].Type == type:
                return inputs[0];
            case Reshape reshape when inputs[0].Op is Reshape:
                return Apply(reshape, inputs[0].Inputs[0]);
            case Broadcast broadcast
                when inputs[0].Op is Broadcast && inputs[0].Inputs[0].Shape.BroadcastsTo(type.Shape):
                return Apply(broadcast, inputs[0].Inputs[0]);
            case Permute outer when inputs[0].Op is Permute inner:
                return Apply(Joined(outer, inner), inputs[0].Inputs[0]);
            case Permute { Order: var order } when IsAscending(order):
                return inputs[0];
            case Reduction reduction when IsIdle(reduction, inputs[0].Shape):
                return Apply(new Reshape(type.Shape), inputs[0]);
            case Unary<Neg> when inputs[0].Op is Unary<Neg>:
                return inputs[0].Inputs[0];
            case Binary<Mul> when IsNumber(inputs[1], 1):
            case Binary<Div> when IsNumber(inputs[1], 1) && type.DType.IsFloat:
            case Binary<Sub> when IsNumber(inputs[1], 0):
                return inputs[0];
            case Binary<Mul> when IsNumber(inputs[0], 1):
                return inputs[1];
            case Fold fold:
                return _folds.Simplified(fold, inputs[0]);
            default:
                return null;
        }
    }

    private Value Make(Op op, Value[] inputs, TensorType type, Node? node = null)
    {
        Key key = new(
            op,
            inputs.Length > 0 ? inputs[0].Index : -1,
            inputs.Length > 1 ? inputs[1].Index : -1,
            inputs.Length > 2 ? inputs[2].Index : -1,
            type);
        if (inputs.Length <= 3 && _known.TryGetValue(key, out Value? same)) return same;
        // The axes of a maximum are one loop, wherever they lie.
        bool isLoop = op is ElementwiseOp ? Fusible.Is(new(0, op, inputs, type)) : op is ViewOp or Reduction;
        if (!isLoop || (op is Extremum extremum && extremum.Axes.Count > 1)) ReadInPlace(op, inputs);
        bool wantsNode = op is not Reduction and not DifferentiableOp && node is not null;
        var value = new Value(_values.Count, op, inputs, type)
        {
            Node = wantsNode ? Node.Likeness(node!) : null,
            Label = node?.Name,
        };
        _values.Add(value);
        if (inputs.Length <= 3) _known.Add(key, value);
        return value;
    }

    // What an op cannot read where it lies is copied first.
    private void ReadInPlace(Op op, Value[] inputs)
    {
        for (int i = 0; i < inputs.Length; i++)
        {
            if (!inputs[i].IsView) continue;
            if (op is Dot && inputs[i].DType.IsFloat && Uncopied(inputs[i]) is { } view)
            {
                inputs[i] = view;
                continue;
            }

            bool found = AffineMap.TryOf(inputs[i], out AffineMap map);
            Debug.Assert(found, "All views are affine: those that would not be are copied here.");
            bool fits = op switch
            {
                Dot when inputs[i].DType.IsFloat => MatrixMap.TryOf(inputs[i], out _),
                _ when PasteLowering.Is(op) => true,
                Reshape => AffineMap.CanReshape(inputs[i].Shape, ((Reshape)op).Target, map.Strides),
                _ => AffineMap.IsContiguous(inputs[i].Shape, map.Strides),
            };
            if (!fits) inputs[i] = Make(Copy.Instance, [inputs[i]], inputs[i].Type);
        }
    }

    // A product can read more views than others: not a copy then, but what was copied.
    private Value? Uncopied(Value view)
    {
        Value copy = Uses.Base(view);
        if (copy.IsInput || copy.Op is not Copy) return null;
        Value bare = Bare(view, copy);
        return MatrixMap.TryOf(bare, out _) ? bare : null;
    }

    // The same view of what was copied. Only products may use it, so it is not among the known values.
    private Value Bare(Value view, Value copy)
    {
        if (view == copy) return copy.Inputs[0];
        if (_bare.TryGetValue(view, out Value? known)) return known;
        Value input = Bare(view.Inputs[0], copy);
        var bare = new Value(_values.Count, view.Op, [input], view.Type) { Node = view.Node, Label = view.Label };
        _values.Add(bare);
        _bare.Add(view, bare);
        return bare;
    }

    // A result is written row-major into memory of its own; a view that is not, is copied there.
    private Value Root(Value value)
    {
        Value source = value;
        while (source.Op is Reshape && !source.IsInput) source = source.Inputs[0];
        if (!source.IsView) return value;
        return Make(Copy.Instance, [value], value.Type);
    }

    private static List<Value> Live(List<Value> values, Value[] roots)
    {
        var isLive = new bool[values.Count];
        foreach (Value root in roots) isLive[root.Index] = true;
        for (int i = values.Count - 1; i >= 0; i--)
        {
            if (!isLive[i]) continue;
            foreach (Value input in values[i].Inputs) isLive[input.Index] = true;
        }

        return [.. values.Where(value => isLive[value.Index])];
    }

    private static Permute Joined(Permute outer, Permute inner)
    {
        var order = new int[outer.Order.Count];
        for (int i = 0; i < order.Length; i++) order[i] = inner.Order[outer.Order[i]];
        return new(order);
    }

    private static bool IsAscending(IntList order)
    {
        for (int i = 0; i < order.Count; i++)
        {
            if (order[i] != i) return false;
        }

        return true;
    }

    // Along axes of one element there is nothing to reduce; that the sum of −0 alone is 0 is not worth a loop.
    private static bool IsIdle(Reduction reduction, Shape shape)
    {
        foreach (int axis in reduction.Axes)
        {
            if (shape[axis] != 1) return false;
        }

        return true;
    }

    private static bool IsNumber(Value value, double number)
    {
        while (value.IsView && value.Op is Broadcast or Reshape) value = value.Inputs[0];
        return value is { IsInput: false, Op: Constant constant }
            && constant.Value == number
            && !double.IsNegative(constant.Value);
    }
}
