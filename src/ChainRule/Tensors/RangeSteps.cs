namespace ChainRule;

/// <summary>Ranges with steps.</summary>
public static class RangeSteps
{
    extension(Range range)
    {
        /// <summary>
        /// Every step-th position of the range; a negative step goes through it backwards:
        /// <c>x[(..).By(-1)]</c> reverses.
        /// </summary>
        /// <param name="step">Not 0.</param>
        public AxisSlice By(int step) => AxisSlice.Of(range, step);
    }
}
