using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>A kernel and the function that runs it: a block program at first, emitted code when it is worth it.</summary>
internal sealed class CompiledKernel
{
    // The first runs are interpreted: most graphs are computed once.
    private const int HotRuns = 2;

    private readonly LoopKernel _kernel;
    private LoopFunction _function;
    private int _runs;

    public CompiledKernel(LoopKernel kernel)
    {
        _kernel = kernel;
        bool emitsNow = ExecutionSettings.Mode == ExecutionMode.Emitted && CodeEmission.IsSupported;
        _function = emitsNow ? CodeEmission.Compile(kernel) : BlockProgram.Compile(kernel, ExecutionSettings.VectorBits);
        if (emitsNow || ExecutionSettings.Mode == ExecutionMode.Blocks || !CodeEmission.IsSupported) _runs = int.MinValue;
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

    /// <summary>Has the kernel compiled beside the runs, if it is not yet.</summary>
    public void Heat()
    {
        if (Interlocked.Exchange(ref _runs, int.MinValue) < 0) return;
        ThreadPool.UnsafeQueueUserWorkItem(
            static kernel => Volatile.Write(ref kernel._function, CodeEmission.Compile(kernel._kernel)),
            this,
            preferLocal: false);
    }
}
