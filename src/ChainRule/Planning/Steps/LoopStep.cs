namespace ChainRule.Planning;

/// <summary>A step that runs a kernel over rows and columns.</summary>
internal sealed class LoopStep : Step
{
    /// <summary>What is done.</summary>
    public required LoopKernel Kernel { get; init; }

    /// <summary>For each operand where it lies; null for scratch rows and for the operands of accumulators.</summary>
    public required Layout?[] Layouts { get; init; }

    /// <summary>The lengths of the loops around the columns, outermost first.</summary>
    public required int[] Rows { get; init; }

    /// <summary>The number of columns.</summary>
    public required int Columns { get; init; }

    /// <summary>
    /// Where one long loop was cut into rows: the columns of a last, shorter row. 0 if there is none.
    /// </summary>
    public required int LastColumns { get; init; }

    /// <summary>The sums over rows.</summary>
    public required Accumulator[] Accumulators { get; init; }

    /// <summary>How many rows make a part, which one thread does at a time; it depends on sizes only.</summary>
    public required int RowsInPart { get; init; }

    /// <summary>The number of all rows, without the short last one.</summary>
    public int RowCount
    {
        get
        {
            int count = 1;
            foreach (int size in Rows) count *= size;
            return count;
        }
    }

    /// <summary>The number of parts; the short last row is one.</summary>
    public int Parts => (RowCount == 0 ? 0 : ((RowCount - 1) / RowsInPart) + 1) + (LastColumns > 0 ? 1 : 0);

    /// <summary>The loops and what is done in them.</summary>
    public override string ToString() =>
        $"loop {string.Join(" × ", [.. Rows, Columns])}{(LastColumns > 0 ? $" + {LastColumns}" : "")}: {Title}";

    /// <inheritdoc/>
    public override IEnumerable<Place> Reads => Kernel.Instructions
        .Where(static step => step.Primitive == Primitive.Load)
        .SelectMany(step => Layouts[step.Operand]?.Places ?? [])
        .Distinct();

    /// <summary>Whether a tensor says which rows of a place are read, which may be wrong.</summary>
    public bool Gathers => Layouts.Any(static layout => layout?.Index is not null);

    /// <inheritdoc/>
    public override IEnumerable<Place> Writes => Kernel.Instructions
        .Where(static step => step.Primitive == Primitive.Store)
        .Select(step => Layouts[step.Operand]?.Place)
        .OfType<Place>()
        .Concat(Accumulators.SelectMany(static sum => (Place[])[sum.Partials, sum.Target]))
        .Distinct();

    /// <inheritdoc/>
    public override bool MayOverwrite(Place input, Place output)
    {
        if (Accumulators.Any(sum => sum.Target == output || sum.Partials == output)) return false;
        if (Layouts.Any(layout => layout?.Index is not null && layout.Places.Contains(input))) return false;
        Instruction[] stores = Array.FindAll(
            Kernel.Instructions, step => step.Primitive == Primitive.Store && Layouts[step.Operand]?.Place == output);
        // Iterations that are written out store to several places and read where others of them have written.
        if (stores.Length != 1) return false;
        Instruction store = stores[0];
        Layout written = Layouts[store.Operand]!;
        return written.Place.DType.Size == input.DType.Size && Kernel.Instructions
            .Where(step => step.Primitive == Primitive.Load && Layouts[step.Operand]?.Place == input)
            .All(load => load.Level == store.Level
                && load.Phase <= store.Phase
                && Layouts[load.Operand]!.Offset == written.Offset
                && Layouts[load.Operand]!.Strides.AsSpan().SequenceEqual(written.Strides));
    }
}
