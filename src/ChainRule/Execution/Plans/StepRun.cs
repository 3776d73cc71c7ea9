using ChainRule.Graphs;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>A step of a plan with its memory: ready to run.</summary>
internal abstract class StepRun(Step step)
{
    /// <summary>The step.</summary>
    public Step Step { get; } = step;

    /// <summary>The run of a step.</summary>
    public static StepRun Of(Step step) => step switch
    {
        LoopStep loop => new LoopRun(loop),
        DotStep dot => new DotRun(dot),
        PasteStep paste => new PasteRun(paste),
        OpStep op => new OpRun(op),
        _ => throw new System.Diagnostics.UnreachableException(step.Title),
    };

    /// <summary>Tells where a place lies from now on.</summary>
    public abstract void Bind(Place place, Storage storage);

    /// <summary>The same, prepared for a place that moves at every run; null if there is no faster way.</summary>
    public virtual Binding? FastBinding(Place place) => null;

    /// <summary>Computes.</summary>
    /// <param name="threads">How many threads may do it.</param>
    public abstract void Run(int threads);
}
