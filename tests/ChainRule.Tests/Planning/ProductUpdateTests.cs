using ChainRule.Execution;
using ChainRule.Planning;
using ChainRule.Tests.Execution;

namespace ChainRule.Tests.Planning;

/// <summary>Products that update a matrix, on a condition or always.</summary>
[Collection(ProcessSettings.Name)]
public sealed class ProductUpdateTests
{
    private readonly Tensor _w = Random([20, 30], 1), _a = Random([40, 20], 2), _b = Random([40, 30], 3);

    [Theory]
    [InlineData(1.0, true)]
    [InlineData(double.PositiveInfinity, false)]
    [InlineData(double.NaN, false)]
    public void An_update_on_a_condition_is_one_product(double number, bool happens)
    {
        Tensor loss = Tensor.Scalar(number), isFinite = loss.Abs() < double.PositiveInfinity;
        Tensor next = Tensor.Select(isFinite, _w - (0.1 * Tensor.Dot(_a.Transpose(), _b)), _w);
        var ways = new Ways([next], [_w, _a, _b, loss]);

        PlanRun run = ways.Plan(ExecutionMode.Blocks, 128);

        DotStep product = Assert.Single(run.Plan.Steps.OfType<DotStep>());
        Assert.NotNull(product.Condition);
        Assert.NotNull(product.Addend);
        float[] expected = ways.Reference()[0].Span<float>().ToArray();
        float[] actual = ways.Run(run, 1)[0].Span<float>().ToArray();
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < actual.Length; i++) Assert.Equal(expected[i], actual[i], 1e-5f);
        Assert.Equal(!happens, actual.AsSpan().SequenceEqual(_w.ToArray<float>()));
    }

    [Fact]
    public void The_factor_may_be_a_number_that_is_not_known_yet()
    {
        Tensor rate = Tensor.Scalar(0.25f);
        Tensor next = _w - (rate * Tensor.Dot(_a.Transpose(), _b));
        var ways = new Ways([next], [_w, _a, _b, rate]);

        PlanRun run = ways.Plan(ExecutionMode.Blocks, 128);

        DotStep product = Assert.IsType<DotStep>(Assert.Single(run.Plan.Steps));
        Assert.NotNull(product.Factor);
        Tensor[] others = [_w, _a, _b, Tensor.Scalar(-3f)];
        foreach (Tensor[]? leaves in (Tensor[]?[])[null, others])
        {
            float[] expected = ways.Reference(leaves)[0].Span<float>().ToArray();
            float[] actual = ways.Run(run, 1, leaves)[0].Span<float>().ToArray();
            for (int i = 0; i < actual.Length; i++) Assert.Equal(expected[i], actual[i], 1e-4f);
        }
    }

    [Fact]
    public void A_choice_between_other_things_is_left_to_a_loop()
    {
        Tensor condition = Tensor.Scalar(1f) > 0;
        Tensor next = Tensor.Select(condition, _w - (0.1 * Tensor.Dot(_a.Transpose(), _b)), -_w);
        var ways = new Ways([next], [_w, _a, _b]);

        PlanRun run = ways.Plan(ExecutionMode.Blocks, 128);

        Assert.All(run.Plan.Steps.OfType<DotStep>(), static step => Assert.Null(step.Condition));
        float[] expected = ways.Reference()[0].Span<float>().ToArray();
        float[] actual = ways.Run(run, 1)[0].Span<float>().ToArray();
        for (int i = 0; i < actual.Length; i++) Assert.Equal(expected[i], actual[i], 1e-5f);
    }

    private static Tensor Random(Shape shape, long seed) => Tensor.RandomUniform(shape, seed).Detach();
}
