using ChainRule.Graphs;

namespace ChainRule.Planning;

/// <summary>The slots of a plan that is being made: which value lies where.</summary>
internal sealed class PlanBuilder
{
    private readonly Dictionary<Value, Slot> _of = [];
    private readonly Dictionary<Value, int> _outputs = [];

    /// <summary>Gives the results of a program their places.</summary>
    public PlanBuilder(GraphProgram program)
    {
        foreach (Value root in program.Roots)
        {
            Value value = Uses.Base(root);
            if (!value.IsInput && !value.IsConstant) _outputs.TryAdd(value, _outputs.Count);
        }
    }

    /// <summary>All slots, in order.</summary>
    public List<Slot> Slots { get; } = [];

    /// <summary>What was computed in advance.</summary>
    public List<Storage> Constants { get; } = [];

    /// <summary>The steps so far.</summary>
    public List<Step> Steps { get; } = [];

    /// <summary>The number of different results.</summary>
    public int OutputCount => _outputs.Count;

    /// <summary>The place of a value that is no view.</summary>
    public Slot SlotOf(Value value)
    {
        if (_of.TryGetValue(value, out Slot? slot)) return slot;
        if (value.IsInput)
        {
            slot = Add(value.DType, value.Shape.Length, SlotKind.Input, value.Input);
        }
        else if (value.IsConstant)
        {
            slot = Add(value.DType, value.Shape.Length, SlotKind.Constant, Constants.Count);
            var storage = Storage.Allocate(value.DType, value.Shape.Length);
            value.Op.Evaluate(Node.Create(value.Op), [], storage);
            Constants.Add(storage);
        }
        else
        {
            slot = _outputs.TryGetValue(value, out int output)
                ? Add(value.DType, value.Shape.Length, SlotKind.Output, output)
                : Temporary(value.DType, value.Shape.Length);
        }

        _of.Add(value, slot);
        return slot;
    }

    /// <summary>Room for as long as it is used.</summary>
    public Slot Temporary(DType dtype, int length) => Add(dtype, length, SlotKind.Temporary);

    private Slot Add(DType dtype, int length, SlotKind kind, int number = -1)
    {
        var slot = new Slot(Slots.Count, dtype, length, kind, number);
        Slots.Add(slot);
        return slot;
    }
}
