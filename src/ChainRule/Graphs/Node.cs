namespace ChainRule.Graphs;

/// <summary>
/// One step of a computation: an op and the nodes it is applied to. A node never changes what it computes and is
/// compared by reference, so a graph is simply the set of nodes reachable from its results.
/// </summary>
public sealed class Node
{
    private static long _count;

    private readonly Node[] _inputs;

    private Node(Op op, Node[] inputs, TensorType type)
    {
        Op = op;
        _inputs = inputs;
        Type = type;
        Scope = Scope.Current;
        Origin = Origin.Current;
        Number = Interlocked.Increment(ref _count);
    }

    /// <summary>What the node does.</summary>
    public Op Op { get; }

    /// <summary>What it is applied to, in the op's order.</summary>
    public ReadOnlySpan<Node> Inputs => _inputs;

    /// <summary>Shape and dtype of the result.</summary>
    public TensorType Type { get; }

    /// <summary>The shape of the result.</summary>
    public Shape Shape => Type.Shape;

    /// <summary>The type of the result's elements.</summary>
    public DType DType => Type.DType;

    /// <summary>
    /// The name its user gave it, if any: a label for messages and pictures that no computation depends on.
    /// </summary>
    public string? Name { get; internal set; }

    /// <summary>When it was made: a node depends on nodes with smaller numbers only.</summary>
    internal long Number { get; }

    /// <summary>The number of the node that was made last.</summary>
    internal static long Latest => Interlocked.Read(ref _count);

    /// <summary>The group of nodes it was made in, if any.</summary>
    public Scope? Scope { get; }

    /// <summary>For a node made by differentiation: the node whose rule made it.</summary>
    public Origin? Origin { get; }

    /// <summary>The result, once something asked for it; always there in a leaf that holds data.</summary>
    internal Storage? Value { get; set; }

    /// <summary>The variable whose value this leaf is, or was before it got another one.</summary>
    internal object? Owner { get; init; }

    /// <summary>Applies an op to nodes, after checking that they fit.</summary>
    /// <exception cref="ShapeException">The inputs' shapes do not fit the op.</exception>
    /// <exception cref="DTypeException">The inputs' dtypes do not fit the op.</exception>
    public static Node Create(Op op, params ReadOnlySpan<Node> inputs) => new(op, inputs.ToArray(), op.Infer(inputs));

    /// <summary>Makes a leaf that holds data.</summary>
    /// <param name="value">The elements, row-major; the node owns them from now on.</param>
    /// <param name="shape">The sizes of the axes, whose product is the number of elements.</param>
    /// <param name="name">A label.</param>
    public static Node Data(Storage value, Shape shape, string? name = null) => Data(value, shape, name, owner: null);

    /// <summary>The same, for the value of a variable.</summary>
    internal static Node Data(Storage value, Shape shape, string? name, object? owner)
    {
        if (value.Length != shape.Length)
            throw new ShapeException(
                $"A tensor of shape {shape} has {shape.Length} elements, but {value.Length} were given. "
                + "Give as many, or another shape.");
        return new Node(Graphs.Data.Instance, [], new TensorType(shape, value.DType))
        {
            Value = value,
            Name = name,
            Owner = owner,
        };
    }

    /// <summary>Makes a leaf without a value: an argument of a function that is being traced.</summary>
    public static Node Placeholder(TensorType type, string? name = null) =>
        new(Graphs.Placeholder.Instance, [], type) { Name = name };

    /// <summary>
    /// A node that computes the same and is spoken of in the same way in messages, but holds no data and keeps nothing
    /// alive: for whoever needs to know a node longer than its graph.
    /// </summary>
    internal static Node Likeness(Node node, int depth = 3) => node.Inputs.Length > 0 && depth == 0
        ? Placeholder(node.Type, node.Name)
        : new Node(node.Op, Array.ConvertAll(node._inputs, input => Likeness(input, depth - 1)), node.Type)
        {
            Name = node.Name,
        };

    /// <summary>How messages speak of the node: its name in backquotes, or the op of a nameless one.</summary>
    public string Description => Name is null ? $"the {Op.Noun(this)}" : $"`{Name}`";

    /// <summary>Op, dtype and shape, with the name if it has one. Computes nothing.</summary>
    public override string ToString() => Name is null ? $"{Type} = {Op}" : $"{Name}: {Type} = {Op}";
}
