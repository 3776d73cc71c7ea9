using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics.X86;
using ChainRule.Kernels;
using ChainRule.Planning;

namespace ChainRule.Execution;

internal sealed partial class ValueWriter
{
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
        Push(step.B, atElements);
        il.Emit(OpCodes.Stloc, result);
        Push(step.A, atElements);
        Call(shape.Function("Abs", LaneType.Real));
        PushConstant(step with { Bits = BitConverter.DoubleToInt64Bits(limit) }, shape);
        Call(shape.Function("GreaterThanAny", LaneType.Real));
        il.Emit(OpCodes.Brfalse, done);
        Push(step.A, atElements);
        il.Emit(OpCodes.Newobj, shape.Carrier.GetConstructor([shape.Real])!);
        il.Emit(OpCodes.Ldc_R8, limit);
        il.Emit(OpCodes.Ldloc, result);
        il.Emit(OpCodes.Newobj, shape.Carrier.GetConstructor([shape.Real])!);
        Call(LoopEmitter.Close(
            typeof(LaneByLane).GetMethod(nameof(LaneByLane.ApplyBeyond))!, function, shape.Carrier, shape.RealElement));
        il.Emit(OpCodes.Ldfld, shape.Carrier.GetField("Value")!);
        il.Emit(OpCodes.Stloc, result);
        il.MarkLabel(done);
        il.Emit(OpCodes.Ldloc, result);
        pool.Return(result);
    }

    // The registers of the other loops compute it; a single number needs one lane only.
    private void CarrierFunction(Instruction step, VectorShape shape)
    {
        bool atElements = step.Level == Level.Element;
        Type carrier = atElements ? shape.Carrier : shape.SingleCarrier;
        ConstructorInfo wrap = carrier.GetConstructor([atElements ? shape.Real : shape.RealElement])!;
        int count = 0;
        foreach (int argument in (ReadOnlySpan<int>)[step.A, step.B, step.C])
        {
            if (argument < 0) continue;
            Push(argument, atElements);
            if (!atElements) cells.ToNumber(LaneType.Real);
            il.Emit(OpCodes.Newobj, wrap);
            count++;
        }

        Call(carrier.GetMethods().Single(method =>
            method.Name == step.Primitive.ToString() && method.GetParameters().Length == count));
        il.Emit(OpCodes.Ldfld, carrier.GetField("Value")!);
        if (!atElements) cells.FromNumber(LaneType.Real);
    }
}
