namespace ChainRule.Tests.Tensors;

/// <summary>What goes wrong in compiled functions, and that nothing is lost by it.</summary>
public sealed class CompileErrorTests
{
    private static readonly Tensor X = Tensor.From<float>([1, 2, 3], [3], "x");

    [Fact]
    public void Reading_a_placeholder_is_explained()
    {
        var w = new Variable(Tensor.Scalar(1f), "w");
        Func<Tensor, Tensor>[] wrong =
        [
            x => x.Sum().Item() > 0 ? x : -x,
            x => x[0].ToArray<float>()[0] * x,
            x =>
            {
                w.Assign(x.Sum());
                return x * w.Item();
            },
            x => x.Detach() + (x * 2).Detach(),
            x => Tensor.Scalar(x.ToString().Length),
        ];
        Tensor before = w * 1;
        foreach (Func<Tensor, Tensor> f in wrong)
        {
            Func<Tensor, Tensor> compiled = Compile.Of(f);
            for (int i = 0; i < 2; i++)
            {
                var error = Assert.Throws<InvalidOperationException>(() => compiled(X));
                if (f == wrong[0]) Approved.Verify(error.Message);
                Assert.Contains("`x` is a placeholder", error.Message, StringComparison.Ordinal);
            }
        }

        Assert.Equal(1, w.Item());
        // The variable still is what graphs were built from.
        Assert.Equal(1, Gradient.Of(before, w).Item());
        Func<Tensor, Tensor> right = Compile.Of((Tensor x) =>
        {
            w.Assign(w + 1);
            return x * w;
        });
        Assert.Equal([2f, 4, 6], right(X).ToArray<float>());
        Assert.Equal(2, w.Item());
    }

    [Fact]
    public void Nameless_arguments_are_called_as_the_function_calls_them()
    {
        Tensor one = Tensor.Zeros([2, 3]), other = Tensor.Zeros([4, 5]);
        Func<Tensor, Tensor, Tensor> product = Compile.Of((Tensor left, Tensor right) => Tensor.Dot(left, right));
        string message = Assert.Throws<ShapeException>(() => product(one, other)).Message;
        Assert.Contains("`left`", message, StringComparison.Ordinal);
        Assert.Contains("`right`", message, StringComparison.Ordinal);
        Func<IReadOnlyList<Tensor>, Tensor[]> list = Compile.Of(
            (IReadOnlyList<Tensor> x) => [Tensor.Dot(x[0], x[1])]);
        message = Assert.Throws<ShapeException>(() => list([one, other])).Message;
        Assert.Contains("`argument 1`", message, StringComparison.Ordinal);
        Assert.Contains("`argument 2`", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_returns_null_is_told_so()
    {
        Func<Tensor, Tensor> none = Compile.Of(Null);
        string message = Assert.Throws<InvalidOperationException>(() => none(X)).Message;
        Assert.Contains("returned null.", message, StringComparison.Ordinal);
        Func<IReadOnlyList<Tensor>, Tensor[]> half = Compile.Of((IReadOnlyList<Tensor> x) => [x[0], null!]);
        message = Assert.Throws<InvalidOperationException>(() => half([X])).Message;
        Assert.Contains("returned null as result 2 of 2.", message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Compile.Explain(static _ => null!, [X]));

        static Tensor Null(Tensor x) => null!;
    }

    [Fact]
    public void A_function_that_throws_while_it_is_traced_leaves_variables_as_they_were()
    {
        Variable a = new(Tensor.Scalar(1f), "a"), b = new(Tensor.Scalar(2f), "b");
        Func<Tensor, Tensor> compiled = Compile.Of((Tensor x) =>
        {
            Variable.AssignAll((a, b), (b, a));
            a.Assign(a + x.Sum());
            return x.Reshape(17);
        });
        for (int i = 0; i < 2; i++)
        {
            Assert.Throws<ShapeException>(() => compiled(X));
            Assert.Equal((1, 2), (a.Item(), b.Item()));
        }
    }

    [Fact]
    public void Positions_out_of_range_are_explained_and_nothing_is_assigned()
    {
        Variable table = new(Tensor.From<double>([1, 2, 3], [3], "table"), "table"), w = new(Tensor.Scalar(1.0), "w");
        Tensor Step(Tensor at)
        {
            Tensor rows = table.Gather(at);
            Tensor loss = (rows * w).Sum();
            // First what does not need the positions, then what does.
            w.Assign(w + 1);
            table.Assign((table * 2) - Gradient.Of(table.Gather(at).Sum(), table));
            return loss;
        }

        string expected = Assert.Throws<IndexOutOfRangeException>(
            () => table.Gather(At(0, 3)).ToArray<double>()).Message;
        Func<Tensor, Tensor> compiled = Compile.Of((Func<Tensor, Tensor>)Step);
        (double[] Table, double W) now = ([1, 2, 3], 1);
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(now.W * (now.Table[0] + now.Table[2]), compiled(At(0, 2)).Item());
            now = ([(2 * now.Table[0]) - 1, 2 * now.Table[1], (2 * now.Table[2]) - 1], now.W + 1);
            if (i == 1) continue;
            var error = Assert.Throws<IndexOutOfRangeException>(() => compiled(At(0, 3)));
            Assert.Equal(expected, error.Message);
            Assert.Equal(now.Table, table.ToArray<double>());
            Assert.Equal(now.W, w.Item());
        }
    }

    [Fact]
    public void A_failing_call_does_not_leave_half_of_a_step()
    {
        Variable a = new(Tensor.Scalar(1.0), "a"), seen = new(Tensor.Scalar(0.0), "seen");
        Tensor data = Tensor.From(1.0, 2, 3);
        // The new value is known before the positions are looked at, and nothing holds the old one.
        Func<Tensor, Tensor> compiled = Compile.Of((Tensor at) =>
        {
            a.Assign((a * 2).Sin() + 1);
            seen.Assign(seen + data.Gather(at, 0).Sum());
            return a + 0.5;
        });
        for (int i = 0; i < 3; i++) compiled(Tensor.From(0, 1));
        for (int i = 0; i < 3; i++) Assert.Throws<IndexOutOfRangeException>(() => compiled(Tensor.From(0, 7)));
        double expected = 1;
        for (int i = 0; i < 3; i++) expected = Math.Sin(expected * 2) + 1;
        // A sine and an addition round, three times.
        Assert.Equal(expected, a.Item(), 1e-14);
        Assert.Equal(9, seen.Item());
    }

    private static Tensor At(params int[] positions) => Tensor.From<int>(positions, [positions.Length], "at");
}
