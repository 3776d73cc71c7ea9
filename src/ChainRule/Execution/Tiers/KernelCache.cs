using System.Collections.Concurrent;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// All kernels of the process, each once: plans of other sizes, and other graphs with the same loops, share them.
/// </summary>
internal static class KernelCache
{
    // A program that makes ever new kernels should not fill the memory with them.
    private const int Capacity = 4096;

    private static readonly ConcurrentDictionary<Key, CompiledKernel> Kernels = [];

    // Counted here: the dictionary's own count takes all its locks and, the first time, sets up tracing for 10 ms.
    private static int _count;

    public static CompiledKernel Get(LoopKernel kernel)
    {
        var key = new Key(kernel, ExecutionSettings.Mode, ExecutionSettings.VectorBits);
        if (Kernels.TryGetValue(key, out CompiledKernel? known)) return known;
        if (Interlocked.Increment(ref _count) > Capacity)
        {
            Kernels.Clear();
            _count = 0;
        }

        return Kernels.GetOrAdd(key, static key => new CompiledKernel(key.Kernel, key.Mode, key.VectorBits));
    }

    private readonly struct Key : IEquatable<Key>
    {
        private readonly int _hash;

        public Key(LoopKernel kernel, ExecutionMode mode, int bits)
        {
            (Kernel, Mode, VectorBits) = (kernel, mode, bits);
            var hash = new HashCode();
            hash.Add(mode);
            hash.Add(bits);
            hash.Add(kernel.ElementSize);
            foreach (Operand operand in kernel.Operands) hash.Add(operand);
            foreach (Instruction step in kernel.Instructions) hash.Add(step);
            _hash = hash.ToHashCode();
        }

        public LoopKernel Kernel { get; }

        public ExecutionMode Mode { get; }

        public int VectorBits { get; }

        public bool Equals(Key other) =>
            _hash == other._hash
            && Mode == other.Mode
            && VectorBits == other.VectorBits
            && Kernel.ElementSize == other.Kernel.ElementSize
            && Kernel.Operands.AsSpan().SequenceEqual(other.Kernel.Operands)
            && Kernel.Instructions.AsSpan().SequenceEqual(other.Kernel.Instructions);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() => _hash;
    }
}
