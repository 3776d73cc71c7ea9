using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>
/// An op that treats every element alike: inputs and result have one shape. Broadcasting is a node of its own.
/// </summary>
internal abstract record ElementwiseOp : Op
{
    /// <summary>Checks that all inputs have the first one's shape.</summary>
    protected Shape CommonShape(ReadOnlySpan<Node> inputs)
    {
        foreach (Node input in inputs)
        {
            if (input.Shape != inputs[0].Shape) throw Errors.ShapesDiffer(Name, inputs);
        }

        return inputs[0].Shape;
    }

    /// <summary>Checks that all inputs have the first one's dtype, and that it is in the domain.</summary>
    protected DType CommonDType(ReadOnlySpan<Node> inputs, Domain domain)
    {
        DType dtype = inputs[0].DType;
        foreach (Node input in inputs)
        {
            if (input.DType != dtype) throw Errors.DTypesDiffer(Name, inputs);
        }

        if (dtype.IsFloat || (domain == Domain.Numbers && dtype.IsInteger)) return dtype;
        throw Errors.OutsideDomain(Name, inputs[0], domain);
    }

    /// <summary>ȳ·d without the multiplication where d is ±1, a choice between 0 and ±1, or a quotient 1/b.</summary>
    /// <returns>Null where the derivative is zero everywhere.</returns>
    protected static Node? Scale(Node adjoint, Symbol derivative)
    {
        if (derivative.IsConstant(out double constant)) return ScaleByConstant(adjoint, constant);
        Node d = derivative.ToNode(adjoint.Type);
        if (Build.IsUniform(d, out double uniform)) return ScaleByConstant(adjoint, uniform);
        if (d.Op is Select && IsChoice(d.Inputs[1]) && IsChoice(d.Inputs[2]))
            return Build.Select(d.Inputs[0], Scaled(d.Inputs[1]), Scaled(d.Inputs[2]));
        if (d.Op is Binary<Div> && Build.IsUniform(d.Inputs[0], out double one) && one == 1)
            return Build.Binary<Div>(adjoint, d.Inputs[1]);
        return Build.Binary<Mul>(adjoint, d);

        static bool IsChoice(Node branch) => Build.IsUniform(branch, out double value) && value is 0 or 1 or -1;
        Node Scaled(Node branch) =>
            ScaleByConstant(adjoint, Build.IsUniform(branch, out double value) ? value : 1) ?? branch;
    }

    private static Node? ScaleByConstant(Node adjoint, double constant) => constant switch
    {
        0 => null,
        1 => adjoint,
        -1 => Build.Unary<Neg>(adjoint),
        _ => Build.Binary<Mul>(adjoint, Build.Fill(constant, adjoint.Type)),
    };

    /// <summary>The sum of the tangents that are not zero.</summary>
    protected static Node? Total(Node? first, Node? second) =>
        first is null ? second : second is null ? first : Build.Binary<Add>(first, second);
}
