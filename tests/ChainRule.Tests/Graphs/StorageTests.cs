using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ChainRule.Graphs;

namespace ChainRule.Tests.Graphs;

public sealed class StorageTests
{
    [Theory]
    [InlineData(DType.Float32, 300)]
    [InlineData(DType.Float64, 5_000)]
    [InlineData(DType.Bool, 100_001)]
    public void What_stays_in_its_place_begins_with_a_line_of_the_cache(DType dtype, int length)
    {
        Storage storage = Storage.AllocatePinned(dtype, length);
        Assert.Equal(0, Address(storage) % 64);
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        Assert.Equal(0, Address(storage) % 64);
        Assert.Equal(length, storage.Length);
        Assert.Equal(length * dtype.Size, storage.Bytes.Length);
    }

    [Fact]
    public void A_variable_lies_so_before_and_after_steps()
    {
        Tensor first = Tensor.From(new float[40 * 50].AsSpan(), [40, 50]) + 1;
        var weights = new Variable(first, "weights");
        Func<Tensor, Tensor> step = Compile.Of((Tensor rate) =>
        {
            Tensor after = weights - rate * weights;
            weights.Assign(after);
            return Tensor.Sum(after);
        });
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(0, Address(weights.Current) % 64);
            _ = step(Tensor.Scalar(0.5f)).ToArray<float>();
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        }

        Assert.Equal(MathF.Pow(0.5f, 5), weights.ToArray<float>()[7]);
    }

    private static nint Address(Storage storage) =>
        Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref MemoryMarshal.GetReference(storage.Bytes));
}
