using ChainRule.Autodiff;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule;

public static partial class Gradient
{
    /// <summary>
    /// A function with a derivative of its author's: where the chain rule's own would be inaccurate, wasteful or
    /// undefined. It composes with everything else; forward mode and higher derivatives follow from the given rule.
    /// </summary>
    /// <param name="name">What messages and pictures call it.</param>
    /// <param name="f">The function, of one or more tensors.</param>
    /// <param name="vjp">
    /// The reverse rule: from the arguments x₁ …, the result y and its cotangent ȳ to the cotangents
    /// of the arguments; null for zero.
    /// </param>
    /// <returns>The function with the rule attached.</returns>
    /// <exception cref="GradientException">
    /// When it is differentiated: the rule gives too many or too few cotangents, or one of another
    /// shape or dtype than its argument.
    /// </exception>
    public static Func<IReadOnlyList<Tensor>, Tensor> Custom(
        string name,
        Func<IReadOnlyList<Tensor>, Tensor> f,
        Func<IReadOnlyList<Tensor>, Tensor, Tensor, IReadOnlyList<Tensor?>> vjp)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return x =>
        {
            using var scope = Scope.Begin(name);
            return new(Node.Create(new CustomDerivative(name, new Rules(name, vjp)), [f(x).Node, .. Nodes(x)]));
        };
    }

    /// <summary>A function of one tensor with a derivative of its author's.</summary>
    /// <param name="name">What messages and pictures call it.</param>
    /// <param name="f">The function.</param>
    /// <param name="vjp">The reverse rule: from x, y and ȳ to x̄.</param>
    /// <returns>The function with the rule attached.</returns>
    public static Func<Tensor, Tensor> Custom(
        string name, Func<Tensor, Tensor> f, Func<Tensor, Tensor, Tensor, Tensor> vjp)
    {
        Func<IReadOnlyList<Tensor>, Tensor> custom = Custom(
            name, (IReadOnlyList<Tensor> a) => f(a[0]), (a, y, yBar) => [vjp(a[0], y, yBar)]);
        return x => custom([x]);
    }

    private sealed class Rules(
        string name, Func<IReadOnlyList<Tensor>, Tensor, Tensor, IReadOnlyList<Tensor?>> vjp) : CustomRules
    {
        // Jẋ is the derivative of ⟨Jᵀw, ẋ⟩ by w: the reverse rule is linear in its cotangent, so its
        // transpose is the forward rule.
        public override Node? Jvp(Node node, Node?[] tangents)
        {
            Tensor w = new(Node.Create(Alias.Instance, new Tensor(node).ZerosLike().Node));
            Node?[] pulled = Apply(node, w.Node);
            Tensor? total = null;
            for (int i = 0; i < tangents.Length; i++)
            {
                if (tangents[i] is not { } tangent || pulled[i] is not { } cotangent) continue;
                Tensor term = (new Tensor(cotangent) * new Tensor(tangent)).Sum();
                total = total is null ? term : total + term;
            }

            return total is null ? null : ReverseSweep.Run(total.Node, Build.Fill(1, total.Node.Type), [w.Node])[0];
        }

        protected override Node?[] ApplyVjp(Node node, Node adjoint) => Apply(node, adjoint);

        private Node?[] Apply(Node node, Node adjoint)
        {
            var arguments = new Tensor[node.Inputs.Length - 1];
            for (int i = 0; i < arguments.Length; i++) arguments[i] = new(node.Inputs[i + 1]);
            IReadOnlyList<Tensor?> cotangents = vjp(arguments, new(node), new(adjoint));
            if (cotangents.Count != arguments.Length)
                throw new GradientException(
                    $"{name}: the number of arguments is {arguments.Length}, "
                    + $"but that of the cotangents from the derivative rule is {cotangents.Count}. "
                    + "Give one for each argument, null for zero.");
            var result = new Node?[arguments.Length];
            for (int i = 0; i < result.Length; i++)
            {
                if (cotangents[i] is not { } cotangent) continue;
                Differentiable.CheckLike(name, "cotangent", cotangent.Node, arguments[i].Node);
                result[i] = cotangent.Node;
            }

            return result;
        }
    }
}
