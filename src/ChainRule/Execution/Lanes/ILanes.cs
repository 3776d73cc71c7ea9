using System.Numerics;
using ChainRule.Kernels;
using ChainRule.Ops;

namespace ChainRule.Execution;

/// <summary>
/// A SIMD register of real numbers. Loops are written once over this interface; the type argument decides the width,
/// and the JIT turns every member into one or a few instructions. All widths compute the same bits.
/// </summary>
/// <remarks>
/// A mask is a register whose lanes are all ones where it holds and all zeros elsewhere. Members of both algebras are
/// declared again, so that a call by the register's type is not ambiguous.
/// </remarks>
/// <typeparam name="TSelf">The register: <see cref="Lanes512{T}"/> and so on.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal interface ILanes<TSelf, T> : IReal<TSelf>, IMachine<TSelf>
    where TSelf : struct, ILanes<TSelf, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    /// <inheritdoc cref="IReal{T}.Of"/>
    static new abstract TSelf Of(double constant);

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf Broadcast(T value);

    /// <summary>Reads <see cref="Count"/> numbers; no alignment is asked for.</summary>
    static abstract TSelf Load(ref readonly T source);

    /// <summary>Writes <see cref="Count"/> numbers; no alignment is asked for.</summary>
    static abstract void Store(TSelf x, ref T target);

    /// <summary>Reads the first numbers, up to <see cref="Count"/> of them; the other lanes are 0.</summary>
    static abstract TSelf LoadFirst(ref readonly T source, int count);

    /// <summary>Writes the first lanes, up to <see cref="Count"/> of them.</summary>
    static abstract void StoreFirst(TSelf x, ref T target, int count);

    /// <summary>The number in a lane.</summary>
    static abstract T Lane(TSelf x, int index);

    /// <summary>The sum of all lanes by halves: lane i is added to lane i + n/2, and so on.</summary>
    static abstract T SumOfLanes(TSelf x);

    /// <summary>The largest number by halves; NaN if one is.</summary>
    static abstract T MaxOfLanes(TSelf x);

    /// <summary>The smallest number by halves; NaN if one is.</summary>
    static abstract T MinOfLanes(TSelf x);

    /// <inheritdoc cref="IReal{T}.Min"/>
    static new abstract TSelf Min(TSelf x, TSelf y);

    /// <inheritdoc cref="IReal{T}.Max"/>
    static new abstract TSelf Max(TSelf x, TSelf y);

    /// <inheritdoc cref="IReal{T}.Abs"/>
    static new abstract TSelf Abs(TSelf x);

    /// <inheritdoc cref="IReal{T}.Floor"/>
    static new abstract TSelf Floor(TSelf x);

    /// <inheritdoc cref="IReal{T}.Round"/>
    static new abstract TSelf Round(TSelf x);

    /// <inheritdoc cref="IReal{T}.Sqrt"/>
    static new abstract TSelf Sqrt(TSelf x);

    /// <inheritdoc cref="IReal{T}.IfLess"/>
    static new abstract TSelf IfLess(TSelf a, TSelf b, TSelf then, TSelf otherwise);

    /// <inheritdoc cref="IReal{T}.IfLessOrEqual"/>
    static new abstract TSelf IfLessOrEqual(TSelf a, TSelf b, TSelf then, TSelf otherwise);

    /// <inheritdoc cref="IReal{T}.IfEqual"/>
    static new abstract TSelf IfEqual(TSelf a, TSelf b, TSelf then, TSelf otherwise);

    /// <summary>Where a &lt; b; nowhere at NaN.</summary>
    static abstract TSelf Less(TSelf a, TSelf b);

    /// <summary>Where a ≤ b; nowhere at NaN.</summary>
    static abstract TSelf LessOrEqual(TSelf a, TSelf b);

    /// <summary>Where a = b; nowhere at NaN.</summary>
    static abstract TSelf Equal(TSelf a, TSelf b);

    /// <summary>The first numbers where the mask holds, the others elsewhere.</summary>
    static abstract TSelf Select(TSelf mask, TSelf then, TSelf otherwise);

    /// <summary>Where both masks hold.</summary>
    static abstract TSelf And(TSelf left, TSelf right);

    /// <summary>Where one of the masks or both hold.</summary>
    static abstract TSelf Or(TSelf left, TSelf right);

    /// <summary>Where one of the masks holds and the other does not.</summary>
    static abstract TSelf Xor(TSelf left, TSelf right);

    /// <summary>Where the mask does not hold.</summary>
    static abstract TSelf Not(TSelf mask);

    /// <summary>Whether a lane is above the limit; NaN is not.</summary>
    static abstract bool AnyGreater(TSelf x, double limit);
}
