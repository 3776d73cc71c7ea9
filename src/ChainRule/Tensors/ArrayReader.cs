using System.Globalization;
using ChainRule.Graphs;

namespace ChainRule;

/// <summary>Reads C# arrays of any rank, rectangular or jagged.</summary>
internal static class ArrayReader
{
    public static (Storage Elements, Shape Shape) Read(Array array)
    {
        Type element = array.GetType().GetElementType()!;
        return DTypeOf(element) switch
        {
            DType.Float32 => Read<float>(array),
            DType.Float64 => Read<double>(array),
            DType.Int32 => Read<int>(array),
            DType.Int64 => Read<long>(array),
            DType.Bool => Read<bool>(array),
            _ when element.IsArray && array.Rank == 1 => ReadRows(array),
            _ => throw Unknown(element),
        };
    }

    private static DType? DTypeOf(Type element) =>
        element == typeof(float) ? DType.Float32
        : element == typeof(double) ? DType.Float64
        : element == typeof(int) ? DType.Int32
        : element == typeof(long) ? DType.Int64
        : element == typeof(bool) ? DType.Bool
        : null;

    private static DTypeException Unknown(Type element) =>
        new($"A tensor's elements are float, double, int, long or bool, but the array's are {element.Name}. "
            + "Convert them first.");

    /// <summary>Without rows nothing tells how long they would be, but their type is known.</summary>
    private static (Storage, Shape) Empty(Type array)
    {
        int rank = 0;
        Type element = array;
        for (; element.IsArray; element = element.GetElementType()!) rank += element.GetArrayRank();
        return (Storage.Allocate(DTypeOf(element) ?? throw Unknown(element), 0), new int[rank]);
    }

    private static (Storage, Shape) Read<T>(Array array) where T : unmanaged
    {
        var sizes = new int[array.Rank];
        for (int axis = 0; axis < sizes.Length; axis++) sizes[axis] = array.GetLength(axis);
        if (array is T[] vector) return (Storage.Copy<T>(vector), sizes);
        Storage elements = Storage.Allocate(DTypes.Of<T>(), array.Length);
        Span<T> target = elements.Elements<T>();
        // C# arrays are row-major too, so going through one in order is the order of the elements.
        int i = 0;
        foreach (T value in array) target[i++] = value;
        return (elements, sizes);
    }

    private static (Storage, Shape) ReadRows(Array rows)
    {
        if (rows.Length == 0) return Empty(rows.GetType());
        var parts = new (Storage Elements, Shape Shape)[rows.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (rows.GetValue(i) is not Array row)
                throw new ShapeException(string.Create(CultureInfo.InvariantCulture,
                    $"Row {i} of the array is null. Give every row its elements."));
            parts[i] = Read(row);
            if (parts[i].Shape != parts[0].Shape)
                throw new ShapeException(string.Create(CultureInfo.InvariantCulture,
                    $"All rows of a tensor have the same shape, "
                    + $"but row 0 is {parts[0].Shape} and row {i} is {parts[i].Shape}. "
                    + $"Pad the shorter rows or drop the longer ones."));
        }

        var joined = new Joiner(parts);
        Ops.Elements.Run(joined, parts[0].Elements.DType);
        return (joined.Result, Shape.Create([parts.Length, .. parts[0].Shape.Sizes]));
    }

    private readonly struct Joiner((Storage Elements, Shape Shape)[] parts) : Ops.IElementLoop
    {
        public Storage Result { get; } = Storage.Allocate(
            parts[0].Elements.DType, parts.Sum(static part => part.Elements.Length));

        public void Run<T>() where T : unmanaged
        {
            Span<T> target = Result.Span<T>();
            foreach ((Storage elements, _) in parts)
            {
                elements.Span<T>().CopyTo(target);
                target = target[elements.Length..];
            }
        }
    }
}
