using System.Numerics;
using System.Runtime.CompilerServices;
using ChainRule.Execution;
using ChainRule.Kernels;
using ChainRule.Ops;

namespace ChainRule.Tests.Kernels;

/// <summary>A function of one number that registers compute, with a reference of its own for floats.</summary>
internal abstract class RealFunction
{
    public static readonly IReadOnlyDictionary<string, RealFunction> All = new RealFunction[]
    {
        new Of<Exp>(Math.Exp),
        new Of<Expm1>(SpecialFunctions.Expm1),
        new Of<Log>(Math.Log),
        new Of<Log1p>(SpecialFunctions.Log1p),
        new Of<Sin>(Math.Sin),
        new Of<Cos>(Math.Cos),
        new Of<Tan>(Math.Tan),
        new Of<Asin>(Math.Asin),
        new Of<Acos>(Math.Acos),
        new Of<Atan>(Math.Atan),
        new Of<Sinh>(Math.Sinh),
        new Of<Cosh>(Math.Cosh),
        new Of<Tanh>(Math.Tanh),
        new Of<Erf>(SpecialFunctions.Erf),
        new Of<Erfc>(SpecialFunctions.Erfc),
    }.ToDictionary(static function => function.Name);

    public abstract string Name { get; }

    /// <summary>The value in double precision: exact enough for a float.</summary>
    public abstract double InDouble(double x);

    /// <summary>The function in all elements, by registers.</summary>
    public abstract T[] Map<TLanes, T>(T[] x)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    private sealed class Of<TOp>(Func<double, double> inDouble) : RealFunction where TOp : struct, IUnaryOp
    {
        public override string Name => TOp.Name;

        public override double InDouble(double x) => inDouble(x);

        // Compiled well at once: the slow code that methods start with would run for most of the test.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override T[] Map<TLanes, T>(T[] x)
        {
            var y = new T[x.Length];
            for (int i = 0; i < x.Length; i += TLanes.Count)
            {
                int count = Math.Min(TLanes.Count, x.Length - i);
                TLanes.StoreFirst(TOp.Primal(TLanes.LoadFirst(in x[i], count)), ref y[i], count);
            }

            return y;
        }
    }
}
