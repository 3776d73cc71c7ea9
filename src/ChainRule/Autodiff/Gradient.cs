using ChainRule.Autodiff;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule;

/// <summary>
/// Backpropagation: derivatives of a result by any of its inputs, as new graphs. They are tensors like any others, so
/// they can be differentiated again.
/// </summary>
/// <remarks>
/// As with all tensors, nothing is computed before they are read. Gradients share the forward pass and most of the
/// backward one, but only where they are computed together: read one after the other, each goes through both again.
/// Where several are wanted, or the value too, call <see cref="Tensor.Compute"/> on all of them first:
/// <c>Tensor.Compute(loss, dx, dw)</c>.
/// </remarks>
public static partial class Gradient
{
    /// <summary>∂y/∂x.</summary>
    /// <param name="y">One float, of any rank.</param>
    /// <param name="wrt">What to differentiate by: any tensor that y was built from, not only leaves.</param>
    /// <param name="whenIndependent">What to do if y does not depend on it.</param>
    /// <returns>A tensor of the shape and dtype of <paramref name="wrt"/>.</returns>
    /// <exception cref="GradientException">
    /// y is not one float, or does not depend on wrt, or wrt is not a float.
    /// </exception>
    public static Tensor Of(Tensor y, Tensor wrt, Independent whenIndependent = Independent.Error) =>
        Of(y, [wrt], whenIndependent)[0];

    /// <summary>
    /// ∂y/∂x₁ and ∂y/∂x₂, sharing all intermediate results if they are computed together
    /// (<see cref="Tensor.Compute"/>).
    /// </summary>
    /// <inheritdoc cref="Of(Tensor, Tensor, Independent)" path="/exception"/>
    public static (Tensor, Tensor) Of(Tensor y, Tensor wrt1, Tensor wrt2)
    {
        Tensor[] gradients = Of(y, [wrt1, wrt2]);
        return (gradients[0], gradients[1]);
    }

    /// <summary>
    /// ∂y/∂x₁, ∂y/∂x₂ and ∂y/∂x₃, sharing all intermediate results if they are computed together
    /// (<see cref="Tensor.Compute"/>).
    /// </summary>
    /// <inheritdoc cref="Of(Tensor, Tensor, Independent)" path="/exception"/>
    public static (Tensor, Tensor, Tensor) Of(Tensor y, Tensor wrt1, Tensor wrt2, Tensor wrt3)
    {
        Tensor[] gradients = Of(y, [wrt1, wrt2, wrt3]);
        return (gradients[0], gradients[1], gradients[2]);
    }

    /// <summary>
    /// The derivatives of y by several tensors, sharing all intermediate results if they are computed
    /// together (<see cref="Tensor.Compute"/>).
    /// </summary>
    /// <param name="y">One float, of any rank.</param>
    /// <param name="wrt">What to differentiate by.</param>
    /// <param name="whenIndependent">What to do by those that y does not depend on.</param>
    /// <returns>For each of <paramref name="wrt"/> a tensor of its shape and dtype.</returns>
    /// <inheritdoc cref="Of(Tensor, Tensor, Independent)" path="/exception"/>
    public static Tensor[] Of(Tensor y, IReadOnlyList<Tensor> wrt, Independent whenIndependent = Independent.Error)
    {
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(wrt);
        Differentiable.CheckScalar(y.Node);
        return Pull("Gradient.Of", y, new Tensor(Build.Fill(1, y.Node.Type)), wrt, whenIndependent);
    }

    /// <summary>The vector-Jacobian products Jᵀȳ of a result of any shape.</summary>
    /// <param name="y">A float tensor.</param>
    /// <param name="cotangent">ȳ, of y's shape and dtype: how much each element of y counts.</param>
    /// <param name="wrt">What to differentiate by.</param>
    /// <param name="whenIndependent">What to do by those that y does not depend on.</param>
    /// <returns>For each of <paramref name="wrt"/> a tensor of its shape and dtype.</returns>
    /// <exception cref="GradientException">
    /// The cotangent is not like y; y or one of wrt is not a float; y does not depend on one of wrt.
    /// </exception>
    public static Tensor[] Vjp(
        Tensor y, Tensor cotangent, IReadOnlyList<Tensor> wrt, Independent whenIndependent = Independent.Error)
    {
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(cotangent);
        ArgumentNullException.ThrowIfNull(wrt);
        Differentiable.CheckFloat("Gradient.Vjp", y.Node);
        Differentiable.CheckLike("Gradient.Vjp", "cotangent", cotangent.Node, y.Node);
        return Pull("Gradient.Vjp", y, cotangent, wrt, whenIndependent);
    }

    /// <summary>
    /// The Jacobian-vector product Jẋ, by forward mode: how y changes when the arguments move along their tangents.
    /// </summary>
    /// <param name="y">A float tensor.</param>
    /// <param name="wrt">The arguments that move.</param>
    /// <param name="tangents">ẋ for each of them, of its shape and dtype.</param>
    /// <returns>A tensor of y's shape and dtype; zeros if y does not depend on the arguments.</returns>
    /// <exception cref="GradientException">
    /// The numbers of arguments and tangents differ, a tangent is not like its argument, or one of them is not a float.
    /// </exception>
    public static Tensor Jvp(Tensor y, IReadOnlyList<Tensor> wrt, IReadOnlyList<Tensor> tangents)
    {
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(wrt);
        ArgumentNullException.ThrowIfNull(tangents);
        Differentiable.CheckFloat("Gradient.Jvp", y.Node);
        if (wrt.Count != tangents.Count)
            throw new GradientException(
                $"Gradient.Jvp: the number of arguments is {wrt.Count}, but that of tangents is {tangents.Count}. "
                + "Give one tangent for each argument.");
        for (int i = 0; i < wrt.Count; i++)
        {
            Differentiable.CheckFloat("Gradient.Jvp", wrt[i].Node);
            Differentiable.CheckLike("Gradient.Jvp", "tangent", tangents[i].Node, wrt[i].Node);
        }

        Node? tangent = ForwardSweep.Run(y.Node, Nodes(wrt), Nodes(tangents));
        return tangent is null ? y.ZerosLike() : new Tensor(tangent);
    }

    private static Tensor[] Pull(
        string operation, Tensor y, Tensor cotangent, IReadOnlyList<Tensor> wrt, Independent whenIndependent)
    {
        foreach (Tensor x in wrt)
        {
            ArgumentNullException.ThrowIfNull(x, nameof(wrt));
            Differentiable.CheckFloat(operation, x.Node);
        }

        Node?[] adjoints = ReverseSweep.Run(y.Node, cotangent.Node, Nodes(wrt));
        var gradients = new Tensor[wrt.Count];
        for (int i = 0; i < gradients.Length; i++)
        {
            if (adjoints[i] is { } adjoint) gradients[i] = new Tensor(adjoint);
            else if (whenIndependent == Independent.Zero) gradients[i] = wrt[i].ZerosLike();
            else throw Differentiable.Independent(operation, y.Node, wrt[i].Node);
        }

        return gradients;
    }

    private static Node[] Nodes(IReadOnlyList<Tensor> tensors)
    {
        var nodes = new Node[tensors.Count];
        for (int i = 0; i < nodes.Length; i++) nodes[i] = tensors[i].Node;
        return nodes;
    }

    /// <summary>
    /// The argument as a node of its own, so that other uses of the same tensor inside a function are not taken for it.
    /// </summary>
    private static Tensor Argument(Tensor x) => new(Node.Create(Alias.Instance, x.Node)) { Node = { Name = x.Name } };
}
