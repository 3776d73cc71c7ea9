using ChainRule.Execution;
using ChainRule.Planning;
using CsCheck;

namespace ChainRule.Tests.Execution.Blocks;

/// <summary>Random kernels at all widths and at lengths around those of registers and blocks.</summary>
public sealed class RandomBlockTests
{
    private static readonly Gen<int> Columns = Gen.OneOf(
        Gen.Int[0, 70], Gen.Int[0, 70], Gen.Int[250, 260], Gen.Int[1023, 1026], Gen.Const(2051));

    private static readonly Gen<int> Rows = Gen.OneOf(Gen.Int[0, 3], Gen.Int[1, 130]);

    [Theory]
    [InlineData(4, 0)]
    [InlineData(4, 128)]
    [InlineData(4, 256)]
    [InlineData(4, 512)]
    [InlineData(8, 0)]
    [InlineData(8, 128)]
    [InlineData(8, 256)]
    [InlineData(8, 512)]
    public void A_program_gives_the_bits_of_the_kernel(int elementSize, int vectorBits) =>
        Gen.Select(Gen.Int, Rows, Columns).Sample(
            (seed, rows, columns) =>
            {
                // Long rows are alike.
                if (columns > 200) rows = Math.Min(rows, 3);
                var loop = new RandomLoop(seed, elementSize);
                LoopFunction function = BlockProgram.Compile(loop.Kernel, vectorBits);
                LoopMemory expected = loop.Memory(seed, rows, columns), actual = expected.Clone();
                expected.RunOracle(vectorBits);
                actual.Run(function);
                Assert.Null(actual.Difference(expected));
            },
            iter: 150);

    [Theory]
    [InlineData(4, 128)]
    [InlineData(4, 256)]
    [InlineData(4, 512)]
    [InlineData(8, 128)]
    [InlineData(8, 256)]
    [InlineData(8, 512)]
    [Trait("Needs", "emission")]
    public void Emitted_code_gives_the_same_bits(int elementSize, int vectorBits) =>
        Gen.Select(Gen.Int, Gen.Int[1, 20], Columns).Sample(
            (seed, rows, columns) =>
            {
                var loop = new RandomLoop(seed, elementSize);
                LoopMemory expected = loop.Memory(seed, rows, columns), actual = expected.Clone();
                LoopFunction emitted = LoopEmitter.Compile(loop.Kernel, vectorBits, "Sample");
                expected.Run(BlockProgram.Compile(loop.Kernel, vectorBits));
                actual.Run(ScratchRows.Supply(loop.Kernel, emitted));
                Assert.Null(actual.Difference(expected));
            },
            iter: 60);

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void Straight_line_code_gives_the_bits_of_the_kernel(int elementSize) => Gen.Int.Sample(
        seed =>
        {
            var loop = RandomLoop.Straight(seed, elementSize);
            LoopMemory expected = loop.Memory(seed, 1, 1), actual = expected.Clone();
            expected.RunOracle(0);
            actual.Run(BlockProgram.Compile(loop.Kernel, 256));
            Assert.Null(actual.Difference(expected));
        },
        iter: 300);
}
