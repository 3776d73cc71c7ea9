using System.Globalization;

namespace ChainRule.Cli;

/// <summary>What stands behind --move: <c>x</c>, <c>t=0.01</c>, <c>w[1]=-0.5</c>.</summary>
/// <param name="Name">The name of the value.</param>
/// <param name="Index">The element, if one is chosen.</param>
/// <param name="Step">By how much to move it.</param>
internal sealed record NudgeRequest(string Name, int[]? Index, double Step)
{
    /// <summary>What may stand there, to follow "must be".</summary>
    public const string Allowed =
        "a name, perhaps with a number other than 0 to move by, such as x or x=0.01 or w[1]=0.01";

    // Large enough to be seen in every value.
    private const double Standard = 0.01;

    /// <summary>Reads the value of --move.</summary>
    public static bool TryRead(string text, out NudgeRequest? request)
    {
        request = null;
        string[] parts = text.Split('=', StringSplitOptions.TrimEntries);
        double step = Standard;
        if (parts.Length > 2 || (parts.Length == 2 && !IsStep(parts[1], out step))) return false;
        string name = parts[0];
        int[]? index = null;
        if (name.EndsWith(']') && name.IndexOf('[', StringComparison.Ordinal) is > 0 and var start)
        {
            string[] numbers = name[(start + 1)..^1].Split(',', StringSplitOptions.TrimEntries);
            index = new int[numbers.Length];
            for (int i = 0; i < index.Length; i++)
            {
                bool isNumber = int.TryParse(numbers[i], NumberStyles.None, CultureInfo.InvariantCulture, out index[i]);
                if (!isNumber) return false;
            }

            name = name[..start];
        }

        if (name.Length == 0) return false;
        request = new(name, index, step);
        return true;
    }

    /// <summary>What can be moved in a graph, as words.</summary>
    public static string Choice(Tensor result) => $"one of {string.Join(", ", GraphNudge.Names(result))}";

    /// <summary>Moves it.</summary>
    /// <exception cref="WrongInputException">
    /// There is no such value or element, or the result is not one float.
    /// </exception>
    public NudgeReport Of(Tensor result)
    {
        if (!GraphNudge.Names(result).Contains(Name))
            throw new WrongInputException($"--move: the graph has no value {Name}; choose {Choice(result)}");
        try
        {
            // Its shape is known only when it is found.
            GraphNudge nudge = GraphNudge.Of(result, Name);
            if (Index is null) return nudge.By(Step);
            return GraphNudge.Of(result, Name, Element(nudge.Shape)).By(Step);
        }
        catch (Exception wrong) when (wrong is ArgumentException or GradientException)
        {
            throw new WrongInputException(ErrorText.Of(wrong));
        }
    }

    private static bool IsStep(string text, out double step) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out step)
        && double.IsFinite(step) && step != 0;

    private int Element(Shape shape)
    {
        bool fits = Index!.Length == shape.Rank && Index.Zip(shape, static (i, size) => i < size).All(static x => x);
        if (!fits)
            throw new WrongInputException(
                $"--move: {Name} has the shape {shape}, so there is no {Name}{Shape.Text(Index)}");
        return Index.Zip(shape).Aggregate(0, static (element, pair) => (element * pair.Second) + pair.First);
    }
}
