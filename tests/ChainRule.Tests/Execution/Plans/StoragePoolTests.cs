using System.Runtime.CompilerServices;
using ChainRule.Execution;
using ChainRule.Graphs;

namespace ChainRule.Tests.Execution.Plans;

public sealed class StoragePoolTests
{
    // Not used elsewhere, so that other tests take no part.
    private const int Length = 54_321;

    [Fact]
    public void Arrays_that_nobody_has_are_used_again()
    {
        for (int i = 0; i < 2000; i++) Take(Length);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 2000; i++) Take(Length);
        // A new array each time would be 2,000 times 217 kB; a collection now and then may find some still in use.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500L * Length * sizeof(float));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Take(int length) => StoragePool.Allocate(DType.Float32, length);
    }

    [Fact]
    public void Results_that_are_kept_stay_what_they_are()
    {
        Func<Tensor, Tensor> square = Compile.Of((Tensor x) => x * x);
        List<Tensor> kept = [];
        for (int i = 0; i < 300; i++)
        {
            Tensor result = square(Tensor.Full(Length + 1, i).Detach());
            if (i % 3 == 0) kept.Add(result);
        }

        for (int i = 0; i < kept.Count; i++)
        {
            float[] elements = kept[i].ToArray<float>();
            Assert.Equal(9f * i * i, elements[0]);
            Assert.Equal(9f * i * i, elements[^1]);
        }
    }

    [Fact]
    public void A_part_keeps_the_array_of_the_whole()
    {
        Storage part = StoragePool.Allocate(DType.Float32, Length + 2).Part(1, 10);
        part.Elements<float>().Fill(7);
        for (int i = 0; i < 300; i++) StoragePool.Allocate(DType.Float32, Length + 2).Elements<float>().Clear();
        Assert.Equal([7f, 7, 7, 7, 7, 7, 7, 7, 7, 7], part.Elements<float>().ToArray());
    }

    [Fact]
    public void What_ops_evaluate_by_themselves_is_used_again()
    {
        Node sums = Tensor.Ones([Length + 4]).CumulativeSum(0).Node;
        for (int i = 0; i < 2000; i++) Evaluate(sums);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 2000; i++) Evaluate(sums);
        // See above.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500L * Length * sizeof(float));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Evaluate(Node node)
        {
            Storage[] inputs = [StoragePool.Allocate(DType.Float32, Length + 4)];
            Storage output = StoragePool.Allocate(DType.Float32, Length + 4);
            node.Op.Evaluate(node, inputs, output);
            GC.KeepAlive(inputs);
            GC.KeepAlive(output);
        }
    }

    [Fact]
    public void Ever_new_lengths_are_not_all_remembered()
    {
        for (int i = 0; i < 4000; i++) StoragePool.Allocate(DType.Float32, 17_000 + i);
        // 96 MiB hold less than 1,500 of the first.
        Assert.InRange(StoragePool.Sizes, 1, 1500);
    }

    [Fact]
    public void Elements_that_were_lent_are_not_used_again()
    {
        Span<float> lent = Lend();
        lent.Fill(7);
        for (int i = 0; i < 300; i++) StoragePool.Allocate(DType.Float32, Length + 3).Elements<float>().Clear();
        Assert.False(lent.ContainsAnyExcept(7f));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static Span<float> Lend() => StoragePool.Allocate(DType.Float32, Length + 3).Span<float>();
    }

    [Fact]
    public void Elements_that_were_lent_are_not_kept_when_nobody_has_them()
    {
        WeakReference lent = Lend();
        _ = StoragePool.Allocate(DType.Float32, Length + 5);
        GC.Collect();
        Assert.False(lent.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Lend()
        {
            Storage storage = StoragePool.Allocate(DType.Float32, Length + 5);
            storage.Span<float>().Clear();
            return new(storage.Array);
        }
    }
}
