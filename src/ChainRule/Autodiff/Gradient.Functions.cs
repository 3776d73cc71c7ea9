using System.Runtime.CompilerServices;

namespace ChainRule;

// Derivatives of functions: a function in, a function out.
public static partial class Gradient
{
    /// <summary>
    /// The derivative of a function of one tensor: a function again, which may be differentiated again.
    /// </summary>
    /// <param name="f">Gives one float.</param>
    /// <returns>x ↦ ∂f/∂x, zeros where f does not depend on x.</returns>
    public static Func<Tensor, Tensor> Of(Func<Tensor, Tensor> f)
    {
        Func<Tensor, (Tensor Value, Tensor Gradient)> both = ValueAndGradient(f);
        return x => both(x).Gradient;
    }

    /// <summary>The derivatives of a function of two tensors by each of them.</summary>
    /// <param name="f">Gives one float.</param>
    /// <returns>(x₁, x₂) ↦ (∂f/∂x₁, ∂f/∂x₂).</returns>
    public static Func<Tensor, Tensor, (Tensor, Tensor)> Of(Func<Tensor, Tensor, Tensor> f)
    {
        var both = ValueAndGradient(f);
        return (x1, x2) => both(x1, x2).Gradients;
    }

    /// <summary>The derivatives of a function of three tensors by each of them.</summary>
    /// <param name="f">Gives one float.</param>
    /// <returns>(x₁, x₂, x₃) ↦ (∂f/∂x₁, ∂f/∂x₂, ∂f/∂x₃).</returns>
    public static Func<Tensor, Tensor, Tensor, (Tensor, Tensor, Tensor)> Of(Func<Tensor, Tensor, Tensor, Tensor> f)
    {
        var both = ValueAndGradient(f);
        return (x1, x2, x3) => both(x1, x2, x3).Gradients;
    }

    /// <summary>The derivatives of a function of many tensors by each of them.</summary>
    /// <param name="f">Gives one float.</param>
    /// <returns>The function that gives, for each argument, the derivative by it.</returns>
    [OverloadResolutionPriority(-1)]
    public static Func<IReadOnlyList<Tensor>, Tensor[]> Of(Func<IReadOnlyList<Tensor>, Tensor> f)
    {
        Func<IReadOnlyList<Tensor>, (Tensor Value, Tensor[] Gradients)> both = ValueAndGradient(f);
        return x => both(x).Gradients;
    }

    /// <summary>
    /// Value and derivative of a function of one tensor, sharing all intermediate results if they are computed
    /// together (<see cref="Tensor.Compute"/>).
    /// </summary>
    /// <param name="f">Gives one float.</param>
    public static Func<Tensor, (Tensor Value, Tensor Gradient)> ValueAndGradient(Func<Tensor, Tensor> f) => x =>
    {
        (Tensor value, Tensor[] gradients) = ValueAndGradient((IReadOnlyList<Tensor> a) => f(a[0]))([x]);
        return (value, gradients[0]);
    };

    /// <summary>
    /// Value and derivatives of a function of two tensors, sharing all intermediate results if they are computed
    /// together (<see cref="Tensor.Compute"/>).
    /// </summary>
    /// <param name="f">Gives one float.</param>
    public static Func<Tensor, Tensor, (Tensor Value, (Tensor, Tensor) Gradients)> ValueAndGradient(
        Func<Tensor, Tensor, Tensor> f) => (x1, x2) =>
    {
        (Tensor value, Tensor[] gradients) = ValueAndGradient((IReadOnlyList<Tensor> a) => f(a[0], a[1]))([x1, x2]);
        return (value, (gradients[0], gradients[1]));
    };

    /// <summary>
    /// Value and derivatives of a function of three tensors, sharing all intermediate results if they are computed
    /// together (<see cref="Tensor.Compute"/>).
    /// </summary>
    /// <param name="f">Gives one float.</param>
    public static Func<Tensor, Tensor, Tensor, (Tensor Value, (Tensor, Tensor, Tensor) Gradients)> ValueAndGradient(
        Func<Tensor, Tensor, Tensor, Tensor> f) => (x1, x2, x3) =>
    {
        (Tensor value, Tensor[] gradients) =
            ValueAndGradient((IReadOnlyList<Tensor> a) => f(a[0], a[1], a[2]))([x1, x2, x3]);
        return (value, (gradients[0], gradients[1], gradients[2]));
    };

    /// <summary>
    /// Value and derivatives of a function of many tensors, sharing all intermediate results if they are computed
    /// together (<see cref="Tensor.Compute"/>).
    /// </summary>
    /// <param name="f">Gives one float.</param>
    [OverloadResolutionPriority(-1)]
    public static Func<IReadOnlyList<Tensor>, (Tensor Value, Tensor[] Gradients)> ValueAndGradient(
        Func<IReadOnlyList<Tensor>, Tensor> f) => x =>
    {
        Tensor[] arguments = [.. x.Select(Argument)];
        Tensor value = Trace.Whole(() => f(arguments));
        return (value, Of(value, arguments, Independent.Zero));
    };

    /// <summary>Value and directional derivative of a function of one tensor, by forward mode.</summary>
    /// <param name="f">Gives floats of any shape.</param>
    /// <returns>(x, ẋ) ↦ (f(x), Jẋ).</returns>
    public static Func<Tensor, Tensor, (Tensor Value, Tensor Tangent)> Jvp(Func<Tensor, Tensor> f) => (x, tangent) =>
    {
        Tensor argument = Argument(x), value = Trace.Whole(() => f(argument));
        return (value, Jvp(value, [argument], [tangent]));
    };
}
