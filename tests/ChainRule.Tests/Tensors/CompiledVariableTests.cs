namespace ChainRule.Tests.Tensors;

/// <summary>What compiled functions do to variables is what the functions themselves do.</summary>
public sealed class CompiledVariableTests
{
    private static readonly Tensor One = Tensor.Scalar(1.0);

    [Fact]
    public void Steps_of_descent_are_those_of_uncompiled_ones()
    {
        Variable a = New(), b = New();
        Tensor x = Tensor.From(1.0, -2, 0.5);
        Func<Tensor, Tensor> step = Step(b), compiled = Compile.Of(step), plain = Step(a);
        for (int i = 0; i < 10; i++)
        {
            Tensor expected = plain(x * (i + 1)), actual = compiled(x * (i + 1));
            // Ten steps of a few roundings, of numbers below 100.
            Assert.Equal(expected.Item(), actual.Item(), 1e-11);
            Assert.Equal(a.ToArray<double>(), b.ToArray<double>(), static (x, y) => Math.Abs(x - y) < 1e-13);
        }

        static Variable New() => new(Tensor.From(0.3, 0.2, -0.7), "w");

        static Func<Tensor, Tensor> Step(Variable w) => x =>
        {
            Tensor loss = ((w * x) - 1).Square().Sum();
            w.Assign(w - (0.01 * Gradient.Of(loss, w)));
            return loss;
        };
    }

    [Fact]
    public void What_was_built_from_a_variable_keeps_its_value()
    {
        var w = new Variable(Tensor.Scalar(1.0), "w");
        Func<Tensor, Tensor> step = Compile.Of((Tensor x) =>
        {
            w.Assign(w + x);
            return w * 10;
        });
        List<Tensor> unread = [], read = [], results = [];
        for (int i = 0; i < 10; i++)
        {
            // In every second step nothing holds the value.
            if (i % 2 == 0)
            {
                unread.Add(w * 100);
                read.Add(w.Detach());
            }

            results.Add(step(One));
            if (i % 3 == 0) Assert.Equal(i + 2, w.Item());
        }

        Assert.Equal([100, 300, 500, 700, 900], unread.Select(static tensor => tensor.Item()));
        Assert.Equal([1, 3, 5, 7, 9], read.Select(static tensor => tensor.Item()));
        Assert.Equal(Enumerable.Range(2, 10).Select(static i => 10.0 * i), results.Select(static r => r.Item()));
        Assert.Equal(11, w.Item());
        Assert.Equal("w", w.Name);
    }

    [Fact]
    public void Results_can_be_the_old_and_the_new_value()
    {
        var w = new Variable(Tensor.Scalar(1.0), "w");
        Func<IReadOnlyList<Tensor>, Tensor[]> step = Compile.Of((IReadOnlyList<Tensor> a) =>
        {
            Tensor old = w + 0, same = new Tensor(w.Node);
            w.Assign((w * 2) + a[0]);
            return (Tensor[])[old, same, w, w.Reshape(1)];
        });
        List<Tensor[]> results = [];
        for (int i = 0; i < 6; i++) results.Add(step([One]));
        for (int i = 0; i < 6; i++)
        {
            double old = (1 << (i + 1)) - 1, now = (1 << (i + 2)) - 1;
            Assert.Equal([old, old, now, now], results[i].Select(static result => result.Item()));
        }
    }

    [Fact]
    public void A_value_that_is_only_returned_stays_what_it_is()
    {
        var w = new Variable(Tensor.Scalar(1.0), "w");
        Func<Tensor, Tensor> step = Step(w), read = Compile.Of((Tensor x) => new Tensor(w.Node));
        List<Tensor> values = [];
        for (int i = 0; i < 6; i++)
        {
            step(One);
            step(One);
            values.Add(read(One));
        }

        Assert.Equal([3, 5, 7, 9, 11, 13], values.Select(static value => value.Item()));
    }

    [Fact]
    public void Variables_can_be_swapped()
    {
        Variable a = new(Tensor.Scalar(1.0), "a"), b = new(Tensor.Scalar(2.0), "b");
        Func<Tensor, Tensor> swap = Compile.Of((Tensor x) =>
        {
            Variable.AssignAll((a, b), (b, a));
            return a - b;
        });
        Func<Tensor, Tensor> addToA = Step(a), addToB = Step(b);
        (double A, double B) = (1, 2);
        for (int i = 0; i < 12; i++)
        {
            (A, B) = (B, A);
            Assert.Equal(A - B, swap(One).Item());
            if (i % 2 == 0)
            {
                A += 10;
                addToA(Tensor.Scalar(10.0));
            }

            if (i % 3 == 0)
            {
                B += 100;
                addToB(Tensor.Scalar(100.0));
            }

            if (i % 5 == 0) Assert.Equal((A, B), (a.Item(), b.Item()));
        }

        Assert.Equal((A, B), (a.Item(), b.Item()));
    }

