using System.Numerics;
using ChainRule.Kernels;
using ChainRule.Ops;

namespace ChainRule.Execution;

/// <summary>What the steps do with registers of reals: ops of the algebra, and what only registers can do.</summary>
internal static class RealOp
{
    /// <summary>An op of one argument.</summary>
    public readonly struct Unary<TOp> : IUnaryLanesOp where TOp : struct, IUnaryOp
    {
        public static TLanes Run<TLanes, T>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            TOp.Primal(x);
    }

    /// <summary>An op of two arguments.</summary>
    public readonly struct Binary<TOp> : IBinaryLanesOp where TOp : struct, IBinaryOp
    {
        public static TLanes Run<TLanes, T>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            TOp.Primal(x, y);
    }

    /// <inheritdoc cref="IMachine{T}.MultiplyAdd"/>
    public readonly struct MultiplyAdd : ITernaryLanesOp
    {
        public static TLanes Run<TLanes, T>(TLanes x, TLanes y, TLanes z)
            where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            TLanes.MultiplyAdd(x, y, z);
    }

    /// <inheritdoc cref="IMachine{T}.CopySign"/>
    public readonly struct CopySign : IBinaryLanesOp
    {
        public static TLanes Run<TLanes, T>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            TLanes.CopySign(x, y);
    }

    /// <inheritdoc cref="IMachine{T}.Scale"/>
    public readonly struct Scale : IBinaryLanesOp
    {
        public static TLanes Run<TLanes, T>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            TLanes.Scale(x, y);
    }

    /// <inheritdoc cref="IMachine{T}.Exponent"/>
    public readonly struct Exponent : IUnaryLanesOp
    {
        public static TLanes Run<TLanes, T>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            TLanes.Exponent(x);
    }

    /// <inheritdoc cref="IMachine{T}.Mantissa"/>
    public readonly struct Mantissa : IUnaryLanesOp
    {
        public static TLanes Run<TLanes, T>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            TLanes.Mantissa(x);
    }

    /// <inheritdoc cref="ILanes{TSelf, T}.Less"/>
    public readonly struct Less : IBinaryLanesOp
    {
        public static TLanes Run<TLanes, T>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            TLanes.Less(x, y);
    }

    /// <inheritdoc cref="ILanes{TSelf, T}.LessOrEqual"/>
    public readonly struct LessOrEqual : IBinaryLanesOp
    {
        public static TLanes Run<TLanes, T>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            TLanes.LessOrEqual(x, y);
    }

    /// <inheritdoc cref="ILanes{TSelf, T}.Equal"/>
    public readonly struct Equal : IBinaryLanesOp
    {
        public static TLanes Run<TLanes, T>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            TLanes.Equal(x, y);
    }
}
