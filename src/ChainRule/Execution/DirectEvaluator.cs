using System.Runtime.InteropServices;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Execution;

/// <summary>
/// Computes node by node with views instead of copies, vectorised loops and the blocked matrix product. A storage is
/// used again as soon as nothing reads it any more.
/// </summary>
internal readonly ref struct DirectEvaluator
{
    private readonly List<Node> _order;
    private readonly ReadOnlySpan<Node> _roots;
    private readonly StoragePool _pool;
    private readonly Dictionary<Node, int> _position;
    private readonly Storage?[] _known;
    private readonly View[] _views;

    // For each node: whose storage it lies in (−1: one that is not ours to reuse), and for each owner
    // how many reads are still to come.
    private readonly int[] _owners;
    private readonly int[] _readers;
    private readonly int[] _pendingReads;

    private DirectEvaluator(List<Node> order, ReadOnlySpan<Node> roots, Func<Node, Storage?> known)
    {
        _order = order;
        _roots = roots;
        _pool = StoragePool.Current;
        _known = new Storage?[order.Count];
        _views = new View[order.Count];
        _owners = new int[order.Count];
        _readers = new int[order.Count];
        _pendingReads = new int[order.Count];
        _position = new Dictionary<Node, int>(order.Count);
        for (int i = 0; i < order.Count; i++)
        {
            _position.Add(order[i], i);
            // Asked once: another thread may compute the node meanwhile, and both counts of reads below must agree.
            _known[i] = known(order[i]);
            if (_known[i] is not null) continue;
            foreach (Node input in order[i].Inputs) _readers[_position[input]]++;
        }

        // A root is read once more, by its user, and so never given back.
        foreach (Node root in roots) _readers[_position[root]]++;
    }

    /// <inheritdoc cref="Evaluator.Run"/>
    public static Storage[] Run(List<Node> order, ReadOnlySpan<Node> roots, Func<Node, Storage?> known)
    {
        var evaluator = new DirectEvaluator(order, roots, known);
        for (int i = 0; i < order.Count; i++) evaluator.Compute(i);
        return evaluator.Values();
    }

    private void Compute(int i)
    {
        Node node = _order[i];
        if (_known[i] is { } known)
        {
            (_views[i], _owners[i]) = (View.Of(known, node.Shape), -1);
            return;
        }

        if (!TryView(i, node))
        {
            Storage output = ComputeElements(node);
            (_views[i], _owners[i]) = (View.Of(output, node.Shape), i);
        }

        if (_owners[i] >= 0) _pendingReads[_owners[i]] += _readers[i];
        foreach (Node input in node.Inputs)
        {
            int owner = _owners[_position[input]];
            if (owner >= 0 && --_pendingReads[owner] == 0) _pool.Return(_views[owner].Storage);
        }
    }

    /// <summary>Nodes that only look at their input's elements in another way cost nothing.</summary>
    private bool TryView(int i, Node node)
    {
        if (node.Op is not (ViewOp or Reshape or PassOp)) return false;
        int source = _position[node.Inputs[0]];
        View input = _views[source];
        if (node.Op is ViewOp op)
        {
            (int offset, int[] strides) = op.View(node, input.Offset, input.Strides);
            _views[i] = input with { Shape = node.Shape, Offset = offset, Strides = strides };
        }
        else if (node.Op is PassOp)
        {
            _views[i] = input;
        }
        else if (input.IsContiguous)
        {
            _views[i] = input with { Shape = node.Shape, Strides = node.Shape.RowMajorStrides() };
        }
        else if (input.IsUniform)
        {
            _views[i] = input with { Shape = node.Shape, Strides = new int[node.Shape.Rank] };
        }
        else
        {
            return false;
        }

        _owners[i] = _owners[source];
        return true;
    }

    private Storage ComputeElements(Node node)
    {
        var views = new View[node.Inputs.Length];
        for (int i = 0; i < views.Length; i++) views[i] = _views[_position[node.Inputs[i]]];
        Storage output = _pool.Rent(node.DType, node.Shape.Length);
        List<Storage>? copies = null;
        for (int i = 0; i < views.Length; i++)
        {
            if (Takes(node, views[i])) continue;
            Storage copy = _pool.Rent(views[i].Storage.DType, views[i].Shape.Length);
            views[i].CopyTo(copy);
            (copies ??= []).Add(copy);
            views[i] = View.Of(copy, views[i].Shape);
        }

        Run(node, views, output);
        foreach (Storage copy in CollectionsMarshal.AsSpan(copies)) _pool.Return(copy);
        return output;
    }

    /// <summary>
    /// Whether the kernel for a node reads such a view as it is; most want row-major elements of their own.
    /// </summary>
    private static bool Takes(Node node, View view) => node.Op switch
    {
        Dot when node.DType.IsFloat => DotKernel.Takes(view),
        DifferentiableOp when node.DType.IsFloat => view.IsUniform || view.IsContiguous,
        _ => view.IsWhole,
    };

    private static void Run(Node node, View[] views, Storage output)
    {
        switch (node.Op)
        {
            case Dot when node.DType.IsFloat:
                DotKernel.Run(node, views[0], views[1], output);
                return;
            case DifferentiableOp op when node.DType.IsFloat:
                var loop = new VectorLoop(views, output);
                op.Run(ref loop);
                return;
            case Sum sum when node.DType.IsFloat && SumKernel.TryRun(sum, views[0], output):
                return;
            default:
                node.Op.Evaluate(node, Array.ConvertAll(views, static view => view.Storage), output);
                return;
        }
    }

    /// <summary>The elements of the roots, row-major.</summary>
    private Storage[] Values()
    {
        var values = new Storage[_roots.Length];
        for (int i = 0; i < values.Length; i++)
        {
            View view = _views[_position[_roots[i]]];
            if (view.IsWhole)
            {
                values[i] = view.Storage;
                continue;
            }

            values[i] = Storage.Allocate(_roots[i].DType, _roots[i].Shape.Length);
            view.CopyTo(values[i]);
        }

        return values;
    }
}
