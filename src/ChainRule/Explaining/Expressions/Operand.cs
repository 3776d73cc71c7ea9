namespace ChainRule.Explaining;

/// <summary>A part of an expression that has become a tensor.</summary>
/// <param name="Syntax">How it is written.</param>
/// <param name="Tensor">The tensor.</param>
/// <param name="Literal">The number, if it is written as one.</param>
internal readonly record struct Operand(Syntax Syntax, Tensor Tensor, double? Literal)
{
    /// <summary>A number.</summary>
    public static Operand Of(Syntax syntax, double number) =>
        new(syntax, Tensor.Full(Shape.Scalar, number, DType.Float64), number);
}
