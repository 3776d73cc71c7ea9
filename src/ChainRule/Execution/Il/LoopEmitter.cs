using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Compiles kernels to machine code while the program runs.</summary>
[RequiresDynamicCode("Emits code while it runs.")]
internal static class LoopEmitter
{
    /// <summary>The machine code of a kernel. It can be run by several threads at the same time.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="vectorBits">
    /// The width of the registers: 128, 256 or 512. Any width gives right results on any machine; those that it does
    /// not have are slow.
    /// </param>
    /// <param name="name">What debuggers and profilers show.</param>
    public static LoopFunction Compile(LoopKernel kernel, int vectorBits, string name) =>
        SingleLoop.Compile(LoopLowering.Lower(kernel), vectorBits, name);

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
