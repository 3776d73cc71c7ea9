using ChainRule.Execution;
using ChainRule.Planning;
using CsCheck;

namespace ChainRule.Tests.Execution;

/// <summary>Kernels that nobody thought of.</summary>
[Trait("Needs", "emission")]
public sealed class RandomLoopTests
{
    private static readonly Gen<int> Lengths =
        Gen.Frequency((12, Gen.Int[0, 70]), (2, Gen.Int[1023, 1026]), (1, Gen.Const(2051)));

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Emitted_kernels_compute_what_their_definition_says(int bits) =>
        Gen.Select(Gen.Int, Gen.Int[1, 3], Lengths).Sample(
            (seed, rows, columns) =>
            {
                LoopKernel kernel = RandomLoop.Of(seed);
                LoopEmitterTests.Compare(kernel, LoopEmitter.Compile(kernel, bits, "Test"), bits, rows, columns);
            },
            iter: 200,
            threads: 1);

    [Theory]
    [InlineData(128)]
    [InlineData(512)]
    public void Kernels_in_parts_compute_the_same(int bits) =>
        Gen.Select(Gen.Int, Gen.Int[1, 3], Lengths, Gen.Int[1, 9]).Sample(
            (seed, rows, columns, longest) =>
            {
                LoopKernel kernel = RandomLoop.Of(seed);
                LoopEmitterTests.Compare(kernel, LoopEmitterTests.InParts(kernel, bits, longest), bits, rows, columns);
            },
            iter: 100,
            threads: 1);
}
