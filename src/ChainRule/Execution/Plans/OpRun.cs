using ChainRule.Graphs;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>An <see cref="OpStep"/> with its memory: ready to run.</summary>
internal sealed class OpRun(OpStep step) : StepRun(step)
{
    private readonly Storage[] _inputs = new Storage[step.Inputs.Length];
    private Storage? _output;

    public override void Bind(Place place, Storage storage)
    {
        for (int i = 0; i < _inputs.Length; i++)
        {
            Layout layout = step.Inputs[i];
            if (layout.Place == place) _inputs[i] = storage.Part(layout.Offset, step.Node.Inputs[i].Shape.Length);
        }

        if (step.Output == place) _output = storage;
    }

    public override void Run(int threads) => step.Node.Op.Evaluate(step.Node, _inputs, _output!);
}
