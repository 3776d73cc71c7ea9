using ChainRule.Execution;
using ChainRule.Graphs;

namespace ChainRule;

// Reading computes: what the tensor depends on, as far as it is not known yet.
public partial class Tensor
{
    /// <summary>The only element.</summary>
    /// <exception cref="ShapeException">There are several elements, or none.</exception>
    /// <exception cref="DTypeException"><typeparamref name="T"/> is not the C# type of the dtype.</exception>
    public T Item<T>() where T : unmanaged
    {
        CheckSingle();
        return Typed<T>("Item").Elements<T>()[0];
    }

    /// <summary>The only element as a double, whatever its dtype; true is 1.</summary>
    /// <exception cref="ShapeException">There are several elements, or none.</exception>
    public double Item()
    {
        CheckSingle();
        return Elements()[0];
    }

    /// <summary>A copy of the elements, row-major.</summary>
    /// <exception cref="DTypeException"><typeparamref name="T"/> is not the C# type of the dtype.</exception>
    public T[] ToArray<T>() where T : unmanaged
    {
        Storage elements = Typed<T>("ToArray");
        T[] copy = elements.Elements<T>().ToArray();
        GC.KeepAlive(elements);
        return copy;
    }

    /// <summary>Copies the elements, row-major.</summary>
    /// <param name="destination">At least as long as this tensor.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    /// <exception cref="DTypeException"><typeparamref name="T"/> is not the C# type of the dtype.</exception>
    public void CopyTo<T>(Span<T> destination) where T : unmanaged
    {
        if (destination.Length < Length)
            throw new ArgumentException(
                $"CopyTo: {Node.Description} has {Length} elements, "
                + $"but the destination has room for {destination.Length}. Make it longer.");
        Storage elements = Typed<T>("CopyTo");
        elements.Elements<T>().CopyTo(destination);
        GC.KeepAlive(elements);
    }

    /// <summary>The same value as a leaf: computed now, with no graph behind it.</summary>
    public Tensor Detach() => new(Node.Data(Elements(), Shape, Name));

    /// <summary>
    /// Computes several tensors together, so that what they share is computed once. Reading them later is free.
    /// </summary>
    /// <param name="tensors">The tensors.</param>
    public static void Compute(params ReadOnlySpan<Tensor> tensors)
    {
        Evaluator.Compute(Nodes(tensors, nameof(tensors)));
    }

    /// <summary>The elements, written like NumPy's arrays; long axes are shortened to their ends.</summary>
    public sealed override string ToString() => TensorText.Write(Shape, Elements());

    internal Storage Elements()
    {
        if (Known is { } known) return known;
        if (Node.Value is null) Evaluator.Compute(Node);
        return Node.Value!;
    }

    private Storage Typed<T>(string op) where T : unmanaged
    {
        if (DTypes.Of<T>() != DType)
            throw new DTypeException(
                $"{op}: {Node.Description} is {DType.Name}, but {DTypes.Of<T>().Keyword} was asked for. "
                + $"Ask for {DType.Keyword}, or cast it first with Cast(DType.{DTypes.Of<T>()}).");
        return Elements();
    }

    private void CheckSingle()
    {
        if (Length != 1)
            throw new ShapeException(
                $"Item: {Node.Description} has shape {Shape}, that is {Length} elements, but Item reads exactly one. "
                + "Use ToArray, pick an element with [...], or reduce it with Sum or Mean.");
    }
}
