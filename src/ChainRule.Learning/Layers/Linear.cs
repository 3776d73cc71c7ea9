namespace ChainRule.Learning;

/// <summary>The affine map x·W + b.</summary>
public sealed class Linear : Layer
{
    // Layers without a key take the next of these, so no two start with the same weights.
    private static readonly RandomKey DefaultKey = RandomKey.FromSeed(0);
    private static long _layersWithoutKey;

    /// <summary>Makes the layer and its first weights; the biases start at 0.</summary>
    /// <param name="inputs">The size of the input's last axis; at least 1.</param>
    /// <param name="outputs">The size of the result's last axis; at least 1.</param>
    /// <param name="bias">Whether b is added.</param>
    /// <param name="initializer">How the weights start; <see cref="Initializer.He"/> by default.</param>
    /// <param name="key">
    /// A seed such as 42, or a key split from one, that determines the weights: give each layer another one,
    /// <c>key.Split(0)</c>, <c>key.Split(1)</c> … Without a key, the layers of a program get different weights, the
    /// same at every run if they are made in the same order.
    /// </param>
    /// <param name="dtype">float32 or float64.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    /// <exception cref="DTypeException">The dtype is no float.</exception>
    public Linear(
        int inputs,
        int outputs,
        bool bias = true,
        Initializer? initializer = null,
        RandomKey? key = null,
        DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        RandomKey own = key ?? DefaultKey.Split(Interlocked.Increment(ref _layersWithoutKey));
        Weight = new((initializer ?? Initializer.He).Weights(inputs, outputs, own, dtype), "weight");
        if (bias) Bias = new(Tensor.Zeros([outputs], dtype), "bias");
    }

    /// <summary>W: [inputs, outputs].</summary>
    public Variable Weight { get; }

    /// <summary>b: [outputs]; null in a layer without biases.</summary>
    public Variable? Bias { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<Variable> Variables => Bias is null ? [Weight] : [Weight, Bias];

    /// <summary>x·W + b.</summary>
    /// <param name="x">[n, inputs], or with any axes before the last.</param>
    protected override Tensor Apply(Tensor x)
    {
        if (x.Rank == 0 || x.Shape[^1] != Weight.Shape[0]) throw DoesNotFit(x);
        if (x.DType != Weight.DType)
        {
            throw new DTypeException(
                $"{Name}: the weights are {Weight.DType.Name}, but {x.Node.Description} is {x.DType.Name}. "
                + $"Cast it first with Cast(DType.{Weight.DType}).");
        }

        Tensor product = Tensor.Dot(x, Weight);
        return Bias is null ? product : product + Bias;
    }

    private ShapeException DoesNotFit(Tensor x)
    {
        int inputs = Weight.Shape[0], joined = x.Rank < 2 || x.Shape[0] == 0 ? 0 : x.Length / x.Shape[0];
        string remedy = joined == inputs ? "Put a Flatten before it."
            : x.Rank == 0 ? "Give it a row of numbers."
            : $"Make it a Linear({x.Shape[^1]}, {Weight.Shape[1]}), or change the layer before it.";
        return new($"{Name}: the last axis of the input must be {inputs} to meet the weights {Weight.Shape}, "
            + $"but {x.Node.Description} has shape {x.Shape}. {remedy}");
    }
}
