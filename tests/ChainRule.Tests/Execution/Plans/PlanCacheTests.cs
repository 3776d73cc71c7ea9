using System.Runtime.CompilerServices;
using ChainRule.Execution;
using ChainRule.Graphs;
using ChainRule.Tests.Ops;

namespace ChainRule.Tests.Execution;

/// <summary>Graphs of the same structure share a plan, others do not.</summary>
[Collection(ProcessSettings.Name)]
public sealed class PlanCacheTests
{
    // A few roundings of numbers below 10.
    private const double Roundings = 1e-13;

    private static readonly Tensor X = Tensor.From<double>([1, 2, 3, 4], [2, 2]);
    private static readonly Tensor Y = Tensor.From<double>([0, 5, 1, 2], [2, 2]);

    [Fact]
    public void The_same_structure_with_other_data_takes_the_known_plan()
    {
        static Tensor F(Tensor x) => (x.Sin() * 2 + 0.125).Softmax(1);
        _ = Both.Direct(F(X));
        PlanRun first = Known(F(Y)) ?? throw new InvalidOperationException("There is no plan.");
        Assert.Equal(Both.Reference(F(Y)), Both.Direct(F(Y)), (a, b) => Math.Abs(a - b) <= Roundings);
        Assert.Same(first, Known(F(X)));
    }

    [Fact]
    public void Another_structure_does_not()
    {
        Func<Tensor, Tensor>[] all =
        [
            static x => (x * 1.5).Sum(0), static x => (x * 1.25).Sum(0), static x => (x * 1.5).Sum(1),
            static x => (x * 1.5).Max(0), static x => (x * 1.5).Min(0), static x => (x + 1.5).Sum(0),
            static x => (x * 1.5).Sum(0, keep: true), static x => x.Cast(DType.Float32) * 1.5,
            static x => x.Cast(DType.Int32) * 2, static x => x[..1] * 1.5, static x => x[1..] * 1.5,
            static x => x.Flip(0) * 1.5, static x => x.Flip(1) * 1.5, static x => x.T * 1.5,
            static x => x.Pad([(1, 0), (0, 0)], 2), static x => x.Pad([(1, 0), (0, 0)], 3),
            static x => x.Pad([(0, 1), (0, 0)], 3), static x => x.CumulativeSum(0), static x => x.CumulativeSum(1),
            static x => x.CumulativeSum(1, reverse: true), static x => x.ArgMax(0), static x => x.ArgMin(0),
            static x => Tensor.Concat([x, x]), static x => Tensor.Concat([x, x], 1), static x => Tensor.Dot(x, x),
            static x => Tensor.Dot(x, x.T), static x => x.Reshape(4) * 1.5, static x => x.Reshape(1, 4) * 1.5,
            static x => x - x.T, static x => x.T - x, static x => x > 1.5, static x => x >= 2, static x => x < 2,
            static x => Tensor.RandomUniform([2], 1) + x.Cast(DType.Float32),
            static x => Tensor.RandomUniform([2], 2) + x.Cast(DType.Float32),
            static x => Tensor.Arange(2, x.DType) + x, static x => Tensor.Arange(1.0, 3, 1, x.DType) + x,
            static x => x.Windows([1]), static x => x.Windows([2]), static x => x.Windows([1], [2]),
        ];
        for (int round = 0; round < 2; round++)
        {
            foreach (Func<Tensor, Tensor> f in all)
            {
                foreach (Tensor x in (Tensor[])[X, Y, X[..1].Detach(), X.Cast(DType.Float32).Detach()])
                {
                    if (!Fits(f, x)) continue;
                    Tensor actual = f(x);
                    double[] expected = Both.Reference(f(x)), elements = Both.Direct(actual);
                    // Half the digits of a float32: a wrong plan would be further off.
                    Assert.Equal(expected, elements, (a, b) => Math.Abs(a - b) <= 1e-4);
                }
            }
        }
    }

    [Fact]
    public void Zeros_of_another_sign_are_another_structure()
    {
        static Tensor F(Tensor x, double edge) => 1 / x[0].Pad([(1, 0)], edge);
        Assert.Equal([double.PositiveInfinity, 1, 0.5], F(X, 0.0).ToArray<double>());
        Assert.Equal([double.NegativeInfinity, 1, 0.5], F(X, -0.0).ToArray<double>());
        Assert.Equal([double.NaN, 2, 1], (F(X, 0.0) + F(X, -0.0)).ToArray<double>());
    }

    [Fact]
    public void A_plan_keeps_neither_inputs_nor_outputs_alive()
    {
        WeakReference[] arrays = Computed();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.DoesNotContain(arrays, static array => array.IsAlive);

        // Loops, sums over rows, products and ops that evaluate themselves hold their memory in different ways.
        // Small arrays, which no pool takes.
        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference[] Computed()
        {
            Tensor x = new Variable(Tensor.Ones([30, 30])), y = new Variable(Tensor.Ones([20, 100]));
            Tensor[] all = [(x * 2.25).Exp(), y.Sin().Sum(0), Tensor.Dot(x, x), x.CumulativeSum(0)];
            foreach (Tensor tensor in all) Tensor.Compute(tensor);
            return [.. all.Append(x).Append(y).Select(static tensor => new WeakReference(tensor.Node.Value!.Array))];
        }
    }

    [Fact]
    public void Two_threads_may_compute_the_same_structure()
    {
        static Tensor F(Tensor x) => Tensor.Dot((x.Sin() * 2).Softmax(1), x.CumulativeSum(0)).Square().Sum(0);
        double[][] expected = [.. Enumerable.Range(0, 16).Select(i => Both.Reference(F(X * i)))];
        // The sines of large numbers lose the digits that their arguments lack; another thread's data would be far off.
        Parallel.For(0, 400, i => Assert.Equal(
            expected[i % 16],
            F((X * (i % 16)).Detach()).ToArray<double>(),
            (a, b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(a))));
    }

    [Fact]
    public void A_plan_that_failed_is_not_needed_again()
    {
        static Tensor F(int position) => X.Gather(Tensor.From<int>(0, position)).Sum(0);
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal([1 + 3, 2 + 4], F(1).ToArray<double>());
            Assert.Throws<IndexOutOfRangeException>(() => F(2).ToArray<double>());
        }
    }

    private static bool Fits(Func<Tensor, Tensor> f, Tensor x)
    {
        try
        {
            _ = f(x);
            return true;
        }
        catch (ShapeException)
        {
            return false;
        }
    }

    // The plan that would be taken for a tensor; it stays in the cache.
    private static PlanRun? Known(Tensor tensor)
    {
        List<Node> order = Graph.TopologicalOrder([tensor.Node], static node => node.Value is not null);
        Structure structure = Structure.Of(order, [tensor.Node], static node => node.Value, []);
        PlanRun? run = PlanCache.Take(structure);
        if (run is not null) PlanCache.Return(structure, run);
        return run;
    }
}
