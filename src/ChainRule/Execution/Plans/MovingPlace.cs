using ChainRule.Graphs;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>A place of a plan that lies elsewhere at every run, and the steps that must know.</summary>
internal sealed class MovingPlace
{
    private readonly Place? _place;
    private readonly Binding[] _bindings = [];
    private readonly StepRun[] _steps = [];

    /// <summary>Prepares a place to move.</summary>
    /// <param name="place">The place.</param>
    /// <param name="users">The steps that read or write it.</param>
    public MovingPlace(Place place, List<StepRun> users)
    {
        _place = place;
        _bindings = [.. users.Select(step => step.FastBinding(place)).OfType<Binding>()];
        _steps = [.. users.Where(step => step.FastBinding(place) is null)];
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
