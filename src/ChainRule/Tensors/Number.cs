using System.Globalization;
using ChainRule.Ops;

namespace ChainRule;

/// <summary>
/// A C# number that meets a tensor, as in <c>x + 2</c>, and takes its dtype: a double, or an integer, of
/// which no digit is lost. Every C# number from <see cref="byte"/> to <see cref="double"/> converts to it by
/// itself, so it need never be named.
/// </summary>
public readonly struct Number
{
    private readonly long? _whole;

    private Number(double value, long? whole) => (Value, _whole) = (value, whole);

    /// <summary>The number; an integer beyond 2⁵³ is rounded.</summary>
    internal double Value { get; }

    /// <summary>A number with a fraction.</summary>
    public static implicit operator Number(double value) => new(value, null);

    /// <summary>A whole number.</summary>
    public static implicit operator Number(long value) => new(value, value);

    /// <summary>The number, written for every culture alike.</summary>
    public override string ToString() =>
        _whole is { } whole
            ? whole.ToString(CultureInfo.InvariantCulture)
            : Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the dtype holds the number; floats hold every number, rounded.</summary>
    internal bool Fits(DType dtype) =>
        _whole is not { } whole ? Constant.Fits(Value, dtype) : dtype != DType.Int32 || (int)whole == whole;

    /// <summary>Why a dtype does not hold the number.</summary>
    internal string Misfit(DType dtype) => Constant.Misfit(Value, dtype);

    /// <summary>The number as the value of a node.</summary>
    /// <exception cref="DTypeException">The dtype does not hold it.</exception>
    internal Constant In(DType dtype) => (_whole, dtype) switch
    {
        // Not by way of a double, which would round it twice.
        ({ } whole, DType.Float32) => Constant.Of((float)whole, dtype),
        ({ } whole, DType.Int64 or DType.Bool) => new(dtype, whole),
        _ => Constant.Of(Value, dtype),
    };
}
