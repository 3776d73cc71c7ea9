using System.Globalization;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Drawing.Unfolding;

/// <summary>Unrolls a graph of tensors: each element becomes a number, each op operations on numbers.</summary>
internal sealed class Scalars
{
    /// <summary>More operations nobody could read.</summary>
    public const int Most = 400;

    private const string Low = "₀₁₂₃₄₅₆₇₈₉";

    private readonly Dictionary<Node, Node[]> _elements = [];
    private int _count;

    /// <summary>Unrolls a graph.</summary>
    /// <param name="result">Its result, one number.</param>
    /// <returns>For each node its elements, in row-major order.</returns>
    /// <exception cref="ArgumentException">The graph is too large, or an op cannot be unrolled.</exception>
    public static IReadOnlyDictionary<Node, Node[]> Of(Node result)
    {
        var scalars = new Scalars();
        foreach (Node node in Graph.TopologicalOrder(result)) scalars.Add(node);
        return scalars._elements;
    }

    private void Add(Node node)
    {
        if (node.Shape.IsScalar && node.Inputs.Length == 0)
        {
            _elements.Add(node, [node]);
            return;
        }

        Count(node.Shape.Length);
        long newest = Node.Latest;
        using Scope.Section scope = Scope.Within(node.Scope);
        Node[] elements = Unrolled(node);
        for (int i = 0; node.Name is { } name && i < elements.Length; i++)
        {
            if (elements[i].Number > newest) elements[i].Name ??= name + IndexOf(i, node.Shape);
        }

        _elements.Add(node, elements);
    }

    private void Count(long operations)
    {
        _count += (int)Math.Min(operations, Most + 1);
        if (_count > Most)
            throw new ArgumentException(
                $"Unfold: unrolled into numbers, the graph would have more than {Most} operations. "
                + "Draw a smaller example, or keep the tensors.");
    }

    private Node[] Unrolled(Node node)
    {
        if (node.Inputs.Length == 0) return Leaf(node);
        Node[][] inputs = [.. node.Inputs.ToArray().Select(input => _elements[input])];
        var type = new TensorType(Shape.Scalar, node.DType);
        switch (node.Op)
        {
            case ElementwiseOp or PassOp:
                return Each(node, i => Node.Create(node.Op, [.. inputs.Select(input => input[i])]));
            case Sum sum:
                return Reduced(sum, node, inputs[0], static (a, b) => Build.Binary<Add>(a, b), Build.Fill(0, type));
            case Extremum { Largest: true } max:
                return Reduced(max, node, inputs[0], static (a, b) => Build.Binary<Max>(a, b), null);
            case Extremum min:
                return Reduced(min, node, inputs[0], static (a, b) => Build.Binary<Min>(a, b), null);
            case Dot:
                return Products(node, inputs[0], inputs[1]);
            case ViewOp or Reshape or Concat:
                return Moved(node, inputs);
            default:
                throw new ArgumentException(
                    $"Unfold: {node.Description} cannot be unrolled into numbers. Unfold less than elements.");
        }
    }

    // Named ones get a leaf for each element; a list of numbers in the formula stays what it is.
    private static Node[] Leaf(Node node)
    {
        if (Build.IsUniform(node, out double same) && node.Name is null)
            return Each(node, _ => Build.Fill(same, new(Shape.Scalar, node.DType)));
        if (node.Value is not { } value)
            return Each(node, _ => Node.Placeholder(new TensorType(Shape.Scalar, node.DType)));
        return Each(node, i => node.Name is null
            ? Build.Fill(value[i], new(Shape.Scalar, node.DType))
            : Node.Data(Single(value, i), Shape.Scalar));
    }

    private static Storage Single(Storage value, int index) => value.DType switch
    {
        DType.Float32 => Storage.Own([value.Elements<float>()[index]]),
        DType.Float64 => Storage.Own([value.Elements<double>()[index]]),
        DType.Int32 => Storage.Own([value.Elements<int>()[index]]),
        DType.Int64 => Storage.Own([value.Elements<long>()[index]]),
        DType.Bool => Storage.Own([value.Elements<bool>()[index]]),
        _ => throw new System.Diagnostics.UnreachableException(value.DType.ToString()),
    };

    private static Node[] Each(Node node, Func<int, Node> element) =>
        [.. Enumerable.Range(0, node.Shape.Length).Select(element)];

    private Node[] Reduced(Reduction op, Node node, Node[] input, Func<Node, Node, Node> combine, Node? ofNone)
    {
        Count(input.Length);
        (int[] starts, int[] members) = op.Layout(node.Inputs[0].Shape);
        return Each(node, i => members.Length == 0
            ? ofNone!
            : members.Select(member => input[starts[i] + member]).Aggregate(combine));
    }

    private Node[] Products(Node node, Node[] left, Node[] right)
    {
        (int inner, int columns) = (node.Inputs[0].Shape[^1], node.Shape[^1]);
        int rows = node.Shape[^2];
        Count(2L * node.Shape.Length * inner);
        return Each(node, i =>
        {
            (int row, int column, int matrix) = (i / columns % rows, i % columns, i / columns / rows);
            return Enumerable.Range(0, inner)
                .Select(k => Build.Binary<Mul>(
                    left[(((matrix * rows) + row) * inner) + k], right[(((matrix * inner) + k) * columns) + column]))
                .DefaultIfEmpty(Build.Fill(0, new(Shape.Scalar, node.DType)))
                .Aggregate(static (a, b) => Build.Binary<Add>(a, b));
        });
    }

    // What only moves elements is run on their numbers: the result says where each one comes from.
    private static Node[] Moved(Node node, Node[][] inputs)
    {
        var numbers = new Storage[inputs.Length];
        int first = 0;
        for (int i = 0; i < inputs.Length; i++)
        {
            numbers[i] = Storage.Allocate(DType.Int64, inputs[i].Length);
            Span<long> places = numbers[i].Elements<long>();
            for (int k = 0; k < places.Length; k++) places[k] = first++;
        }

        Storage moved = Storage.Allocate(DType.Int64, node.Shape.Length);
        node.Op.Evaluate(node, numbers, moved);
        Node[] all = [.. inputs.SelectMany(static input => input)];
        return Each(node, i => all[moved.Elements<long>()[i]]);
    }

    // W₁₂ as in a textbook, counted from 1; W₁,₁₂ where that could be read in two ways.
    private static string IndexOf(int element, Shape shape)
    {
        int[] index = new int[shape.Rank];
        for (int axis = shape.Rank - 1; axis >= 0; axis--)
        {
            index[axis] = (element % shape[axis]) + 1;
            element /= shape[axis];
        }

        string comma = shape.Any(static size => size > 9) ? "," : "";
        return string.Join(comma, index.Select(static place => string.Concat(
            place.ToString(CultureInfo.InvariantCulture).Select(static digit => Low[digit - '0']))));
    }
}
