using System.Diagnostics;
using ChainRule.Planning;

namespace ChainRule.Tests.Execution.Profiling;

public sealed class ExecutionProfileTests
{
    [Fact]
    public void Steps_with_one_title_share_a_row_and_the_longest_comes_first()
    {
        using var profile = new ExecutionProfile();
        Step copy = Copy(750_000), dot = Dot(100, 784, 50), other = Dot(100, 784, 50);
        profile.Add(copy, Milliseconds(1));
        profile.Add(dot, Milliseconds(2));
        profile.Add(dot, Milliseconds(3));
        profile.Add(other, Milliseconds(4));

        // Three products of 2·100·784·50 operations in 9 ms; 750,000 floats read and written in 1 ms.
        Assert.Equal(
            """
               total ms   share       runs     µs a run            speed   step
                   9.00  90.0 %          3      3000.00     2.61 GFLOP/s   dot [100, 784] · [784, 50]
                   1.00  10.0 %          1      1000.00        6.00 GB/s   copy

            """.ReplaceLineEndings("\n"),
            profile.ToString());
    }

    [Fact]
    public void A_profile_without_steps_has_titles_only() => Assert.Equal(
        "   total ms   share       runs     µs a run            speed   step\n", new ExecutionProfile().ToString());

    [Fact]
    public void A_step_too_short_for_the_clock_has_no_speed()
    {
        using var profile = new ExecutionProfile();
        profile.Add(Copy(1), ticks: 0);

        Assert.Contains("0.00                    copy", profile.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_runs_while_the_profile_is_open_is_in_it()
    {
        // A size that no other test multiplies.
        Tensor x = Tensor.RandomNormal([3, 1237], 1), y = Tensor.RandomNormal([1237, 2], 2);
        const string Title = "dot [3, 1237] · [1237, 2]";
        Tensor.Compute(x, y);
        ExecutionProfile profile;
        // Compiled functions run plans whatever way is forced.
        Func<Tensor, Tensor, Tensor> dot = Compile.Of((Tensor a, Tensor b) => Tensor.Dot(a, b));
        using (profile = ExecutionProfile.Begin()) _ = dot(x, y).ToArray<float>();
        _ = Tensor.Dot(y.T, x.T).ToArray<float>();

        Assert.Contains(Title, profile.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("dot [2, 1237] · [1237, 3]", profile.ToString(), StringComparison.Ordinal);
    }

    private static long Milliseconds(int count) => Stopwatch.Frequency * count / 1000;

    private static DotStep Dot(int m, int k, int n)
    {
        var a = new Place(0, DType.Float32, m * k, PlaceKind.Input, 0);
        var b = new Place(1, DType.Float32, k * n, PlaceKind.Input, 1);
        return new()
        {
            Title = "dot",
            M = m,
            N = n,
            K = k,
            A = new(a, [0], new(k, m, []), new(1, k, [])),
            B = new(b, [0], new(n, k, []), new(1, n, [])),
            C = new(2, DType.Float32, m * n, PlaceKind.Output, 0),
        };
    }

    private static CopyStep Copy(int length) => new(
        new(0, DType.Float32, length, PlaceKind.Input, 0), new(1, DType.Float32, length, PlaceKind.Output, 0))
    {
        Title = "copy",
    };

    private sealed class CopyStep(Place from, Place to) : Step
    {
        public override IEnumerable<Place> Reads => [from];

        public override IEnumerable<Place> Writes => [to];

        public override string ToString() => Title;
    }
}
