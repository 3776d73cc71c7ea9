using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ChainRule.Graphs;
using ChainRule.Kernels;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>A <see cref="PasteStep"/> with its memory: ready to run.</summary>
internal sealed class PasteRun(PasteStep step) : StepRun(step)
{
    // Elements that take some times as long as handing them to another thread.
    private const int ChunkElements = 1 << 15;

    private readonly Storage[] _sources = new Storage[step.Parts.Length];
    private Storage? _output;

    public override void Bind(Place place, Storage storage)
    {
        for (int i = 0; i < _sources.Length; i++)
        {
            if (step.Parts[i].Source == place) _sources[i] = storage;
        }

        if (step.Output == place) _output = storage;
    }

    public override void Run(int threads)
    {
        switch (step.Output.DType)
        {
            case DType.Float32: Run<float>(threads); break;
            case DType.Float64: Run<double>(threads); break;
            case DType.Int32: Run<int>(threads); break;
            case DType.Int64: Run<long>(threads); break;
            // Only copied.
            case DType.Bool: Run<byte>(threads); break;
            default: throw new UnreachableException(step.Output.DType.ToString());
        }
    }

    private void Run<T>(int threads) where T : unmanaged, INumber<T>
    {
        if (step.Fill is { } fill)
            MemoryMarshal.CreateSpan(ref First<T>(_output!), step.Output.Length).Fill(First<T>(fill));
        for (int i = 0; i < _sources.Length; i++)
        {
            PasteStep.Part part = step.Parts[i];
            long elements = 1;
            foreach (PasteLoop loop in part.Loops) elements *= loop.Count;
            int most = part.AreApart && part.Loops.Length > 0 ? part.Loops[0].Count : 1;
            int chunks = (int)Math.Clamp(elements / ChunkElements, 1, Math.Max(1, most));
            Workers.Run(new Job<T>(this, i, chunks), chunks, threads);
        }
    }

    private static ref T First<T>(Storage storage) => ref Unsafe.As<byte, T>(
        ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(storage.Array), storage.Offset));

    // Some iterations of the outermost loop.
    private void Run<T>(int index, int chunk, int chunks) where T : unmanaged, INumber<T>
    {
        PasteStep.Part part = step.Parts[index];
        ref T x = ref Unsafe.Add(ref First<T>(_sources[index]), part.From);
        ref T y = ref Unsafe.Add(ref First<T>(_output!), part.To);
        if (chunks == 1)
        {
            Paste.Run(ref x, ref y, part.Loops, step.Adds);
            return;
        }

        (int count, int from, int to) = part.Loops[0];
        int start = (int)((long)count * chunk / chunks), end = (int)((long)count * (chunk + 1) / chunks);
        for (int i = start; i < end; i++)
            Paste.Run(ref Unsafe.Add(ref x, i * from), ref Unsafe.Add(ref y, i * to), part.Loops.AsSpan(1), step.Adds);
    }

    private readonly struct Job<T>(PasteRun run, int part, int chunks) : IJob
        where T : unmanaged, INumber<T>
    {
        public void Run(int chunk) => run.Run<T>(part, chunk, chunks);
    }
}
