using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;

namespace ChainRule.Execution;

/// <summary>
/// The local variables of an emitted method, used again as soon as their value is dead: beyond 512 the JIT stops
/// inlining.
/// </summary>
[RequiresDynamicCode("Emits code while it runs.")]
internal sealed class LocalPool(ILGenerator il)
{
    private readonly Dictionary<Type, Stack<LocalBuilder>> _free = [];

    /// <summary>A variable of the type that holds no value that is needed.</summary>
    public LocalBuilder Rent(Type type) => _free.TryGetValue(type, out Stack<LocalBuilder>? free) && free.Count > 0
        ? free.Pop()
        : il.DeclareLocal(type);

    /// <summary>Says that the variable's value is dead.</summary>
    public void Return(LocalBuilder local)
    {
        if (!_free.TryGetValue(local.LocalType, out Stack<LocalBuilder>? free))
            _free.Add(local.LocalType, free = new());
        free.Push(local);
    }
}
