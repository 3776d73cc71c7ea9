using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>
/// Other ways to fold windows, the adjoint of taking them: what is folded should lie in memory window element by window
/// element, the positions of the windows in long rows, as the result does.
/// </summary>
/// <param name="capture">Makes values.</param>
internal sealed class Folds(Capture capture)
{
    /// <summary>The same result by a better way.</summary>
    /// <returns>Null if there is none.</returns>
    public Value? Simplified(Fold fold, Value windows)
    {
        if (windows.Shape.Length == 0) return null;
        if (Tiles(fold, windows.Shape)) return Tiled(fold, windows);
        Value? other = IsInOrder(fold, windows) ? null : OfLoop(fold, windows) ?? OfProduct(fold, windows);
        return other is null ? null : capture.Apply(fold, other);
    }

    // Whether windows lie side by side, as in most poolings.
    private static bool Tiles(Fold fold, Shape shape)
    {
        int axes = fold.Targets.Count;
        for (int i = 0; i < axes; i++)
        {
            (int positions, int size) = (shape[shape.Rank - (2 * axes) + i], shape[shape.Rank - axes + i]);
            bool isRun = size == 1 || fold.Dilations[i] == 1;
            if (!isRun || (positions > 1 && fold.Strides[i] != size) || fold.Targets[i] != (long)positions * size)
                return false;
        }

        return true;
    }

    private Value Tiled(Fold fold, Value windows)
    {
        int axes = fold.Targets.Count, lead = windows.Shape.Rank - (2 * axes);
        var order = new List<int>(Enumerable.Range(0, lead));
        for (int i = 0; i < axes; i++) order.AddRange([lead + i, lead + axes + i]);
        Value sideBySide = capture.Apply(new Permute(order.ToArray()), windows);
        return Reshaped(sideBySide, [.. windows.Shape.Sizes[..lead], .. fold.Targets.Span]);
    }

    // Whether some position is the last axis in memory, or a window is so long that it may be.
    private static bool IsInOrder(Fold fold, Value windows)
    {
        int axes = fold.Targets.Count, last = windows.Shape.Rank - 1;
        if (windows.Shape[last - axes] < windows.Shape[last]) return true;
        if (!AffineMap.TryOf(windows, out AffineMap map)) return true;
        int smallest = int.MaxValue, of = last - axes;
        for (int axis = 0; axis <= last; axis++)
        {
            int stride = Math.Abs(map.Strides[axis]);
            if (windows.Shape[axis] == 1 || stride == 0 || stride >= smallest) continue;
            (smallest, of) = (stride, axis);
        }

        return of <= last - axes;
    }

    // A loop writes what it computes in another order.
    private Value? OfLoop(Fold fold, Value windows)
    {
        if (!AxisMap.TryOf(windows, out AxisMap map) || map.Source.Op is Copy || !Fusible.Is(map.Source)) return null;
        if (map.Source.Shape.Length != windows.Shape.Length) return null;
        int axes = fold.Targets.Count, lead = windows.Shape.Rank - (2 * axes);
        int[] leading = [.. Enumerable.Range(0, lead)];
        int[] first = [.. Enumerable.Range(lead, axes)], second = [.. Enumerable.Range(lead + axes, axes)];
        // Its own inverse.
        var swap = new Permute((int[])[.. leading, .. second, .. first]);
        return capture.Apply(swap, capture.Apply(Copy.Instance, capture.Apply(swap, windows)));
    }

    // A product whose rows are positions and whose columns are elements of windows, as in the gradient of a
    // convolution: Yᵀ = Bᵀ·Aᵀ, for each of the leading axes among the rows.
    private Value? OfProduct(Fold fold, Value windows)
    {
        Value product = Uses.Base(windows);
        if (product.IsInput || product.Op is not Dot || !product.DType.IsFloat) return null;
        (Value a, Value b) = (product.Inputs[0], product.Inputs[1]);
        if (!AffineMap.TryOf(a, out _) || !AffineMap.TryOf(b, out _)) return null;
        if (ProductAxes.Of(windows, product, fold.Targets.Count) is not { } axes) return null;
        (int k, int n) = (a.Shape[^1], b.Shape[^1]);
        int[] outside = [.. Sizes(axes.Batch), .. Sizes(axes.Outer)];
        int[] ones = [.. Sizes(axes.Batch), .. axes.Outer.Select(static _ => 1)];
        Value left = Transposed(Reshaped(b, [.. ones, k, n]));
        Value right = Transposed(Reshaped(a, [.. outside, Sizes(axes.Positions).Aggregate(1, (x, y) => x * y), k]));
        left = capture.Apply(new Broadcast(Shape.Create([.. outside, n, k])), left);
        int[] order = [.. axes.Batch, .. axes.Outer, .. axes.Columns, .. axes.Positions];
        Value other = Reshaped(capture.Apply(Dot.Instance, left, right), Sizes(order));
        return capture.Apply(new Permute((int[])[.. order.Select((_, axis) => Array.IndexOf(order, axis))]), other);

        int[] Sizes(IEnumerable<int> axes) => [.. axes.Select(axis => windows.Shape[axis])];
    }

    private Value Reshaped(Value value, int[] sizes) => capture.Apply(new Reshape(Shape.Create(sizes)), value);

    private Value Transposed(Value value)
    {
        int[] order = [.. Enumerable.Range(0, value.Shape.Rank)];
        (order[^1], order[^2]) = (order[^2], order[^1]);
        return capture.Apply(new Permute(order), value);
    }
}
