namespace ChainRule.Learning;

/// <summary>Layers one after the other: each takes what the one before it gives.</summary>
public sealed class Sequential : Layer
{
    private readonly Layer[] _layers;

    /// <summary>Chains layers.</summary>
    /// <param name="layers">The first one takes the input. Without layers, the input is the result.</param>
    public Sequential(params IEnumerable<Layer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        _layers = [.. layers];
        foreach (Layer layer in _layers) ArgumentNullException.ThrowIfNull(layer, nameof(layers));
    }

    /// <summary>The layers in order.</summary>
    public override IReadOnlyList<Layer> Children => _layers;

    /// <summary>A multilayer perceptron: linear layers with an activation between each two.</summary>
    /// <param name="widths">
    /// The number of inputs, of each hidden layer's neurons, and of outputs: <c>[784, 50, 10]</c>.
    /// </param>
    /// <param name="activation">
    /// Makes an activation: <c>() => new Relu()</c>, or <c>() => Activation.Create("relu")</c>.
    /// </param>
    /// <param name="key">A seed such as 42; each layer gets a key of its own from it.</param>
    /// <param name="initializer">How the weights start; <see cref="Initializer.He"/> by default.</param>
    /// <param name="dtype">float32 or float64.</param>
    /// <exception cref="ArgumentException">There are fewer than two widths, or one is not positive.</exception>
    public static Sequential Dense(
        ReadOnlySpan<int> widths,
        Func<Layer> activation,
        RandomKey key,
        Initializer? initializer = null,
        DType dtype = DType.Float32)
    {
        ArgumentNullException.ThrowIfNull(activation);
        if (widths.Length < 2)
        {
            throw new ArgumentException(
                $"A network needs the number of inputs and of outputs at least, but {widths.Length} widths were given. "
                + "Give them as in [784, 50, 10].");
        }

        var layers = new List<Layer>();
        for (int i = 1; i < widths.Length; i++)
        {
            if (i > 1) layers.Add(activation());
            layers.Add(new Linear(widths[i - 1], widths[i], bias: true, initializer, key.Split(i - 1), dtype));
        }

        return new Sequential(layers);
    }

    /// <inheritdoc/>
    protected override Tensor Apply(Tensor x)
    {
        foreach (Layer layer in _layers) x = layer.Forward(x);
        return x;
    }
}
