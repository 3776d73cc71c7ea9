namespace ChainRule.Kernels;

/// <summary>Loops over elements that lie at regular distances: what views of arrays need.</summary>
internal static class Strided
{
    /// <summary>The position of every element of a view, in row-major order of the view.</summary>
    public static int[] Offsets(ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides)
    {
        int length = 1;
        foreach (int size in sizes) length *= size;
        var offsets = new int[length];
        // Each axis, from the innermost outwards, repeats what is there already at its own distance.
        for (int axis = sizes.Length - 1, filled = 1; axis >= 0 && length > 0; filled *= sizes[axis], axis--)
        {
            for (int i = 1; i < sizes[axis]; i++)
            {
                for (int j = 0; j < filled; j++) offsets[(i * filled) + j] = offsets[j] + (i * strides[axis]);
            }
        }

        return offsets;
    }

    /// <summary>Copies a view into row-major order.</summary>
    /// <param name="source">The array below the view.</param>
    /// <param name="offset">Where the view's first element is.</param>
    /// <param name="sizes">The view's sizes.</param>
    /// <param name="strides">
    /// The distance between neighbours along each axis; 0 repeats, negative goes backwards.
    /// </param>
    /// <param name="destination">As many elements as the view has.</param>
    public static void Copy<T>(
        ReadOnlySpan<T> source, int offset, ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides, Span<T> destination)
        where T : unmanaged
    {
        if (destination.IsEmpty) return;
        if (sizes.IsEmpty)
        {
            destination[0] = source[offset];
            return;
        }

        // The innermost axis is one run; the axes around it say where the runs start.
        int run = sizes[^1], stride = strides[^1];
        int[] starts = Offsets(sizes[..^1], strides[..^1]);
        for (int i = 0; i < starts.Length; i++)
        {
            Span<T> target = destination.Slice(i * run, run);
            int start = offset + starts[i];
            if (stride == 1) source.Slice(start, run).CopyTo(target);
            else if (stride == 0) target.Fill(source[start]);
            else for (int j = 0; j < run; j++) target[j] = source[start + (j * stride)];
        }
    }
}
