using System.Globalization;
using System.Text;

namespace ChainRule.Network;

/// <summary>
/// Where a surface, known on a grid, lies below a height: marching squares (Lorensen &amp; Cline 1987, in the plane).
/// </summary>
public sealed class Contours
{
    /// <summary>The length of a side of the square in which paths are given.</summary>
    public const int Size = 1000;

    // From each side of a cell where the line comes in to where it goes out, what is below at its left. Sides: 0 above,
    // 1 right, 2 below, 3 left. A cell's case has a bit for each corner that is below: 1 upper left, 2 upper right,
    // 4 lower right, 8 lower left. Opposite corners are kept apart.
    private static readonly (int From, int To)[][] Cases =
    [
        [], [(0, 3)], [(1, 0)], [(1, 3)], [(2, 1)], [(0, 3), (2, 1)], [(2, 0)], [(2, 3)],
        [(3, 2)], [(0, 2)], [(1, 0), (3, 2)], [(1, 2)], [(3, 1)], [(0, 1)], [(3, 0)], [],
    ];

    private readonly double[] _heights;
    private readonly int _columns, _rows;

    // The grid has a rim of which nothing is below anything, so that every line comes back to where it began.
    private readonly int _across;

    /// <summary>Takes a grid.</summary>
    /// <param name="heights">The heights row by row, from the upper left.</param>
    /// <param name="columns">How many there are in a row.</param>
    public Contours(double[] heights, int columns)
    {
        ArgumentNullException.ThrowIfNull(heights);
        (_heights, _columns, _rows, _across) = (heights, columns, heights.Length / columns, columns + 2);
    }

    /// <summary>The data of an SVG path around what lies below a height; to be filled by the rule evenodd.</summary>
    public string Below(double height)
    {
        // For each edge where a line comes into a cell, the edge where it goes out.
        var next = new Dictionary<int, int>();
        for (int row = -1; row < _rows; row++)
        {
            for (int column = -1; column < _columns; column++)
            {
                int corners = (Bit(row, column) * 1) + (Bit(row, column + 1) * 2)
                    + (Bit(row + 1, column + 1) * 4) + (Bit(row + 1, column) * 8);
                foreach ((int from, int to) in Cases[corners])
                    next[Edge(row, column, from)] = Edge(row, column, to);
            }
        }

        var path = new StringBuilder();
        while (next.Count > 0)
        {
            char sign = 'M';
            for (int edge = next.Keys.First(); next.Remove(edge, out int following); edge = following)
            {
                Write(path.Append(sign), edge, height);
                sign = 'L';
            }

            path.Append('Z');
        }

        return path.ToString();

        int Bit(int row, int column) => IsOutside(row, column) || !(At(row, column) < height) ? 0 : 1;
    }

    private bool IsOutside(int row, int column) => row < 0 || column < 0 || row >= _rows || column >= _columns;

    private double At(int row, int column) => _heights[(row * _columns) + column];

    // Two numbers for each corner: the edges to the right of it and below it.
    private int Edge(int row, int column, int side)
    {
        int corner = ((row + 1) * _across) + column + 1;
        return side switch
        {
            0 => 2 * corner,
            1 => (2 * (corner + 1)) + 1,
            2 => 2 * (corner + _across),
            _ => (2 * corner) + 1,
        };
    }

    private void Write(StringBuilder path, int edge, double height)
    {
        (int row, int column) = Math.DivRem(edge / 2, _across);
        (row, column) = (row - 1, column - 1);
        (int otherRow, int otherColumn) = edge % 2 == 0 ? (row, column + 1) : (row + 1, column);
        double along = IsOutside(row, column) ? 1
            : IsOutside(otherRow, otherColumn) ? 0
            : (height - At(row, column)) / (At(otherRow, otherColumn) - At(row, column));
        path.Append(CultureInfo.InvariantCulture,
            $"{Size * (column + (along * (otherColumn - column))) / (_columns - 1):0.#} "
            + $"{Size * (row + (along * (otherRow - row))) / (_rows - 1):0.#}");
    }
}
