namespace ChainRule.Drawing.Figures;

/// <summary>Something that a figure consists of.</summary>
internal abstract record Mark
{
    /// <summary>When it is shown, step by step; null for always.</summary>
    public Moment? Moment { get; init; }

    /// <summary>Whether it is not what the picture is about: pale, and its lines dashed.</summary>
    public bool IsFaded { get; init; }

    /// <summary>The same, lower.</summary>
    public Mark Lower(double by)
    {
        var down = new Point(0, by);
        return this switch
        {
            Arrow arrow => arrow with { Points = [.. arrow.Points.Select(point => point + down)] },
            Node node => node with { Centre = node.Centre + down },
            Branch branch => branch with { Centre = branch.Centre + down },
            Rule rule => rule with { From = rule.From + down, To = rule.To + down },
            Text text => text with { Place = text.Place + down },
            Frame frame => frame with
            {
                Place = frame.Place with { Top = frame.Place.Top + by, Bottom = frame.Place.Bottom + by },
            },
            _ => throw new System.Diagnostics.UnreachableException(GetType().Name),
        };
    }

    /// <summary>
    /// A node: a circle with a sign, which grows to a pill for a word; or a box of several folded nodes.
    /// </summary>
    /// <param name="Centre">Its middle.</param>
    /// <param name="Width">From left to right.</param>
    /// <param name="Height">From top to bottom.</param>
    /// <param name="Corner">The radius of its corners: of a circle or pill, half its height.</param>
    /// <param name="Symbol">What stands inside.</param>
    /// <param name="Description">What it does, in words.</param>
    public sealed record Node(
        Point Centre, double Width, double Height, double Corner, string Symbol, string Description) : Mark
    {
        /// <summary>The name by which it is unfolded into its parts; null if it has none.</summary>
        public string? Unfolds { get; init; }
    }

    /// <summary>A frame around the parts of a group.</summary>
    /// <param name="Place">Where it is.</param>
    /// <param name="Corner">The radius of its corners.</param>
    /// <param name="Title">What the group is called; it is written beside the frame as a text.</param>
    public sealed record Frame(Box Place, double Corner, string Title) : Mark;

    /// <summary>A point where a value goes on to several uses.</summary>
    public sealed record Branch(Point Centre, string Description) : Mark;

    /// <summary>
    /// An arrow: that of a value, thin with a hollow head, or that of a derivative, thick with a full one.
    /// </summary>
    /// <param name="Points">From its beginning to its tip.</param>
    /// <param name="IsBackward">Whether of a derivative.</param>
    public sealed record Arrow(Point[] Points, bool IsBackward) : Mark;

    /// <summary>A thin straight line: between the parts of a fraction, or through what is crossed out.</summary>
    /// <param name="From">One end.</param>
    /// <param name="To">The other one.</param>
    /// <param name="Style">That of the text it belongs to.</param>
    public sealed record Rule(Point From, Point To, TextStyle Style) : Mark;

    /// <summary>Text on one line.</summary>
    /// <param name="Words">The text.</param>
    /// <param name="Place">Where its line begins, is in the middle or ends.</param>
    /// <param name="Align">Which of them.</param>
    /// <param name="Style">What it is.</param>
    public sealed record Text(string Words, Point Place, Align Align, TextStyle Style) : Mark;
}
