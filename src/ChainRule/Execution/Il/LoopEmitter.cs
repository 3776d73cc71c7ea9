using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Compiles kernels to machine code while the program runs.</summary>
[RequiresDynamicCode("Emits code while it runs.")]
internal static class LoopEmitter
{
    // The JIT's work grows faster than a method, and beyond some sizes it no longer optimises.
    private const int LongestPart = 600;

    /// <summary>The machine code of a kernel. It can be run by several threads at the same time.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="vectorBits">
    /// The width of the registers: 128, 256 or 512. Any width gives right results on any machine; those that it does
    /// not have are slow.
    /// </param>
    /// <param name="name">What debuggers and profilers show.</param>
    public static LoopFunction Compile(LoopKernel kernel, int vectorBits, string name)
    {
        kernel = LoopLowering.Lower(kernel);
        return SingleLoop.Takes(kernel)
            ? SingleLoop.Compile(kernel, vectorBits, name)
            : CompileParts(kernel, new PartCompiler(kernel, vectorBits, name, LongestPart));
    }

    /// <summary>The machine code of a lowered kernel in several methods of so many instructions at most.</summary>
    public static LoopFunction CompileParts(LoopKernel kernel, PartCompiler parts) =>
        (parts.VectorBits, kernel.ElementSize) switch
        {
            (128, 4) => new PartedLoop<Lanes128<float>, float, int>(kernel, parts).Run,
            (128, _) => new PartedLoop<Lanes128<double>, double, long>(kernel, parts).Run,
            (256, 4) => new PartedLoop<Lanes256<float>, float, int>(kernel, parts).Run,
            (256, _) => new PartedLoop<Lanes256<double>, double, long>(kernel, parts).Run,
            (_, 4) => new PartedLoop<Lanes512<float>, float, int>(kernel, parts).Run,
            _ => new PartedLoop<Lanes512<double>, double, long>(kernel, parts).Run,
        };

    /// <summary>A method without a body.</summary>
    public static DynamicMethod Method(string name, params Type[] parameters)
    {
        DynamicMethod method = new(name, typeof(void), parameters, typeof(LoopEmitter).Module, skipVisibility: true);
        // Every variable is written before it is read.
        method.InitLocals = false;
        return method;
    }

    /// <summary>A generic method with its type arguments.</summary>
    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2060",
        Justification = "The type arguments are numbers and registers, of which nothing is asked.")]
    public static MethodInfo Close(MethodInfo method, params Type[] arguments) => method.MakeGenericMethod(arguments);
}
