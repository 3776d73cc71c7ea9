using System.Numerics;

namespace ChainRule.Execution;

/// <summary>The ways to make one real of many.</summary>
internal static class ReductionOp
{
    /// <summary>Their sum.</summary>
    public readonly struct Sum : IReductionOp
    {
        public static double Start => 0;

        public static double Combine(double left, double right) => left + right;

        public static TLanes Combine<TLanes, T>(TLanes left, TLanes right)
            where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            left + right;

        public static T CombineLanes<TLanes, T>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            TLanes.SumOfLanes(x);
    }

    /// <summary>The largest one, NaN if one is.</summary>
    public readonly struct Max : IReductionOp
    {
        public static double Start => double.NegativeInfinity;

        public static double Combine(double left, double right) => Math.Max(left, right);

        public static TLanes Combine<TLanes, T>(TLanes left, TLanes right)
            where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            TLanes.Max(left, right);

        public static T CombineLanes<TLanes, T>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            TLanes.MaxOfLanes(x);
    }

    /// <summary>The smallest one, NaN if one is.</summary>
    public readonly struct Min : IReductionOp
    {
        public static double Start => double.PositiveInfinity;

        public static double Combine(double left, double right) => Math.Min(left, right);

        public static TLanes Combine<TLanes, T>(TLanes left, TLanes right)
            where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            TLanes.Min(left, right);

        public static T CombineLanes<TLanes, T>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            TLanes.MinOfLanes(x);
    }
}
