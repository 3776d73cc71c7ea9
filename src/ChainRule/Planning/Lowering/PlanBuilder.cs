using ChainRule.Graphs;

namespace ChainRule.Planning;

/// <summary>The places of a plan that is being made: which value lies where.</summary>
internal sealed class PlanBuilder
{
    private readonly Dictionary<Value, Place> _of = [];
    private readonly Dictionary<Value, int> _outputs = [];
    private readonly Dictionary<Value, Func<Step>> _deferred = [];

    /// <summary>Gives the results of a program their places.</summary>
    public PlanBuilder(GraphProgram program)
    {
        foreach (Value root in program.Roots)
        {
            Value value = Uses.Base(root);
            if (!value.IsInput && !value.IsConstant) _outputs.TryAdd(value, _outputs.Count);
        }
    }

    /// <summary>All places, in order.</summary>
    public List<Place> Places { get; } = [];

    /// <summary>What was computed in advance.</summary>
    public List<Storage> Constants { get; } = [];

    /// <summary>The steps so far.</summary>
    public List<Step> Steps { get; } = [];

    /// <summary>Leaves out the step of a value unless another step asks for the value's place.</summary>
    public void Defer(Value value, Func<Step> step) => _deferred.Add(value, step);

    /// <summary>The place of a value that is no view.</summary>
    public Place PlaceOf(Value value)
    {
        if (_deferred.Remove(value, out Func<Step>? step)) Steps.Add(step());
        if (_of.TryGetValue(value, out Place? place)) return place;
        if (value.IsInput)
        {
            place = Add(value.DType, value.Shape.Length, PlaceKind.Input, value.Input);
        }
        else if (value.IsConstant)
        {
            place = Add(value.DType, value.Shape.Length, PlaceKind.Constant, Constants.Count);
            var storage = Storage.Allocate(value.DType, value.Shape.Length);
            value.Op.Evaluate(Node.Create(value.Op), [], storage);
            Constants.Add(storage);
        }
        else
        {
            place = _outputs.TryGetValue(value, out int output)
                ? Add(value.DType, value.Shape.Length, PlaceKind.Output, output)
                : Temporary(value.DType, value.Shape.Length);
        }

        _of.Add(value, place);
        return place;
    }

    /// <summary>Room for as long as it is used.</summary>
    public Place Temporary(DType dtype, int length) => Add(dtype, length, PlaceKind.Temporary);

    private Place Add(DType dtype, int length, PlaceKind kind, int number = -1)
    {
        var place = new Place(Places.Count, dtype, length, kind, number);
        Places.Add(place);
        return place;
    }
}
