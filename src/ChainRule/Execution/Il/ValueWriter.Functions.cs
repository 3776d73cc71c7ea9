using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics.X86;
using ChainRule.Kernels;
using ChainRule.Planning;

namespace ChainRule.Execution;

internal sealed partial class ValueWriter
{
    /// <summary>Puts the register or number on top into its type of <see cref="ILanes{TSelf,T}"/>.</summary>
    public void Wrap([DynamicallyAccessedMembers(VectorShape.CarrierMembers)] Type carrier, Type content)
    {
        LocalBuilder wrapped = pool.Rent(carrier), value = pool.Rent(content);
        il.Emit(OpCodes.Stloc, value);
        il.Emit(OpCodes.Ldloca, wrapped);
        il.Emit(OpCodes.Ldloc, value);
        il.Emit(OpCodes.Stfld, carrier.GetField("Value")!);
        il.Emit(OpCodes.Ldloc, wrapped);
        pool.Return(wrapped);
        pool.Return(value);
    }

    private void ExponentStep(Instruction step, VectorShape shape)
    {
        bool scales = step.Primitive == Primitive.Scale;
        if (shape.Bits == 512 ? !Avx512F.IsSupported : !Avx512F.VL.IsSupported)
        {
            CarrierFunction(step, shape);
            return;
        }

        MethodInfo[] methods = shape.Bits == 512 ? typeof(Avx512F).GetMethods() : typeof(Avx512F.VL).GetMethods();
        string name = scales ? "Scale" : "GetExponent";
        PushArguments(step);
        Call(methods.Single(method => method.Name == name && method.GetParameters().Length == (scales ? 2 : 1)
            && method.GetParameters()[0].ParameterType == shape.Real));
    }

    // The second argument is right but for lanes beyond a limit, which hardly ever occur.
    private void Trigonometric(Instruction step, VectorShape shape)
    {
        bool atElements = step.Level == Level.Element;
        double limit = RealFunctions.TrigonometricLimit(kernel.ElementSize == 8);
        Type function = step.Primitive switch
        {
            Primitive.Sin => typeof(Sin),
            Primitive.Cos => typeof(Cos),
            _ => typeof(Tan),
        };
        Label done = il.DefineLabel();
        LocalBuilder result = pool.Rent(shape.Real);
        PushRegister(step.B, atElements);
        il.Emit(OpCodes.Stloc, result);
        PushRegister(step.A, atElements);
        Call(shape.Function("Abs", LaneType.Real));
        PushConstant(step with { Bits = BitConverter.DoubleToInt64Bits(limit) }, shape);
        Call(shape.Function("GreaterThanAny", LaneType.Real));
        il.Emit(OpCodes.Brfalse, done);
        PushRegister(step.A, atElements);
        Wrap(shape.Carrier, shape.Real);
        il.Emit(OpCodes.Ldc_R8, limit);
        il.Emit(OpCodes.Ldloc, result);
        Wrap(shape.Carrier, shape.Real);
        Call(LoopEmitter.Close(
            typeof(LaneByLane).GetMethod(nameof(LaneByLane.ApplyBeyond))!, function, shape.Carrier, shape.RealElement));
        il.Emit(OpCodes.Ldfld, shape.Carrier.GetField("Value")!);
        il.Emit(OpCodes.Stloc, result);
        il.MarkLabel(done);
        il.Emit(OpCodes.Ldloc, result);
        pool.Return(result);
    }

    // The registers of the other loops compute it.
    private void CarrierFunction(Instruction step, VectorShape shape)
    {
        bool atElements = step.Level == Level.Element;
        CallCarrier(step, shape.Carrier, shape.Real, argument => PushRegister(argument, atElements));
    }

    // So does their single lane.
    private void CarrierNumber(Instruction step) => CallCarrier(
        step, _narrow.SingleCarrier, _narrow.RealElement, argument => Push(argument, atElements: false));

    private void CallCarrier(
        Instruction step,
        [DynamicallyAccessedMembers(VectorShape.CarrierMembers)] Type carrier,
        Type content,
        Action<int> push)
    {
        int count = 0;
        foreach (int argument in (ReadOnlySpan<int>)[step.A, step.B, step.C])
        {
            if (argument < 0) continue;
            push(argument);
            Wrap(carrier, content);
            count++;
        }

        Call(carrier.GetMethods().Single(method =>
            method.Name == step.Primitive.ToString() && method.GetParameters().Length == count));
        il.Emit(OpCodes.Ldfld, carrier.GetField("Value")!);
    }
}
