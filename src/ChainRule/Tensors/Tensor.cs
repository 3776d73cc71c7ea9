using System.Diagnostics;
using System.Runtime.CompilerServices;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule;

/// <summary>
/// A multi-dimensional array of numbers, as a value in a computational graph. Operations on tensors build the graph and
/// compute nothing; reading a tensor (<see cref="Item{T}()"/>, <see cref="ToArray{T}"/>, <see cref="ToString()"/> …)
/// computes what it needs. Nothing needs to be disposed.
/// </summary>
/// <remarks>
/// A tensor that was read keeps its value, so that reading it again is free; what was computed on the way to it does
/// not. Two tensors that share a part, such as two gradients of one loss, compute that part once if they are asked for
/// together, with <see cref="Compute"/>, and twice if they are read one after the other.
/// <para>
/// The value of a tensor never changes, and several threads may build on it and read it at the same time. That is not
/// so for what does change: a <see cref="Variable"/> that is assigned or renamed, and a name that <see cref="Named"/>
/// gives, which is a label of the tensor itself. Do that on one thread while no other uses the same tensors.
/// </para>
/// <para>
/// Equality is by reference; compare elements with <see cref="Equal(Tensor, Tensor)"/>. A debugger shows what
/// a tensor is without computing it.
/// </para>
/// </remarks>
[DebuggerDisplay("{Node,nq}")]
public partial class Tensor
{
    private Node? _node;

    internal Tensor(Node node) => _node = node;

    private protected Tensor()
    {
    }

    /// <summary>
    /// The tensor that is the value of a node: the way back from ops of one's own, made with <see cref="Node.Create"/>.
    /// </summary>
    /// <param name="node">Any node; the tensor is a handle on it, and computes nothing until it is read.</param>
    public static Tensor Of(Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return new(node);
    }

    /// <summary>The graph node whose value this is.</summary>
    public Node Node => _node ?? Made();

    /// <summary>The sizes of the axes.</summary>
    public Shape Shape => Type.Shape;

    /// <summary>The type of the elements.</summary>
    public DType DType => Type.DType;

    /// <summary>The number of axes; 0 for a scalar.</summary>
    public int Rank => Shape.Rank;

    /// <summary>The number of elements.</summary>
    public int Length => Shape.Length;

    /// <summary>The name, if it was given one.</summary>
    public string? Name => Label;

    /// <summary>Shape and dtype.</summary>
    internal virtual TensorType Type => Node.Type;

    /// <summary>The name; see <see cref="Name"/>.</summary>
    private protected virtual string? Label => Node.Name;

    /// <summary>
    /// Gives the tensor a name, which messages and pictures then use. Not for several threads at the same time.
    /// </summary>
    /// <param name="name">Not empty.</param>
    /// <returns>
    /// The same tensor; if it has another name already, which stays, the same value under the new one.
    /// </returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public Tensor Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        // An operation that changes nothing, such as x·1, gives its argument's own node: naming
        // the result must not rename x.
        if (Node.Name is not null && Node.Name != name)
            return new(Node.Create(Alias.Instance, Node)) { Node = { Name = name } };
        Node.Name = name;
        return this;
    }

    /// <summary>Whether it stands for an argument of a function that is being differentiated or traced.</summary>
    internal bool IsArgument => _node?.Op is Alias or Placeholder;

    /// <summary>
    /// Puts another node in the place of this tensor's; null for one that is made when it is asked for.
    /// </summary>
    private protected void Replace(Node? node) => _node = node;

    /// <summary>Whether there is a node.</summary>
    private protected bool HasNode => _node is not null;

    /// <summary>The value, if it is known without asking the node.</summary>
    private protected virtual Storage? Known => null;

    /// <summary>Makes the node of a tensor that has none at the moment.</summary>
    private protected virtual Node Leaf() =>
        throw new UnreachableException("Only tensors with a value have no node at times.");

    // Several threads may ask for the node at once; all get the same one.
    private Node Made()
    {
        Node leaf = Leaf();
        return Interlocked.CompareExchange(ref _node, leaf, null) ?? leaf;
    }

    /// <summary>An argument that is needed.</summary>
    private protected static Tensor NotNull(Tensor x, [CallerArgumentExpression(nameof(x))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(x, name);
        return x;
    }

    /// <summary>An axis counted from the front; explains what is wrong with one that does not exist.</summary>
    private int AxisOf(int axis, string op) => Shape.Axis(axis, op, Node.Description);
}
