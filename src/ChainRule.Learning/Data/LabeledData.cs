namespace ChainRule.Learning;

/// <summary>Examples to learn from: rows of numbers, each with the number of its class.</summary>
/// <remarks>Immutable; parts made with <see cref="Slice"/> share the memory.</remarks>
public sealed class LabeledData
{
    private readonly IRows _rows;
    private readonly int[] _labels;
    private readonly int _start;

    internal LabeledData(IRows rows, int[] labels, int classes)
        : this(rows, labels, 0, labels.Length, classes)
    {
    }

    private LabeledData(IRows rows, int[] labels, int start, int count, int classes) =>
        (_rows, _labels, _start, Count, Classes) = (rows, labels, start, count, classes);

    /// <summary>The number of examples.</summary>
    public int Count { get; }

    /// <summary>The number of classes: labels are from 0 to this − 1.</summary>
    public int Classes { get; }

    /// <summary>How many numbers each example has.</summary>
    public int Width => _rows.Width;

    /// <summary>The class of each example.</summary>
    public ReadOnlySpan<int> Labels => _labels.AsSpan(_start, Count);

    /// <summary>Makes a data set of copies of tensors.</summary>
    /// <param name="inputs">[n, d], float32 or float64 (which is rounded).</param>
    /// <param name="labels">[n], int32, none negative.</param>
    /// <exception cref="ShapeException">The shapes are not [n, d] and [n].</exception>
    /// <exception cref="ArgumentException">A label is negative.</exception>
    public static LabeledData From(Tensor inputs, Tensor labels)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(labels);
        if (inputs.Rank != 2 || labels.Rank != 1 || inputs.Shape[0] != labels.Shape[0])
        {
            throw new ShapeException(
                "A data set needs inputs [n, d] and one label for each of their rows, [n], but "
                + $"{inputs.Node.Description} is {inputs.Shape} and {labels.Node.Description} is {labels.Shape}. "
                + "Reshape them first.");
        }

        int[] numbers = labels.ToArray<int>();
        int wrong = Array.FindIndex(numbers, static number => number < 0);
        if (wrong >= 0)
        {
            throw new ArgumentException(
                $"Labels count classes from 0, but label {wrong} is {numbers[wrong]}. "
                + "Leave such examples out, or give them a class.");
        }

        var rows = new FloatRows(inputs.Cast(DType.Float32).ToArray<float>(), inputs.Shape[1]);
        return new LabeledData(rows, numbers, numbers.Length == 0 ? 0 : numbers.Max() + 1);
    }

    /// <summary>The first examples.</summary>
    /// <param name="count">From 0 to <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public LabeledData Take(int count) => Slice(0, count);

    /// <summary>Some examples that follow each other.</summary>
    /// <param name="start">The first one, counted from 0.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public LabeledData Slice(int start, int count)
    {
        if (start < 0 || start > Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(start),
                $"There are {Count} examples, so none starts at {start}. Give a number from 0 to {Count}.");
        }

        if (count < 0 || count > Count - start)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count),
                $"{count} examples from {start} on were asked for, but there are {Count}. "
                + $"Give a number from 0 to {Count - start}.");
        }

        return new LabeledData(_rows, _labels, _start + start, count, Classes);
    }

    /// <summary>All examples once, in a random order, some at a time.</summary>
    /// <param name="size">How many examples a batch has; at least 1. The last batch has what is left.</param>
    /// <param name="seed">
    /// A seed such as 1, or a key split from one: the same gives the same order. Use another one in each epoch.
    /// </param>
    /// <param name="dropLast">Whether a last batch that is not full is left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is below 1.</exception>
    public IEnumerable<Batch> Batches(int size, RandomKey seed, bool dropLast = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return Walk(() => Shuffled(seed), size, dropLast ? Count - (Count % size) : Count, null);
    }

    /// <summary>
    /// All examples once, in their own order, some at a time: to measure accuracy without much memory.
    /// </summary>
    /// <param name="size">How many examples a batch has; at least 1. The last batch has what is left.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is below 1.</exception>
    public IEnumerable<Batch> Chunks(int size) => Chunks(size, null);

    /// <summary>The examples at some positions, in that order.</summary>
    /// <param name="positions">Each from 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A position does not exist.</exception>
    public Batch Gather(ReadOnlySpan<int> positions) => Gather(positions, null);

    /// <summary>Batches that lie in borrowed memory, each only until the next one.</summary>
    internal IEnumerable<Batch> Batches(int size, RandomKey seed, BatchMemory memory) =>
        Walk(() => Shuffled(seed), size, Count, memory);

    /// <summary>Chunks that lie in borrowed memory, each only until the next one; or each in its own.</summary>
    internal IEnumerable<Batch> Chunks(int size, BatchMemory? memory)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return Walk(() => [.. Enumerable.Range(0, Count)], size, Count, memory);
    }

    private int[] Shuffled(RandomKey seed) => Tensor.RandomPermutation(Count, seed).ToArray<int>();

    private IEnumerable<Batch> Walk(Func<int[]> makeOrder, int size, int end, BatchMemory? memory)
    {
        int[] order = makeOrder();
        for (int i = 0; i < end; i += size) yield return Gather(order.AsSpan(i, Math.Min(size, end - i)), memory);
    }

    private Batch Gather(ReadOnlySpan<int> positions, BatchMemory? memory)
    {
        BatchArrays arrays = memory?.For(positions.Length, Width) ?? new(positions.Length, Width);
        for (int i = 0; i < positions.Length; i++)
        {
            int position = positions[i];
            if (position < 0 || position >= Count)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(positions),
                    $"There are {Count} examples, but number {position} was asked for. "
                    + $"Give numbers from 0 to {Count - 1}.");
            }

            _rows.CopyRow(_start + position, arrays.Inputs.AsSpan(i * Width, Width));
            arrays.Labels[i] = _labels[_start + position];
        }

        return arrays.Batch;
    }
}
