using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics.X86;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Reads and writes the first lanes of a register with the masked instructions of x86.</summary>
[RequiresDynamicCode("Emits code while it runs.")]
internal sealed class MaskedAccess
{
    private readonly VectorShape _shape;

    // AVX-512 takes a third argument, what the other lanes get.
    private readonly bool _merges;
    private readonly Type _reals, _wholes;

    private MaskedAccess(VectorShape shape, bool merges, Type reals, Type wholes) =>
        (_shape, _merges, _reals, _wholes) = (shape, merges, reals, wholes);

    /// <summary>The instructions for the width, null if the processor has none.</summary>
    public static MaskedAccess? Of(VectorShape shape) => shape.Bits switch
    {
        512 => Avx512F.IsSupported ? new(shape, true, typeof(Avx512F), typeof(Avx512F)) : null,
        _ when Avx512F.VL.IsSupported => new(shape, true, typeof(Avx512F.VL), typeof(Avx512F.VL)),
        _ => Avx2.IsSupported ? new(shape, false, typeof(Avx), typeof(Avx2)) : null,
    };

    /// <summary>Reads from the address on top.</summary>
    public void Load(ILGenerator il, LaneType type, LocalBuilder mask)
    {
        Pin(il);
        PushMask(il, type, mask);
        if (_merges) il.Emit(OpCodes.Call, _shape.Property("Zero", type));
        il.Emit(OpCodes.Call, Method("MaskLoad", type));
    }

    /// <summary>Writes what <paramref name="push"/> pushes to the address on top.</summary>
    public void Store(ILGenerator il, LaneType type, LocalBuilder mask, Action push)
    {
        Pin(il);
        PushMask(il, type, mask);
        push();
        il.Emit(OpCodes.Call, Method("MaskStore", type));
    }

    // The instructions take pointers. A pinned variable keeps the garbage collector from moving the array meanwhile.
    private static void Pin(ILGenerator il)
    {
        LocalBuilder pinned = il.DeclareLocal(typeof(byte).MakeByRefType(), pinned: true);
        il.Emit(OpCodes.Stloc, pinned);
        il.Emit(OpCodes.Ldloc, pinned);
        il.Emit(OpCodes.Conv_U);
    }

    private void PushMask(ILGenerator il, LaneType type, LocalBuilder mask)
    {
        il.Emit(OpCodes.Ldloc, mask);
        if (type == LaneType.Whole) il.Emit(OpCodes.Call, _shape.Reinterpret(LaneType.Real, LaneType.Whole));
    }

    private MethodInfo Method(string name, LaneType type)
    {
        Type register = _shape.Register(type), pointer = _shape.Element(type).MakePointerType();
        Type[] parameters = name == "MaskStore" || _merges ? [pointer, register, register] : [pointer, register];
        return Methods(type).Single(method => method.Name == name
            && method.GetParameters().Select(static parameter => parameter.ParameterType).SequenceEqual(parameters));
    }

    private MethodInfo[] Methods(LaneType type)
    {
        Type owner = type == LaneType.Whole ? _wholes : _reals;
        if (owner == typeof(Avx512F)) return typeof(Avx512F).GetMethods();
        if (owner == typeof(Avx512F.VL)) return typeof(Avx512F.VL).GetMethods();
        return owner == typeof(Avx) ? typeof(Avx).GetMethods() : typeof(Avx2).GetMethods();
    }
}
