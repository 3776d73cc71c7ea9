using System.Text;

namespace ChainRule.Drawing.Text;

/// <summary>A grid of character cells: lines that join where they meet, and text over them.</summary>
internal sealed class Canvas(int width, int height, Charset charset)
{
    private readonly Directions[,] _lines = new Directions[height, width];

    // A wide character leaves the cell after it empty.
    private readonly string?[,] _texts = new string?[height, width];

    /// <summary>Draws a line from one column to another, both included; its ends lead outwards too.</summary>
    public void Horizontal(int row, int from, int to)
    {
        for (int column = from; column <= to; column++) _lines[row, column] |= Directions.Left | Directions.Right;
    }

    /// <summary>Draws a line from one row to another; its ends lead inwards only.</summary>
    public void Vertical(int column, int from, int to)
    {
        (from, to) = (Math.Min(from, to), Math.Max(from, to));
        for (int row = from; row <= to; row++)
        {
            if (row > from) _lines[row, column] |= Directions.Up;
            if (row < to) _lines[row, column] |= Directions.Down;
        }
    }

    /// <summary>Lets the line in a cell lead on in the given directions.</summary>
    public void Join(int row, int column, Directions directions) => _lines[row, column] |= directions;

    /// <summary>Writes text over what is there.</summary>
    public void Write(int row, int column, string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            int columns = TextWidth.Of(rune);
            if (columns == 0 && column > 0)
            {
                // A combining character belongs to the one before it.
                int before = column - 1;
                while (before > 0 && _texts[row, before] is { Length: 0 }) before--;
                _texts[row, before] += rune.ToString();
                continue;
            }

            _texts[row, column] = rune.ToString();
            if (columns == 2) _texts[row, column + 1] = "";
            column += columns;
        }
    }

    /// <summary>The picture, without spaces at the ends of lines.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (int row = 0; row < height; row++)
        {
            var line = new StringBuilder();
            for (int column = 0; column < width; column++)
                line.Append(_texts[row, column] ?? charset.Line(_lines[row, column]));
            text.Append(line.ToString().TrimEnd()).Append('\n');
        }

        return text.ToString();
    }
}
