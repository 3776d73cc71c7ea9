using System.Globalization;

namespace ChainRule.Learning.Tests;

public sealed class OptimizerTests
{
    // The problem of scripts/reference/optimizers.py.
    private static readonly Tensor Curvature = Tensor.From(0.5, 1, 20), Centre = Tensor.From(1, -2, 0.25);

    [Theory]
    [InlineData("sgd")]
    [InlineData("momentum")]
    [InlineData("adagrad")]
    [InlineData("adam")]
    public void Its_steps_are_those_of_the_reference(string name)
    {
        double[][] reference = Reference(name);
        var p = new Variable(Tensor.From(reference[0]), "p");
        Optimizer optimizer = Create(name, p);
        foreach (double[] expected in reference[1..])
        {
            optimizer.Minimize(ValueAt(p));

            // Each of up to 20 steps rounds a few times; the values are below 10.
            Assert.All(p.ToArray<double>().Zip(expected), static pair => Assert.Equal(pair.Second, pair.First, 1e-13));
        }
    }

    [Fact]
    public void The_loss_is_that_of_the_parameters_before_the_step()
    {
        var p = new Variable(Tensor.From(1.0, 2, 3), "p");
        Tensor before = ValueAt(p.Detach()), loss = ValueAt(p);

        new Sgd([p], 0.01).Minimize(loss);

        Assert.Equal(before.Item(), loss.Item());
        Assert.True(ValueAt(p).Item() < loss.Item());
    }

    [Theory]
    [InlineData("sgd")]
    [InlineData("momentum")]
    [InlineData("adagrad")]
    [InlineData("adam")]
    public void Parameters_of_both_float_types_are_trained_together(string name)
    {
        Variable single = new(Tensor.From(1f, 2), "single"), twice = new(Tensor.From(1.0, 2), "double");
        Optimizer optimizer = Create(name, single, twice, single);
        for (int i = 0; i < 3; i++)
            optimizer.Minimize(single.Cast(DType.Float64).Square().Sum() + twice.Square().Sum());

        Assert.Equal(2, optimizer.Parameters.Count);
        // float32 rounds to 6·10⁻⁸, a few times a step.
        Assert.All(
            single.ToArray<float>().Zip(twice.ToArray<double>()),
            static pair => Assert.Equal(pair.Second, pair.First, 1e-5));
    }

    [Fact]
    public void The_learning_rate_may_change_between_steps()
    {
        var p = new Variable(Tensor.Scalar(0.0), "p");
        var optimizer = new Sgd([p], 1);
        optimizer.Minimize(p);
        optimizer.LearningRate = 0.5;
        optimizer.Minimize(p);

        Assert.Equal(-1.5, p.Item());
    }

    [Fact]
    public void A_loss_from_before_the_last_step_is_refused()
    {
        var p = new Variable(Tensor.From(1.0, 2, 3), "p");
        var optimizer = new Sgd([p], 0.01);
        Tensor loss = ValueAt(p);
        optimizer.Minimize(loss);

        Assert.Throws<GradientException>(() => optimizer.Minimize(loss));
    }

    private static Tensor ValueAt(Tensor p) => (Curvature * (p - Centre).Square()).Sum() / 2;

    private static Optimizer Create(string name, params Variable[] parameters) => name switch
    {
        "sgd" => new Sgd(parameters, 0.05),
        "momentum" => new Sgd(parameters, 0.05, momentum: 0.9),
        "adagrad" => new AdaGrad(parameters, 1.5),
        _ => new Adam(parameters, 0.3),
    };

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static double[][] Reference(string name) =>
    [
        .. File.ReadLines(RepositoryRoot.Of("tests/ChainRule.Learning.Tests/Optimizers/Reference/optimizers.csv"))
            .Select(static line => line.Split(','))
            .Where(cells => cells[0] == name)
            .Select(static cells => Array.ConvertAll(cells[2..], Number)),
    ];
}
