using System.Numerics;
using System.Runtime.CompilerServices;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// Reduces rows with accumulators in scratch memory, in blocks as <see cref="LoopKernel.BlockLength"/> says.
/// </summary>
/// <typeparam name="TLanes">The register of reals.</typeparam>
/// <typeparam name="TReal">float or double.</typeparam>
/// <typeparam name="TWhole">int or long.</typeparam>
internal static class ScratchReductions<TLanes, TReal, TWhole>
    where TLanes : struct, ILanes<TLanes, TReal>
    where TReal : unmanaged, IBinaryFloatingPointIeee754<TReal>
    where TWhole : unmanaged, IBinaryInteger<TWhole>, IMinMaxValue<TWhole>
{
    /// <summary>What stands before the blocks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void BeginRow(LoopReduction[] reductions, ref byte scratch)
    {
        foreach (LoopReduction reduction in reductions)
        {
            ref byte total = ref Unsafe.Add(ref scratch, reduction.Total);
            if (reduction.Type == LaneType.Whole) Unsafe.WriteUnaligned(ref total, WholeIdentity(reduction.Primitive));
            else if (reduction.Primitive == Primitive.RowSum) Unsafe.WriteUnaligned(ref total, 0.0);
            else Unsafe.WriteUnaligned(ref total, TReal.CreateTruncating(RealIdentity(reduction.Primitive)));
        }
    }

    /// <summary>What stands before a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void BeginBlock(LoopReduction[] reductions, ref byte scratch)
    {
        foreach (LoopReduction reduction in reductions)
        {
            ref byte block = ref Unsafe.Add(ref scratch, reduction.Accumulator);
            if (reduction.Type == LaneType.Real)
            {
                TLanes.Store(TLanes.Of(RealIdentity(reduction.Primitive)), ref Unsafe.As<byte, TReal>(ref block));
                continue;
            }

            for (int i = 0; i < TLanes.Count; i++)
                Unsafe.Add(ref Unsafe.As<byte, TWhole>(ref block), i) = WholeIdentity(reduction.Primitive);
        }
    }

    /// <summary>What stands behind a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void EndBlock(LoopReduction[] reductions, ref byte scratch)
    {
        foreach (LoopReduction reduction in reductions)
        {
            ref byte block = ref Unsafe.Add(ref scratch, reduction.Accumulator);
            ref byte total = ref Unsafe.Add(ref scratch, reduction.Total);
            if (reduction.Type == LaneType.Whole)
            {
                ref TWhole whole = ref Unsafe.As<byte, TWhole>(ref total);
                for (int i = 0; i < TLanes.Count; i++)
                    whole = Combine(reduction.Primitive, whole, Unsafe.Add(ref Unsafe.As<byte, TWhole>(ref block), i));
                continue;
            }

            TLanes lanes = TLanes.Load(ref Unsafe.As<byte, TReal>(ref block));
            ref TReal real = ref Unsafe.As<byte, TReal>(ref total);
            if (reduction.Primitive == Primitive.RowSum)
                Unsafe.As<byte, double>(ref total) += double.CreateTruncating(TLanes.SumOfLanes(lanes));
            else if (reduction.Primitive == Primitive.RowMax) real = TReal.Max(real, TLanes.MaxOfLanes(lanes));
            else real = TReal.Min(real, TLanes.MinOfLanes(lanes));
        }
    }

    /// <summary>What stands behind the blocks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void EndRow(LoopReduction[] reductions, ref byte scratch)
    {
        foreach (LoopReduction reduction in reductions)
        {
            ref byte total = ref Unsafe.Add(ref scratch, reduction.Total);
            ref byte result = ref Unsafe.Add(ref scratch, reduction.Result);
            if (reduction is { Type: LaneType.Real, Primitive: Primitive.RowSum })
                Unsafe.WriteUnaligned(ref result, TReal.CreateTruncating(Unsafe.ReadUnaligned<double>(ref total)));
            else
                Unsafe.WriteUnaligned(ref result, Unsafe.ReadUnaligned<TReal>(ref total));
        }
    }

    private static double RealIdentity(Primitive primitive) => primitive switch
    {
        Primitive.RowSum => 0,
        Primitive.RowMax => double.NegativeInfinity,
        _ => double.PositiveInfinity,
    };

    private static TWhole WholeIdentity(Primitive primitive) => primitive switch
    {
        Primitive.RowSum => TWhole.Zero,
        Primitive.RowMax => TWhole.MinValue,
        _ => TWhole.MaxValue,
    };

    private static TWhole Combine(Primitive primitive, TWhole x, TWhole y) => primitive switch
    {
        Primitive.RowSum => unchecked(x + y),
        Primitive.RowMax => TWhole.Max(x, y),
        _ => TWhole.Min(x, y),
    };
}
