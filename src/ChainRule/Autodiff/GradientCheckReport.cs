using System.Globalization;
using System.Text;

namespace ChainRule;

/// <summary>What a <see cref="GradientCheck"/> found.</summary>
/// <param name="Inputs">For each input, how both ways agree.</param>
/// <param name="Step">h, before it is scaled by max(1, |x|).</param>
/// <param name="Tolerance">The tolerance, relative to max(1, |f|, |derivative|).</param>
public sealed record GradientCheckReport(IReadOnlyList<InputCheck> Inputs, double Step, double Tolerance)
{
    /// <summary>Whether every input passed.</summary>
    public bool Passed => Inputs.All(static input => input.Passed);

    /// <summary>A table, one line an input, and what failed and why.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        int width = Math.Max(5, Inputs.Max(static input => input.Name.Length));
        text.Append(CultureInfo.InvariantCulture,
            $"{"input".PadRight(width)}  compared  mean |Δ|   max |Δ|    max rel.   kinks\n");
        foreach (InputCheck input in Inputs)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{input.Name.PadRight(width)}  {input.Compared,8}  {input.MeanAbsoluteError,-9:0.0e+00}  "
                + $"{input.MaxAbsoluteError,-9:0.0e+00}  {input.MaxRelativeError,-9:0.0e+00}  {input.Kinks.Count}\n");
        }

        foreach (InputCheck input in Inputs)
        {
            if (input.Failures > 0)
            {
                text.Append(CultureInfo.InvariantCulture,
                    $"{input.Name}: {input.Failures} of {input.Compared} elements differ; the worst is {Place(input)}, "
                    + $"where backpropagation gives {input.Backpropagated} "
                    + $"and the central difference {input.Numerical}.\n");
            }

            if (input.Unclear > 0)
            {
                text.Append(CultureInfo.InvariantCulture,
                    $"{input.Name}: {input.Unclear} of {input.Compared} elements cannot be told: rounding the "
                    + $"function's value hides derivatives of this size. Check in float64, or leave large "
                    + $"constants out.\n");
            }

            if (input.Kinks.Count > 0)
            {
                text.Append(CultureInfo.InvariantCulture,
                    $"{input.Name}: {input.Kinks[0]}"
                    + $"{(input.Kinks.Count > 1 ? $" (and {input.Kinks.Count - 1} more)" : "")}.\n");
            }
        }

        return text.ToString();
    }

    private static string Place(InputCheck input) =>
        input.Shape.IsScalar ? input.Name : input.Name + Shape.Text([.. input.MaxAbsoluteErrorAt]);
}
