using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>Whether this runtime compiles emitted code.</summary>
internal static class CodeEmission
{
    /// <summary>Not under NativeAOT and not in the browser, where the emitter is trimmed away.</summary>
    [FeatureGuard(typeof(RequiresDynamicCodeAttribute))]
    public static bool IsSupported => RuntimeFeature.IsDynamicCodeCompiled;
}
