using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// A kernel and the function that runs it: a block program at first, emitted code when it is worth it.
/// </summary>
internal sealed class CompiledKernel
{
    // The first runs are interpreted: most graphs are computed once.
    private const int HotRuns = 2;

    private readonly LoopKernel _kernel;
    private readonly int _vectorBits;
    private LoopFunction _function;
    private int _runs, _isHot;

    public CompiledKernel(LoopKernel kernel, ExecutionMode mode, int vectorBits)
    {
        (_kernel, _vectorBits) = (kernel, vectorBits);
        if (CodeEmission.IsSupported && mode == ExecutionMode.Emitted)
        {
            (_function, _runs) = (Emit(), int.MinValue);
            return;
        }

        _function = BlockProgram.Compile(kernel, vectorBits);
        if (!CodeEmission.IsSupported || mode == ExecutionMode.Blocks) _runs = int.MinValue;
    }

    /// <summary>The function of the moment. Asking counts as a run.</summary>
    public LoopFunction Function
    {
        get
        {
            // Several threads may count at once; then it is a run more or less.
            if (_runs >= 0 && ++_runs > HotRuns) Heat();
            return Volatile.Read(ref _function);
        }
    }

    // Has the kernel compiled beside the runs, once.
    private void Heat()
    {
        // Another thread may count on from what it has read before; then it comes here again.
        _runs = int.MinValue;
        if (Interlocked.Exchange(ref _isHot, 1) != 0) return;
        ThreadPool.UnsafeQueueUserWorkItem(static kernel => kernel.Replace(), this, preferLocal: false);
    }

    private void Replace()
    {
        if (!CodeEmission.IsSupported) return;
        try
        {
            Volatile.Write(ref _function, Emit());
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Nobody waits for the code, and the block program computes the same.
            System.Diagnostics.Debug.Fail(error.ToString());
        }
    }

    [System.Diagnostics.CodeAnalysis.RequiresDynamicCode("Emits code.")]
    private LoopFunction Emit() =>
        ScratchRows.Supply(_kernel, LoopEmitter.Compile(_kernel, _vectorBits, "ChainRule.Loop"));
}
