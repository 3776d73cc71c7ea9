using ChainRule.Graphs;

namespace ChainRule.Learning;

/// <summary>
/// A part of a network: a function of a tensor with parameters to train. A layer that consists of others overrides
/// <see cref="Children"/>; one with parameters of its own overrides <see cref="Variables"/>.
/// </summary>
/// <remarks>
/// A composite names its children by kind and number, and their parameters by path: <c>linear2.weight</c>. It does so
/// when it is first used, so that messages and pictures speak of the same layers as the code.
/// </remarks>
public abstract class Layer
{
    [ThreadStatic]
    private static Layer? _current;

    private bool _isNamed, _hasNamedChildren;
    private Layer? _parent, _usedBy;

    /// <summary>
    /// The name in messages, pictures and parameter names: the kind in lower case, numbered by the layer around it.
    /// </summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public string Name
    {
        get => field ?? Kind;
        set
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            field = value;
            _isNamed = true;
        }
    }

    /// <summary>The layers that this one consists of: <c>[_first, .. _hidden]</c>. None by default.</summary>
    public virtual IReadOnlyList<Layer> Children => [];

    /// <summary>The parameters of this layer and all within it, in order, each once even if it is shared.</summary>
    public IReadOnlyList<Variable> Parameters
    {
        get
        {
            NameChildren();
            var found = new OrderedDictionary<Variable, bool>();
            Collect(found);
            return [.. found.Keys];
        }
    }

    /// <summary>The parameters of this layer itself, without its children's. None by default.</summary>
    protected virtual IReadOnlyList<Variable> Variables => [];

    private string Kind => GetType().Name.ToLowerInvariant();

    /// <summary>Applies the layer. The nodes of the graph belong to a scope of the layer's name.</summary>
    /// <param name="x">The input; its first axis is the batch.</param>
    /// <exception cref="ShapeException">The input does not fit the layer.</exception>
    /// <exception cref="DTypeException">The input's dtype is not that of the parameters.</exception>
    /// <exception cref="InvalidOperationException">
    /// The layer is used by another that does not list it among its <see cref="Children"/>: it would not be trained.
    /// </exception>
    public Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        NameChildren();
        Layer? outer = _current;
        outer?.CheckOwns(this);
        using Scope.Section scope = Scope.Begin(Name);
        try
        {
            _current = this;
            return Apply(x);
        }
        finally
        {
            _current = outer;
        }
    }

    /// <summary>What the layer computes.</summary>
    /// <param name="x">The input; its first axis is the batch.</param>
    protected abstract Tensor Apply(Tensor x);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private void CheckOwns(Layer used)
    {
        if (used._usedBy == this) return;
        var owned = new HashSet<Variable>(Parameters);
        if (used.Parameters.Any(parameter => !owned.Contains(parameter)))
        {
            throw new InvalidOperationException(
                $"The layer `{Name}` ({GetType().Name}) uses `{used.Name}` ({used.GetType().Name}), "
                + "which is not among its Children, so it would not be trained. "
                + $"Override Children in {GetType().Name}, for instance: "
                + "public override IReadOnlyList<Layer> Children => [_first, .. _layers];");
        }

        used._usedBy = this;
    }

    private void Collect(OrderedDictionary<Variable, bool> found)
    {
        foreach (Variable variable in Variables) found.TryAdd(variable, true);
        foreach (Layer child in Children) child.Collect(found);
    }

    /// <summary>
    /// The parameters that are named after this layer: not those of layers that were first used elsewhere.
    /// </summary>
    private IEnumerable<Variable> Own() =>
        Variables.Concat(Children.Where(child => child._parent == this).SelectMany(static child => child.Own()));

    private void NameChildren()
    {
        if (_hasNamedChildren) return;
        _hasNamedChildren = true;
        var numbers = new Dictionary<string, int>();
        foreach (Layer child in Children)
        {
            child.NameChildren();
            // A shared layer keeps the name it was given first.
            if (child._parent is not null) continue;
            child._parent = this;
            int number = numbers[child.Kind] = numbers.GetValueOrDefault(child.Kind) + 1;
            if (!child._isNamed) child.Name = $"{child.Kind}{number}";
            foreach (Variable parameter in child.Own().Distinct())
                parameter.Rename($"{child.Name}.{parameter.Name ?? "parameter"}");
        }
    }
}
