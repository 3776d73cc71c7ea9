using ChainRule.Execution;
using ChainRule.Graphs;
using ChainRule.Planning;

namespace ChainRule.Tests.Execution;

/// <summary>One loop over rows may go over each of them any number of times.</summary>
[Collection(ProcessSettings.Name)]
public sealed class DeepRowsTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    public void A_chain_of_softmaxes_is_computed_as_its_steps_say(int softmaxes)
    {
        Tensor leaf = Tensor.RandomUniform([3, 19], 1).Detach();
        Tensor x = leaf;
        for (int i = 0; i < softmaxes; i++) x = (x * 3).Softmax(1) + (leaf * 0.5);
        var ways = new Ways([x, .. Gradient.Of(x.Square().Sum(), [leaf])], [leaf]);
        PlanRun blocks = ways.Plan(ExecutionMode.Blocks, ExecutionSettings.VectorBits);
        PlanRun emitted = ways.Plan(ExecutionMode.Emitted, ExecutionSettings.VectorBits);
        // Each softmax needs the row's largest number and then its sum.
        Assert.True(blocks.Plan.Steps.OfType<LoopStep>().Max(static loop => loop.Kernel.Phases) > softmaxes);
        Storage[] actual = ways.Run(blocks, 1);
        Agree.AssertNear(ways.Reference(), actual, "blocks");
        Agree.AssertSame(actual, ways.Run(emitted, 1), "emitted");
    }
}
