using System.Collections.Concurrent;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>All kernels of the process, each once: plans of other sizes, and other graphs with the same loops, share them.</summary>
internal static class KernelCache
{
    // A program that makes ever new kernels should not fill the memory with them.
    private const int Capacity = 4096;

    private static readonly ConcurrentDictionary<Key, CompiledKernel> Kernels = [];

    public static CompiledKernel Get(LoopKernel kernel)
    {
        var key = new Key(kernel, ExecutionSettings.Mode, ExecutionSettings.VectorBits);
        if (Kernels.TryGetValue(key, out CompiledKernel? known)) return known;
        if (Kernels.Count >= Capacity) Kernels.Clear();
        return Kernels.GetOrAdd(key, static key => new CompiledKernel(key.Kernel));
    }

    private readonly struct Key : IEquatable<Key>
    {
        private readonly ExecutionMode _mode;
        private readonly int _bits, _hash;

        public Key(LoopKernel kernel, ExecutionMode mode, int bits)
        {
            (Kernel, _mode, _bits) = (kernel, mode, bits);
            var hash = new HashCode();
            hash.Add(mode);
            hash.Add(bits);
            hash.Add(kernel.ElementSize);
            foreach (Operand operand in kernel.Operands) hash.Add(operand);
            foreach (Instruction step in kernel.Instructions) hash.Add(step);
            _hash = hash.ToHashCode();
        }

        public LoopKernel Kernel { get; }

        public bool Equals(Key other) =>
            _hash == other._hash
            && _mode == other._mode
            && _bits == other._bits
            && Kernel.ElementSize == other.Kernel.ElementSize
            && Kernel.Operands.AsSpan().SequenceEqual(other.Kernel.Operands)
            && Kernel.Instructions.AsSpan().SequenceEqual(other.Kernel.Instructions);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() => _hash;
    }
}
