using System.Runtime.Intrinsics;

namespace ChainRule.Workloads.Baselines;

/// <summary>4 numbers.</summary>
internal readonly struct Lanes256(Vector256<double> value) : ILanes<Lanes256>
{
    private readonly Vector256<double> _value = value;

    public static int Count => Vector256<double>.Count;

    public static Lanes256 All(double value) => new(Vector256.Create(value));

    public static Lanes256 Load(ref double origin, int offset) => new(Vector256.LoadUnsafe(ref origin, (nuint)offset));

    public void Store(ref double origin, int offset) => _value.StoreUnsafe(ref origin, (nuint)offset);

    public Lanes256 MultiplyAdd(Lanes256 x, Lanes256 y) => new(Vector256.FusedMultiplyAdd(_value, x._value, y._value));

    public Lanes256 Relu() => new(Vector256.MaxNative(_value, Vector256<double>.Zero));

    public Lanes256 WherePositive(Lanes256 x) =>
        new(Vector256.GreaterThan(x._value, Vector256<double>.Zero) & _value);

    public double Sum() => Vector256.Sum(_value);
}
