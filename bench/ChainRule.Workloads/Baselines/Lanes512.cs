using System.Runtime.Intrinsics;

namespace ChainRule.Workloads.Baselines;

/// <summary>8 numbers.</summary>
internal readonly struct Lanes512(Vector512<double> value) : ILanes<Lanes512>
{
    private readonly Vector512<double> _value = value;

    public static int Count => Vector512<double>.Count;

    public static Lanes512 All(double value) => new(Vector512.Create(value));

    public static Lanes512 Load(ref double origin, int offset) => new(Vector512.LoadUnsafe(ref origin, (nuint)offset));

    public void Store(ref double origin, int offset) => _value.StoreUnsafe(ref origin, (nuint)offset);

    public Lanes512 MultiplyAdd(Lanes512 x, Lanes512 y) => new(Vector512.FusedMultiplyAdd(_value, x._value, y._value));

    public Lanes512 Relu() => new(Vector512.MaxNative(_value, Vector512<double>.Zero));

    public Lanes512 WherePositive(Lanes512 x) =>
        new(Vector512.GreaterThan(x._value, Vector512<double>.Zero) & _value);

    public double Sum() => Vector512.Sum(_value);
}
