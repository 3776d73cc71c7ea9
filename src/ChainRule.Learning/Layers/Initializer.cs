using System.Globalization;

namespace ChainRule.Learning;

/// <summary>
/// How weights start: normally distributed around 0, with a deviation that may depend on the layer's size.
/// </summary>
public sealed class Initializer
{
    private readonly Func<int, int, double> _deviation;

    private Initializer(Func<int, int, double> deviation) => _deviation = deviation;

    /// <summary>Deviation √(2/inputs), which keeps the size of signals through ReLUs (He et al. 2015).</summary>
    public static Initializer He { get; } = new(static (inputs, _) => Math.Sqrt(2.0 / inputs));

    /// <summary>
    /// Deviation √(2/(inputs + outputs)), which keeps the size of signals and of their derivatives through tanh and the
    /// like (Glorot &amp; Bengio 2010).
    /// </summary>
    public static Initializer Xavier { get; } = new(static (inputs, outputs) => Math.Sqrt(2.0 / (inputs + outputs)));

    /// <summary>The same deviation in every layer.</summary>
    /// <param name="deviation">The standard deviation, such as 0.01; at 0 all weights start at 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The deviation is negative or not finite.</exception>
    public static Initializer Normal(double deviation)
    {
        if (!double.IsFinite(deviation) || deviation < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(deviation), string.Create(
                CultureInfo.InvariantCulture,
                $"The standard deviation of weights cannot be {deviation}. "
                + $"Give a finite number that is not negative, such as 0.01."));
        }

        return new((_, _) => deviation);
    }

    /// <summary>The first weights of a layer.</summary>
    /// <param name="inputs">How many numbers go into a neuron.</param>
    /// <param name="outputs">How many neurons there are.</param>
    /// <param name="key">Determines the weights.</param>
    /// <param name="dtype">float32 or float64.</param>
    /// <returns>[inputs, outputs].</returns>
    public Tensor Weights(int inputs, int outputs, RandomKey key, DType dtype = DType.Float32) =>
        Tensor.RandomNormal([inputs, outputs], key, deviation: _deviation(inputs, outputs), dtype: dtype);
}
