namespace ChainRule;

/// <summary>
/// What an indexer takes of one axis: a position (<c>3</c>, <c>^1</c>), which drops the axis, or a range (<c>1..4</c>,
/// <c>..</c>), with steps as in <c>(..).By(2)</c>.
/// </summary>
public readonly struct AxisSlice
{
    private readonly Range _range;
    private readonly int _step;

    // A position below 0, which no index can express, until it can be said where it is missing.
    private readonly int _negative;

    private AxisSlice(Range range, int step, int negative = 0) => (_range, _step, _negative) = (range, step, negative);

    // A default slice is position 0.
    internal bool IsPosition => _step == 0;

    /// <summary>A position from the front.</summary>
    public static implicit operator AxisSlice(int position) =>
        position >= 0 ? new(position..position, 0) : new(default, 0, position);

    /// <summary>A position, from the end with ^.</summary>
    public static implicit operator AxisSlice(Index position) => new(position..position, 0);

    /// <summary>A range of positions.</summary>
    public static implicit operator AxisSlice(Range range) => new(range, 1);

    /// <summary>
    /// Every step-th position of a range; a negative step goes through it backwards, from its last position.
    /// </summary>
    /// <param name="range">The positions to choose from.</param>
    /// <param name="step">Not 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is 0.</exception>
    public static AxisSlice Of(Range range, int step)
    {
        if (step == 0)
            throw new ArgumentOutOfRangeException(
                nameof(step),
                "slice: a step of 0 never moves on. Use a positive step, or a negative one to go backwards.");
        return new(range, step);
    }

    /// <summary>First position, step and number of positions on an axis.</summary>
    internal (int Start, int Step, int Count) On(int size, int axis, string tensor, Shape shape)
    {
        if (_negative < 0)
            throw new ShapeException(
                $"slice: position {Shape.Minus(_negative)} does not exist on axis {axis} of {tensor} of shape {shape}. "
                + (_negative >= -size ? $"Count from the end with ^{-_negative}." : Existing(size)));
        int start = _range.Start.GetOffset(size), end = _range.End.GetOffset(size);
        if (IsPosition)
        {
            if (start < 0 || start >= size)
                throw new ShapeException(
                    $"slice: position {Text(_range.Start)} does not exist on axis {axis} of {tensor} of shape {shape}. "
                    + $"{Existing(size)}");
            return (start, 1, 1);
        }

        if (start < 0 || end > size || start > end)
            throw new ShapeException(
                $"slice: the range {Text(_range.Start)}..{Text(_range.End)} does not fit axis {axis} "
                + $"of {tensor} of shape {shape}. "
                + $"Its ends must lie between 0 and {size}, in this order.");
        long step = Math.Abs((long)_step);
        int count = (int)((end - start + step - 1) / step);
        // Where nothing follows, the step does not matter, however large it is.
        return (_step > 0 || count == 0 ? start : end - 1, count > 1 ? _step : 1, count);
    }

    private static string Text(Index index) => index.ToString();

    private static string Existing(int size) =>
        size == 0 ? "The axis is empty." : $"Positions there go from 0 to {size - 1}.";
}
