namespace ChainRule.Drawing.Figures;

/// <summary>A picture of values and one of derivatives, the one above the other.</summary>
internal static class Panels
{
    /// <summary>The marks of both.</summary>
    /// <param name="marks">Those of a picture that shows both at once.</param>
    /// <param name="height">How high that is.</param>
    public static Mark[] Of(Mark[] marks, double height) =>
    [
        .. marks.Where(static mark => !IsOfDerivative(mark)),
        .. marks.Where(static mark => !IsOfValue(mark)).Select(mark => mark.Lower(height)),
    ];

    /// <summary>Whether it belongs to a derivative.</summary>
    public static bool IsOfDerivative(Mark mark) => mark is Mark.Arrow { IsBackward: true }
        or Mark.Text { Style: TextStyle.Derivative } or Mark.Rule { Style: TextStyle.Derivative };

    // Numbers have no derivative, so their arrows are those of values.
    private static bool IsOfValue(Mark mark) => mark is Mark.Arrow { IsBackward: false }
        or Mark.Text { Style: TextStyle.Value or TextStyle.Constant } or Mark.Rule { Style: TextStyle.Value };
}
