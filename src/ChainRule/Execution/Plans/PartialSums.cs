using System.Diagnostics;
using System.Numerics;
using ChainRule.Graphs;

namespace ChainRule.Execution;

/// <summary>Adds up, in order, what the parts of a loop have summed each on its own.</summary>
internal static class PartialSums
{
    /// <summary>target[i] = Σₚ partials[p·n + i], with n the target's length.</summary>
    public static void Add(Storage partials, Storage target)
    {
        switch (partials.DType, target.DType)
        {
            case (DType.Float32, DType.Float32): Add<float, float>(partials, target); break;
            case (DType.Float64, DType.Float32): Add<double, float>(partials, target); break;
            case (DType.Float64, DType.Float64): Add<double, double>(partials, target); break;
            case (DType.Int32, DType.Int32): Add<int, int>(partials, target); break;
            case (DType.Int64, DType.Int64): Add<long, long>(partials, target); break;
            default: throw new UnreachableException($"{partials.DType}, {target.DType}");
        }
    }

    private static void Add<TSum, T>(Storage partials, Storage target)
        where TSum : unmanaged, INumber<TSum> where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<TSum> sums = partials.Elements<TSum>();
        Span<T> totals = target.Elements<T>();
        if (totals.Length == 0) return;
        for (int i = 0; i < totals.Length; i++)
        {
            TSum total = TSum.Zero;
            for (int at = i; at < sums.Length; at += totals.Length) total += sums[at];
            totals[i] = T.CreateTruncating(total);
        }
    }
}
