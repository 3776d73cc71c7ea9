using ChainRule.Graphs;
using ChainRule.Kernels;
using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>Makes steps of the ops that put parts into a result.</summary>
internal static class PasteLowering
{
    /// <summary>Whether an op is one of them. They read any view where it lies.</summary>
    public static bool Is(Op op) => op is Pad or Concat or Fold;

    /// <summary>The step that computes a value.</summary>
    public static PasteStep Run(PlanBuilder builder, Value value)
    {
        int[] strides = value.Shape.RowMajorStrides();
        return value.Op switch
        {
            Pad pad => Padded(builder, value, pad, strides),
            Fold fold => Folded(builder, value, fold, strides),
            Concat concat => Joined(builder, value, concat, strides),
            _ => throw new System.Diagnostics.UnreachableException(value.Op.Name),
        };
    }

    private static PasteStep Padded(PlanBuilder builder, Value value, Pad pad, int[] strides)
    {
        var to = new int[strides.Length];
        int start = 0;
        for (int axis = 0; axis < to.Length; axis++)
        {
            start += pad.Low[axis] * strides[axis];
            to[axis] = strides[axis] * (pad.Between[axis] + 1);
        }

        return Step(builder, value, pad.Value, [Part(builder, value.Inputs[0], start, to, areApart: true)]);
    }

    // The windows of the result, which have the input's shape, say where its elements go.
    private static PasteStep Folded(PlanBuilder builder, Value value, Fold fold, int[] strides)
    {
        Value input = value.Inputs[0];
        int axes = fold.Targets.Count;
        var windows = new Windows(input.Shape.Sizes[^axes..].ToArray(), fold.Strides, fold.Dilations);
        (_, int[] to) = windows.View(value.Node!, 0, strides);
        bool areApart = input.Shape.Rank > 2 * axes;
        return Step(builder, value, 0, [Part(builder, input, 0, to, areApart, overlaps: true)], adds: true);
    }

    private static PasteStep Joined(PlanBuilder builder, Value value, Concat concat, int[] strides)
    {
        var parts = new PasteStep.Part[value.Inputs.Length];
        int start = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            Value input = value.Inputs[i];
            parts[i] = Part(builder, input, start, strides, areApart: true);
            start += input.Shape[concat.Axis] * strides[concat.Axis];
        }

        return Step(builder, value, null, parts);
    }

    private static PasteStep Step(
        PlanBuilder builder, Value value, double? fill, PasteStep.Part[] parts, bool adds = false)
    {
        Storage? element = fill is null ? null : Storage.Allocate(value.DType, 1);
        if (element is not null) Ops.Constant.Of(fill!.Value, value.DType).Evaluate(value.Node!, [], element);
        return new()
        {
            Title = value.Op.Name,
            Output = builder.PlaceOf(value),
            Shape = value.Shape,
            Fill = element,
            Adds = adds,
            Parts = parts,
        };
    }

    private static PasteStep.Part Part(
        PlanBuilder builder, Value input, int start, int[] to, bool areApart, bool overlaps = false)
    {
        AffineMap.TryOf(input, out AffineMap map);
        Place source = builder.PlaceOf(map.Base);
        if (input.Shape.Length == 0) return new(source, 0, 0, [new(0, 0, 0)], areApart);
        var loops = new List<PasteLoop>();
        for (int axis = 0; axis < to.Length; axis++) loops.Add(new(input.Shape[axis], map.Strides[axis], to[axis]));
        return new(source, map.Offset, start, Ordered(loops, overlaps ? 1 : 0), areApart);
    }

    // The source is read as it lies in memory. Where elements of the target overlap, the first loop must stay the
    // outermost, so that threads may share its iterations.
    private static PasteLoop[] Ordered(List<PasteLoop> loops, int fixedLoops)
    {
        IEnumerable<PasteLoop> inside = loops.Skip(fixedLoops)
            .Where(static loop => loop.Count != 1)
            .OrderByDescending(static loop => Math.Abs(loop.From))
            .ThenByDescending(static loop => Math.Abs(loop.To));
        var joined = new List<PasteLoop>();
        foreach (PasteLoop loop in inside)
        {
            if (joined.Count > 0
                && joined[^1].From == loop.From * loop.Count
                && joined[^1].To == loop.To * loop.Count)
                joined[^1] = loop with { Count = joined[^1].Count * loop.Count };
            else
                joined.Add(loop);
        }

        return [.. loops.Take(fixedLoops), .. joined];
    }
}