    [Fact]
    public void A_variable_that_got_another_ones_value_does_not_follow_it()
    {
        Variable a = new(Tensor.Scalar(1.0), "a"), b = new(Tensor.Scalar(2.0), "b");
        Func<Tensor, Tensor> step = Step(a), copy = Compile.Of((Tensor x) =>
        {
            b.Assign(a);
            return x;
        });
        for (int i = 0; i < 5; i++)
        {
            step(One);
            step(One);
            copy(One);
            step(One);
            step(One);
            Assert.Equal(3 + (4 * i), b.Item());
        }
    }

    [Fact]
    public void Variables_that_got_one_value_part_again()
    {
        Variable a = new(Tensor.Scalar(1.0), "a"), b = new(Tensor.Scalar(2.0), "b");
        Func<Tensor, Tensor> both = Compile.Of((Tensor x) =>
        {
            Tensor sum = a + b;
            Variable.AssignAll((a, sum), (b, sum));
            return x;
        });
        Func<Tensor, Tensor> step = Step(a);
        (double A, double B) = (1, 2);
        for (int i = 0; i < 4; i++)
        {
            both(One);
            (A, B) = (A + B, A + B);
            step(One);
            step(One);
            A += 2;
            Assert.Equal((A, B), (a.Item(), b.Item()));
            both(One);
            (A, B) = (A + B, A + B);
            step(One);
            A++;
        }

        Assert.Equal((A, B), (a.Item(), b.Item()));
    }

    [Fact]
    public void A_variable_can_be_assigned_twice_or_a_constant_or_an_argument()
    {
        Variable a = new(Tensor.Scalar(1.0), "a"), b = new(Tensor.Scalar(2.0), "b"), c = new(Tensor.Scalar(5.0), "c");
        Func<Tensor, Tensor> step = Compile.Of((Tensor x) =>
        {
            a.Assign(a + x);
            Tensor between = a * 1000;
            a.Assign(a * 2);
            b.Assign(Tensor.Zeros([], DType.Float64));
            c.Assign(x);
            return between + a + b + c;
        });
        Func<Tensor, Tensor> addToB = Step(b), addToC = Step(c);
        double A = 1;
        Tensor x = Tensor.Scalar(3.0);
        for (int i = 0; i < 5; i++)
        {
            double between = A + 3;
            A = 2 * between;
            Assert.Equal((1000 * between) + A + 0 + 3, step(x).Item());
            addToB(One);
            addToB(One);
            addToC(One);
            addToC(One);
            Assert.Equal((A, 2, 5, 3), (a.Item(), b.Item(), c.Item(), x.Item()));
        }
    }

    [Fact]
    public void Two_functions_may_use_a_variable_and_it_may_be_an_argument()
    {
        var w = new Variable(Tensor.From(1.0, 2), "w");
        Func<Tensor, Tensor> add = Step(w), twice = Compile.Of((Tensor x) =>
        {
            w.Assign(w * 2);
            return w.Sum() + x;
        });
        double[] expected = [1, 2];
        for (int i = 0; i < 6; i++)
        {
            add(One);
            expected = [expected[0] + 1, expected[1] + 1];
            Tensor before = w * 1;
            Assert.Equal((2 * expected.Sum()) + 1, twice(One).Item());
            Assert.Equal(expected, before.ToArray<double>());
            // w + w, the argument being the value before.
            add(w);
            expected = [expected[0] * 4, expected[1] * 4];
        }

        Assert.Equal(expected, w.ToArray<double>());
    }

    [Fact]
    public void Uncompiled_assignments_come_between()
    {
        var w = new Variable(Tensor.Scalar(1.0), "w");
        Func<Tensor, Tensor> step = Step(w);
        for (int i = 0; i < 5; i++)
        {
            step(One);
            step(One);
            Tensor held = w + 0.5;
            w.Assign(w * 0);
            step(One);
            Assert.Equal(3.5, held.Item());
            Assert.Equal(1, w.Item());
        }
    }

    [Fact]
    public void Threads_that_read_a_variable_after_a_step_see_one_leaf()
    {
        var w = new Variable(Tensor.Scalar(1.0), "w");
        Func<Tensor, Tensor> step = Step(w);
        for (int i = 0; i < 200; i++)
        {
            step(One);
            var nodes = new ChainRule.Graphs.Node[4];
            using var start = new Barrier(nodes.Length);
            Thread[] threads = [.. Enumerable.Range(0, nodes.Length).Select(thread => new Thread(() =>
            {
                start.SignalAndWait();
                nodes[thread] = w.Node;
            }))];
            foreach (Thread thread in threads) thread.Start();
            foreach (Thread thread in threads) thread.Join();
            Assert.All(nodes, node => Assert.Same(w.Node, node));
        }
    }

    private static Func<Tensor, Tensor> Step(Variable variable) => Compile.Of((Tensor x) =>
    {
        variable.Assign(variable + x);
        return x;
    });
}
