namespace ChainRule.Drawing.Text;

/// <summary>Where the line in one cell of a picture leads to.</summary>
[Flags]
internal enum Directions
{
    None = 0,
    Up = 1,
    Down = 2,
    Left = 4,
    Right = 8,
}
