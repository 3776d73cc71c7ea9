using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChainRule.Kernels;

/// <summary>
/// A product of which every element is a long sum, such as a layer of few neurons gets from many inputs, on several
/// threads: each sums over some of the depth. So each reads its own columns of A and rows of B; were C divided
/// instead, all would read all of A or of B, and pack it. The other blocks of the depth are summed beside C and added
/// to it in their order, as one thread does, so the bits are the same.
/// </summary>
internal static unsafe class DeepGemm<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // More sums than these are not kept beside C at a time, however deep the product is.
    private const int MostSums = 32;

    /// <summary>Does the product; see <see cref="GemmBlocking.IsDeep"/>.</summary>
    public static void Multiply(in Product<T> product, int threads)
    {
        int blocks = (product.K + product.Depth - 1) / product.Depth;
        T* sums = PackingBuffer.Sums<T>(Math.Min(blocks, MostSums) * product.M * product.N);
        for (int first = 0; first < blocks; first += MostSums)
        {
            int count = Math.Min(MostSums, blocks - first);
            Workers.Run(new Job(product, sums, first), count, threads);
            for (int block = first == 0 ? 1 : 0; block < count; block++)
            {
                T* sum = sums + block * product.M * product.N;
                for (int row = 0; row < product.M; row++)
                    Add(product.N, product.Alpha, sum + row * product.N, product.C.At(row, 0));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(int n, T alpha, T* sums, T* c)
    {
        int i = 0;
        TVector factor = TSimd.Broadcast(alpha);
        for (; i <= n - TSimd.Count; i += TSimd.Count)
            TSimd.Store(TSimd.MultiplyAdd(factor, TSimd.Load(sums + i), TSimd.Load(c + i)), c + i);
        for (; i < n; i++)
            c[i] = T.MultiplyAddEstimate(alpha, sums[i], c[i]);
    }

    private readonly struct Job(Product<T> product, T* sums, int first) : IJob
    {
        public void Run(int chunk)
        {
            int from = (first + chunk) * product.Depth;
            Product<T> block = product with
            {
                K = Math.Min(product.Depth, product.K - from),
                A = product.A.From(0, from),
                B = product.B.From(from, 0),
            };
            if (from > 0)
            {
                block.Accumulate = false;
                block.Alpha = T.One;
                block.C = new MatrixView<T>(sums + chunk * product.M * product.N, product.N, 1);
            }

            NoEpilogue<T> none = default;
            BlockedGemm<TSimd, TVector, T, NoEpilogue<T>>.Multiply(block, 0, 0, ref none);
        }
    }
}
