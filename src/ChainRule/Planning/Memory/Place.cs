namespace ChainRule.Planning;

/// <summary>A place for elements in memory: what the steps of a plan read and write.</summary>
/// <param name="index">Its number in the plan.</param>
/// <param name="dtype">The type of the elements.</param>
/// <param name="length">How many there are.</param>
/// <param name="kind">Whose memory it is.</param>
/// <param name="number">Which of the plan's inputs, outputs or constants it is; not used for others.</param>
internal sealed class Place(int index, DType dtype, int length, PlaceKind kind, int number = -1)
{
    /// <summary>The number in the plan.</summary>
    public int Index => index;

    /// <summary>The type of the elements.</summary>
    public DType DType => dtype;

    /// <summary>How many elements there are.</summary>
    public int Length => length;

    /// <summary>Whose memory it is.</summary>
    public PlaceKind Kind => kind;

    /// <summary>Which of the plan's inputs, outputs or constants it is.</summary>
    public int Number => number;

    /// <summary>The size in bytes.</summary>
    public long Bytes => (long)dtype.Size * length;

    /// <summary>The name in a plan's text.</summary>
    public override string ToString() => kind switch
    {
        PlaceKind.Input => $"input {number}",
        PlaceKind.Output => $"output {number}",
        PlaceKind.Constant => $"constant {number}",
        _ => $"temporary {index}",
    };
}
