using ChainRule.Graphs;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>A place of a plan that lies elsewhere at every run, and the steps that must know.</summary>
internal sealed class MovingPlace
{
    private readonly Place? _place;
    private readonly Binding[] _bindings = [];
    private readonly StepRun[] _steps = [];

    /// <summary>Finds the steps that use a place.</summary>
    public MovingPlace(Place place, StepRun[] steps)
    {
        _place = place;
        StepRun[] users = Array.FindAll(
            steps, step => step.Step.Reads.Contains(place) || step.Step.Writes.Contains(place));
        _bindings = [.. users.Select(step => step.FastBinding(place)).OfType<Binding>()];
        _steps = Array.FindAll(users, step => step.FastBinding(place) is null);
    }

    private MovingPlace()
    {
    }

    /// <summary>A place that no step uses.</summary>
    public static MovingPlace Nowhere { get; } = new();

    /// <summary>Tells where the place is from now on.</summary>
    public void Bind(Storage storage)
    {
        foreach (Binding binding in _bindings) binding.Bind(storage.Array, storage.Offset);
        foreach (StepRun step in _steps) step.Bind(_place!, storage);
    }
}
