using ChainRule.Execution;
using ChainRule.Graphs;
using ChainRule.Planning;

namespace ChainRule.Tests.Execution;

/// <summary>Convolutions are products that read windows where they lie.</summary>
[Collection(ProcessSettings.Name)]
public sealed class ConvolutionTests
{
    private const int Seeds = 60;

    [Fact]
    public void Convolutions_and_their_gradients_agree_with_plain_loops()
    {
        int several = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            (Tensor[] leaves, Tensor[] roots) = Convolution(random);
            var ways = new Ways(roots, leaves);
            PlanRun run = ways.Plan(ExecutionMode.Blocks, 128);
            several += run.Plan.Steps.OfType<DotStep>().Count(static dot =>
                dot.A.Rows.Starts.Length + dot.A.Columns.Starts.Length
                + dot.B.Rows.Starts.Length + dot.B.Columns.Starts.Length > 0);
            Storage[] expected = ways.Reference(), first = ways.Run(run, 1);
            for (int root = 0; root < roots.Length; root++)
            {
                for (int i = 0; i < first[root].Length; i++)
                {
                    double bound = 1e-5 * Math.Max(1, Math.Abs(expected[root][i]));
                    Assert.True(
                        Math.Abs(first[root][i] - expected[root][i]) <= bound,
                        $"seed {seed}, root {root}: {first[root][i]} instead of {expected[root][i]}");
                }
            }

            foreach (int threads in (int[])[2, 7])
            {
                Storage[] same = ways.Run(run, threads);
                for (int root = 0; root < roots.Length; root++)
                    Assert.True(first[root].Bytes.SequenceEqual(same[root].Bytes), $"seed {seed}: {threads} threads");
            }
        }

        Assert.True(several > Seeds, $"Only {several} products read their operands in runs.");
    }

    [Fact]
    public void The_memory_of_a_convolution_has_no_room_for_its_windows()
    {
        Tensor images = Tensor.Zeros([10, 3, 32, 32]), filters = Tensor.Zeros([16, 3 * 5 * 5]);
        Tensor windows = images.Windows([5, 5]).Transpose(0, 2, 3, 1, 4, 5).Reshape(10 * 28 * 28, 3 * 5 * 5);
        Tensor y = Tensor.Dot(windows, filters.Transpose());
        Plan plan = new Ways([y, Gradient.Of(y.Square().Sum(), filters)], [images, filters])
            .Plan(ExecutionMode.Blocks, 128).Plan;
        Assert.True(plan.Memory.Size < windows.Length * sizeof(float), $"{plan.Memory.Size} bytes");
    }

    // With the channels last or first, strided or dilated, padded or not; by the matrix of all images or of each.
    private static (Tensor[] Leaves, Tensor[] Roots) Convolution(Random random)
    {
        int Between(int low, int high) => random.Next(low, high + 1);
        (int batch, int channels, int outputs) = (Between(1, 4), Between(1, 5), Between(1, 40));
        (int height, int width) = (Between(1, 5), Between(1, 5));
        (int rows, int columns) = (Between(1, 20), Between(1, 34));
        int[] strides = [Between(1, 2), Between(1, 3)], dilations = [Between(1, 2), Between(1, 2)];
        int[] sizes =
        [
            ((rows - 1) * strides[0]) + ((height - 1) * dilations[0]) + 1,
            ((columns - 1) * strides[1]) + ((width - 1) * dilations[1]) + 1,
        ];
        (int pad, DType dtype) = (Between(0, 1), random.Next(3) == 0 ? DType.Float64 : DType.Float32);
        Tensor Leaf(Shape shape) => Tensor.RandomUniform(shape, random.NextInt64()).Cast(dtype).Detach();
        Tensor images = Leaf([batch, channels, sizes[0], sizes[1]]);
        Tensor filters = Leaf([outputs, channels * height * width]);
        Tensor padded = images.Pad([(0, 0), (0, 0), (pad, pad), (pad, pad)]);
        Tensor windows = padded.Windows([height, width], strides, dilations);
        (int p, int q) = (windows.Shape[2], windows.Shape[3]);
        Tensor y;
        if (random.Next(2) == 0)
        {
            Tensor matrix = windows.Transpose(0, 2, 3, 1, 4, 5).Reshape(batch * p * q, channels * height * width);
            y = Tensor.Dot(matrix, filters.Transpose());
        }
        else
        {
            Tensor matrices = windows.Transpose(0, 1, 4, 5, 2, 3).Reshape(batch, channels * height * width, p * q);
            y = Tensor.Dot(filters, matrices);
        }

        Tensor loss = (y * Leaf(y.Shape)).Sum();
        return ([images, filters], [y, .. Gradient.Of(loss, [images, filters])]);
    }
}
