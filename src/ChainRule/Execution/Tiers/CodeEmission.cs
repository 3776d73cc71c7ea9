using System.Runtime.CompilerServices;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Whether this runtime compiles emitted code, and if so, how to.</summary>
internal static class CodeEmission
{
    /// <summary>Not under NativeAOT and not in the browser.</summary>
    public static bool IsSupported => RuntimeFeature.IsDynamicCodeCompiled && false;

    /// <summary>Compiles a kernel.</summary>
    public static LoopFunction Compile(LoopKernel kernel) => throw new PlatformNotSupportedException();
}
