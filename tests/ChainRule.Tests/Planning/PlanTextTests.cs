using ChainRule.Planning;

namespace ChainRule.Tests.Planning;

/// <summary>How well-known functions are planned: what is fused, and which memory it takes.</summary>
public sealed class PlanTextTests
{
    [Fact]
    public void An_elementwise_chain_and_its_gradient_are_one_loop()
    {
        Plan plan = Planned.Of([("x", [4, 1000])], static a =>
        {
            Tensor y = (a[0].Sin() * a[0].Exp()).Tanh();
            return [y, Gradient.Of(y.Sum(), a[0])];
        });
        Assert.Single(plan.Steps);
        Assert.Equal(0, plan.Memory.Size);
        Approved.Verify(Planned.Text(plan));
    }

    [Fact]
    public void A_softmax_with_cross_entropy_and_its_gradient_are_few_loops()
    {
        Plan plan = Planned.Of([("logits", [32, 10]), ("targets", [32, 10])], static a =>
        {
            Tensor loss = -(a[1] * a[0].LogSoftmax()).Sum(-1).Mean();
            return [loss, Gradient.Of(loss, a[0])];
        });
        Assert.Equal(2, plan.Steps.Count);
        Approved.Verify(Planned.Text(plan));
    }

    [Fact]
    public void The_gradient_of_a_layer_norm_is_few_loops()
    {
        Plan plan = Planned.Of(
            [("x", [32, 64]), ("gain", [64]), ("bias", [64]), ("adjoint", [32, 64])], static a =>
            {
                Tensor centred = a[0] - a[0].Mean(-1, keep: true);
                Tensor scale = (centred.Square().Mean(-1, keep: true) + 1e-5).Sqrt();
                Tensor y = (centred / scale * a[1]) + a[2];
                return Gradient.Vjp(y, a[3], [a[0], a[1], a[2]]);
            });
        Assert.All(plan.Steps, static step => Assert.IsType<LoopStep>(step));
        Approved.Verify(Planned.Text(plan));
    }

    [Fact]
    public void A_training_step_of_two_layers_fuses_all_between_its_products()
    {
        Plan plan = Planned.Of(
            [
                ("x", [16, 20]), ("targets", [16, 5]), ("w1", [20, 30]), ("b1", [30]), ("w2", [30, 5]), ("b2", [5]),
            ],
            static a =>
            {
                Tensor hidden = (Tensor.Dot(a[0], a[2]) + a[3]).Relu();
                Tensor logits = Tensor.Dot(hidden, a[4]) + a[5];
                Tensor loss = -(a[1] * logits.LogSoftmax()).Sum(-1).Mean();
                Tensor[] parameters = a[2..], gradients = Gradient.Of(loss, parameters);
                return [loss, .. parameters.Zip(gradients, static (p, g) => p - (0.1 * g))];
            });
        Assert.Equal(5, plan.Steps.Count(static step => step is DotStep));
        Approved.Verify(Planned.Text(plan));
    }

    [Fact]
    public void A_norm_over_two_axes_with_a_gain_for_one_of_them_is_cut_where_it_must_be()
    {
        Plan plan = Planned.Of([("x", [6, 8, 10]), ("bias", [8, 1]), ("gain", [10])], static a =>
        {
            Tensor x = (a[0] + a[1]).Tanh(), centred = x - x.Mean([1, 2], keep: true);
            return [centred / (centred.Square().Mean([1, 2], keep: true) + 1e-5).Sqrt() * a[2]];
        });
        Assert.True(plan.Steps.Count <= 6, $"{plan.Steps.Count} steps");
        Approved.Verify(Planned.Text(plan));
    }

    [Fact]
    public void A_convolution_reads_windows_where_they_lie()
    {
        Plan plan = Planned.Of([("images", [8, 1, 12, 12]), ("filters", [9, 4]), ("bias", [4])], static a =>
        {
            // [8, 1, 10, 10, 3, 3] as rows of 9.
            Tensor rows = a[0].Windows([3, 3]).Reshape(800, 9);
            Tensor y = (Tensor.Dot(rows, a[1]) + a[2]).Relu();
            Tensor loss = y.Square().Mean();
            return [loss, .. Gradient.Of(loss, [a[1], a[2]])];
        });
        Approved.Verify(Planned.Text(plan));
    }
}
