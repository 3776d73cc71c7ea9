namespace ChainRule.Web.Workbench;

/// <summary>From where to where a slider goes: a round number on both sides of 0.</summary>
/// <param name="Most">Its upper end.</param>
internal sealed record SliderRange(double Most)
{
    // So that 0.1 is a whole number of steps.
    private const int StepsASide = 100;

    /// <summary>How far one step goes.</summary>
    public double Step => Most / StepsASide;

    /// <summary>Whether a value is on the slider.</summary>
    public bool Contains(double value) => Math.Abs(value) <= Most;

    /// <summary>A range with room around a value.</summary>
    public static SliderRange Around(double value)
    {
        double size = Math.Max(Math.Abs(value) * 1.5, 5), power = Math.Pow(10, Math.Floor(Math.Log10(size)));
        double digit = size / power;
        return new(power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10));
    }
}
