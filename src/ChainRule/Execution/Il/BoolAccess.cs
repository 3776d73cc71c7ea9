using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Widens neighbouring bools to a mask and narrows a mask to bools with the instructions of x86.</summary>
[RequiresDynamicCode("Emits code while it runs.")]
internal sealed class BoolAccess
{
    private readonly VectorShape _shape;
    private readonly MethodInfo _widen, _narrow;

    private BoolAccess(VectorShape shape, MethodInfo widen, MethodInfo narrow) =>
        (_shape, _widen, _narrow) = (shape, widen, narrow);

    /// <summary>The instructions for the width, null if the processor has none.</summary>
    public static BoolAccess? Of(VectorShape shape)
    {
        if (!Avx512F.VL.IsSupported) return null;
        MethodInfo[] wideners = shape.Bits switch
        {
            512 => typeof(Avx512F).GetMethods(),
            256 => typeof(Avx2).GetMethods(),
            _ => typeof(Sse41).GetMethods(),
        };
        MethodInfo[] narrowers = shape.Bits == 512 ? typeof(Avx512F).GetMethods() : typeof(Avx512F.VL).GetMethods();
        string name = $"ConvertToVector{shape.Bits}{shape.WholeElement.Name}";
        return new(
            shape,
            wideners.Single(method => method.Name == name && Takes(method, typeof(Vector128<byte>))),
            narrowers.Single(method => method.Name == "ConvertToVector128Byte" && Takes(method, shape.Whole)));
    }

    /// <summary>Reads the bools at the address on top as a mask.</summary>
    public void Load(ILGenerator il)
    {
        il.Emit(OpCodes.Unaligned, (byte)1);
        if (_shape.Lanes == 16)
        {
            il.Emit(OpCodes.Ldobj, typeof(Vector128<byte>));
        }
        else
        {
            Type number = Packed();
            il.Emit(OpCodes.Ldobj, number);
            il.Emit(OpCodes.Call, typeof(Vector128).GetMethod("CreateScalarUnsafe", [number])!);
            il.Emit(OpCodes.Call, Reinterpret(number, typeof(byte)));
        }

        il.Emit(OpCodes.Call, _widen);
        il.Emit(OpCodes.Call, _shape.Property("Zero", LaneType.Whole));
        il.Emit(OpCodes.Call, _shape.Function("GreaterThan", LaneType.Whole));
        il.Emit(OpCodes.Call, _shape.Reinterpret(LaneType.Whole, LaneType.Mask));
    }

    /// <summary>Writes the mask on top as bools to the address below.</summary>
    public void Store(ILGenerator il)
    {
        il.Emit(OpCodes.Call, _shape.Reinterpret(LaneType.Mask, LaneType.Whole));
        il.Emit(OpCodes.Call, _narrow);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Call, typeof(Vector128).GetMethod("Create", [typeof(byte)])!);
        il.Emit(OpCodes.Call, typeof(Vector128<byte>).GetMethod("op_BitwiseAnd")!);
        if (_shape.Lanes < 16)
        {
            il.Emit(OpCodes.Call, Reinterpret(typeof(byte), Packed()));
            il.Emit(OpCodes.Call, LoopEmitter.Close(typeof(Vector128).GetMethod("ToScalar")!, Packed()));
        }

        il.Emit(OpCodes.Unaligned, (byte)1);
        il.Emit(OpCodes.Stobj, _shape.Lanes == 16 ? typeof(Vector128<byte>) : Packed());
    }

    private static bool Takes(MethodInfo method, Type type) =>
        method.GetParameters() is [var only] && only.ParameterType == type;

    private static MethodInfo Reinterpret(Type from, Type to) => LoopEmitter.Close(
        typeof(Vector128)
            .GetMethods()
            .Single(static method => method.Name == "As" && method.GetGenericArguments().Length == 2),
        from,
        to);

    // As many bytes as there are lanes.
    private Type Packed() => _shape.Lanes switch
    {
        8 => typeof(ulong),
        4 => typeof(uint),
        _ => typeof(ushort),
    };
}
