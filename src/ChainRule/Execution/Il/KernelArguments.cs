using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;

namespace ChainRule.Execution;

/// <summary>Emits the addresses of operands out of the arguments of a <see cref="Planning.LoopFunction"/>.</summary>
/// <remarks>
/// Addresses are managed references, which follow their arrays when the garbage collector moves them. The lists that
/// the arguments are have an entry for each operand, so they are read without a check.
/// </remarks>
[RequiresDynamicCode("Emits code while it runs.")]
internal sealed class KernelArguments
{
    private static readonly MethodInfo FirstArray = FirstOf(typeof(Array)), FirstNumber = FirstOf(typeof(nint));

    // An array of any numbers has its first element where one of bytes has it.
    private static readonly MethodInfo FirstByte = FirstOf(typeof(byte));

    private readonly ILGenerator _il;
    private readonly LocalBuilder _arrays, _offsets, _rowStrides, _columnStrides;
    private readonly Dictionary<int, LocalBuilder> _origins = [];

    /// <summary>Emits the beginning of the method.</summary>
    public KernelArguments(ILGenerator il)
    {
        _il = il;
        _arrays = First(0, FirstArray, typeof(Array));
        _offsets = First(1, FirstNumber, typeof(nint));
        _rowStrides = First(2, FirstNumber, typeof(nint));
        _columnStrides = First(3, FirstNumber, typeof(nint));
    }

    /// <summary>Pushes the number of the row; null if the offsets are those of the row.</summary>
    public Action? PushRow { get; init; }

    /// <summary>Keeps the address of the row's first element in a variable; to be emitted for each row.</summary>
    public void KeepOrigin(int operand)
    {
        if (!_origins.TryGetValue(operand, out LocalBuilder? origin))
            origin = _il.DeclareLocal(typeof(byte).MakeByRefType());
        _origins.Remove(operand);
        PushRowOrigin(operand);
        _il.Emit(OpCodes.Stloc, origin);
        _origins.Add(operand, origin);
    }

    /// <summary>Pushes the address of row 0, column 0.</summary>
    public void PushFirst(int operand)
    {
        PushEntry(_arrays, operand);
        _il.Emit(OpCodes.Ldind_Ref);
        _il.Emit(OpCodes.Call, FirstByte);
        PushEntry(_offsets, operand);
        _il.Emit(OpCodes.Ldind_I);
        _il.Emit(OpCodes.Add);
    }

    /// <summary>Pushes the address of the row's first element.</summary>
    public void PushRowOrigin(int operand)
    {
        if (_origins.TryGetValue(operand, out LocalBuilder? origin))
        {
            _il.Emit(OpCodes.Ldloc, origin);
            return;
        }

        PushFirst(operand);
        if (PushRow is null) return;
        PushEntry(_rowStrides, operand);
        _il.Emit(OpCodes.Ldind_I);
        PushRow();
        _il.Emit(OpCodes.Mul);
        _il.Emit(OpCodes.Add);
    }

    /// <summary>Pushes the distance in bytes between columns.</summary>
    public void PushColumnStride(int operand)
    {
        PushEntry(_columnStrides, operand);
        _il.Emit(OpCodes.Ldind_I);
    }

    private static MethodInfo FirstOf(Type element) => LoopEmitter.Close(
        typeof(MemoryMarshal).GetMethods().Single(static method =>
            method.Name == nameof(MemoryMarshal.GetArrayDataReference) && method.IsGenericMethod),
        element);

    private LocalBuilder First(int argument, MethodInfo first, Type element)
    {
        LocalBuilder local = _il.DeclareLocal(element.MakeByRefType());
        _il.Emit(OpCodes.Ldarg, (short)argument);
        _il.Emit(OpCodes.Call, first);
        _il.Emit(OpCodes.Stloc, local);
        return local;
    }

    private void PushEntry(LocalBuilder list, int operand)
    {
        _il.Emit(OpCodes.Ldloc, list);
        if (operand == 0) return;
        _il.Emit(OpCodes.Ldc_I4, operand * nint.Size);
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Add);
    }
}
