namespace ChainRule.Graphs;

/// <summary>
/// A name for a group of nodes, such as a layer; scopes nest. Nodes remember the scope they were made in.
/// </summary>
public sealed class Scope
{
    [ThreadStatic]
    private static Scope? _current;

    private Scope(string name, Scope? parent) => (Name, Parent) = (name, parent);

    /// <summary>The scope that nodes made on this thread now belong to.</summary>
    public static Scope? Current => _current;

    /// <summary>The name of this group alone.</summary>
    public string Name { get; }

    /// <summary>The group around this one.</summary>
    public Scope? Parent { get; }

    /// <summary>The names from the outermost group to this one: <c>net/linear1</c>.</summary>
    public string Path => Parent is null ? Name : $"{Parent.Path}/{Name}";

    /// <summary>Puts the nodes made on this thread, until the result is disposed, into a group.</summary>
    /// <remarks>
    /// Scopes are those of a thread: dispose the result on the thread that began it, inner scopes before outer ones,
    /// and do not await in between, since what follows may run on another thread, which knows nothing of the scope. A
    /// <c>using</c> without an await does it right.
    /// </remarks>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static Section Begin(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var section = new Section(_current);
        _current = new Scope(name, _current);
        return section;
    }

    /// <summary>Goes back to a group, or to none, until the result is disposed.</summary>
    internal static Section Within(Scope? scope)
    {
        var section = new Section(_current);
        _current = scope;
        return section;
    }

    /// <summary>The path.</summary>
    public override string ToString() => Path;

    /// <summary>Ends a scope when it is disposed.</summary>
    public readonly struct Section : IDisposable
    {
        private readonly Scope? _outer;

        internal Section(Scope? outer) => _outer = outer;

        /// <summary>Makes the scope around the ended one current again.</summary>
        public void Dispose() => _current = _outer;
    }
}
