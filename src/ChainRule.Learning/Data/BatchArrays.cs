using ChainRule.Graphs;

namespace ChainRule.Learning;

/// <summary>A batch with the arrays that its tensors lie in.</summary>
internal sealed class BatchArrays
{
    /// <summary>Makes room for examples; whoever fills it does so before anybody reads the batch.</summary>
    public BatchArrays(int count, int width)
    {
        Inputs = GC.AllocateUninitializedArray<float>(checked(count * width));
        Labels = GC.AllocateUninitializedArray<int>(count);
        Batch = new(
            Tensor.Of(Node.Data(Storage.Own(Inputs), [count, width], "inputs")),
            Tensor.Of(Node.Data(Storage.Own(Labels), [count], "labels")));
    }

    /// <summary>The elements of the inputs, row by row.</summary>
    public float[] Inputs { get; }

    /// <summary>The labels.</summary>
    public int[] Labels { get; }

    /// <summary>The batch.</summary>
    public Batch Batch { get; }
}
