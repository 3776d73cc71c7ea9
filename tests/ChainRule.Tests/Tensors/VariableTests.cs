using System.Runtime.CompilerServices;

namespace ChainRule.Tests.Tensors;

public sealed class VariableTests
{
    [Fact]
    public void A_variable_starts_with_the_value_of_a_tensor()
    {
        var w = new Variable(Tensor.From<double>([1, 2], [2], "start") * 2, "w");
        Assert.Equal("w", w.Name);
        Assert.Equal([2, 4], w.ToArray<double>());
        Assert.Equal(0, w.Node.Inputs.Length);
        Assert.Equal("start", new Variable(Tensor.Scalar(1.0, "start")).Name);
    }

    [Fact]
    public void Graphs_built_before_an_assignment_keep_the_old_value()
    {
        var w = new Variable(Tensor.Scalar(2.0), "w");
        Tensor before = w * 10;
        w.Assign(w + 1);
        Tensor after = w * 10;

        Assert.Equal((20, 30, 3), (before.Item(), after.Item(), w.Item()));
        Assert.Equal("w", w.Name);
        Assert.Equal(10, Gradient.Of(after, w).Item());
        Assert.Throws<GradientException>(() => Gradient.Of(before, w));
    }

    [Fact]
    public void Assigning_all_uses_the_old_values_throughout()
    {
        Variable a = new(Tensor.Scalar(1.0)), b = new(Tensor.Scalar(2.0));
        Variable.AssignAll((a, b), (b, a));
        Assert.Equal((2, 1), (a.Item(), b.Item()));
        Variable.AssignAll();
    }

    [Fact]
    public void Tensors_computed_alongside_see_the_old_values()
    {
        var w = new Variable(Tensor.Scalar(3.0));
        Tensor loss = w.Square();
        Variable.AssignAll([(w, w - (0.1 * Gradient.Of(loss, w)))], [loss]);
        Assert.NotNull(loss.Node.Value);
        Assert.Equal(9, loss.Item());
        Assert.Equal(3 - (0.1 * 6), w.Item());
    }

    [Fact]
    public void A_failing_assignment_changes_nothing()
    {
        Variable a = new(Tensor.Scalar(1.0)), b = new(Tensor.From<double>(1, 2)), c = new(a);
        Tensor outside = b.Gather(Tensor.Scalar(5));

        Assert.Throws<ShapeException>(() => Variable.AssignAll((a, a + 1), (b, a)));
        Assert.Throws<DTypeException>(() => Variable.AssignAll((a, a + 1), (b, b.Cast(DType.Float32))));
        Assert.Throws<IndexOutOfRangeException>(() => Variable.AssignAll((a, a + 1), (c, outside)));
        Assert.Equal(1, a.Item());
        Assert.Equal([1, 2], b.ToArray<double>());
    }

    [Fact]
    public void An_assigned_value_has_no_history_so_a_loop_does_not_grow()
    {
        var w = new Variable(Tensor.Scalar(0.0), "w");
        List<WeakReference> past = [];
        Train(w, past);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.Equal(100_000, w.Item());
        Assert.Equal(0, w.Node.Inputs.Length);
        Assert.All(past, static node => Assert.False(node.IsAlive));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Train(Variable w, List<WeakReference> past)
        {
            for (int i = 0; i < 100_000; i++)
            {
                if (i % 1000 == 0) past.Add(new(w.Node));
                w.Assign(w + 1);
            }
        }
    }
}
