using ChainRule.Graphs;

namespace ChainRule.Autodiff;

/// <summary>Checks what is asked of a derivative, in the words of the one who asks.</summary>
internal static class Differentiable
{
    /// <summary>The result of a gradient must be one float.</summary>
    public static void CheckScalar(Node y)
    {
        CheckFloat("Gradient.Of", y);
        if (y.Shape.Length != 1)
            throw new GradientException(
                $"Gradient.Of: {y.Description} has shape {y.Shape}, but a gradient is that of one number. "
                + "Reduce it with Sum or Mean, or use Gradient.Vjp and give a cotangent of the same shape.");
    }

    /// <summary>Only floats have derivatives.</summary>
    public static void CheckFloat(string operation, Node node)
    {
        if (!node.DType.IsFloat)
            throw new GradientException(
                $"{operation}: {node.Description} is {node.DType.Name}, and only float32 and float64 have derivatives. "
                + "Cast it to a float before the computation.");
    }

    /// <summary>A cotangent or tangent must look like what it belongs to.</summary>
    public static void CheckLike(string operation, string role, Node given, Node like)
    {
        if (given.Type != like.Type)
            throw new GradientException(
                $"{operation}: the {role} of {like.Description} must be {like.Type}, "
                + $"but {given.Description} is {given.Type}. Reshape, broadcast or cast it first.");
    }

    /// <summary>Says that y does not depend on x, and why that may be.</summary>
    public static GradientException Independent(string operation, Node y, Node x) => new(
        $"{operation}: {y.Description} of shape {y.Shape} does not depend on {x.Description} of shape {x.Shape} "
        + "in a way that has a derivative. "
        + "Was it named in wrt by mistake, cut off by StopGradient, Detach, a comparison, rounding "
        + "or a cast to integers, assigned after the result was built, "
        + "or captured by a function with a derivative of its own (Gradient.Custom) "
        + "rather than passed to it as an argument? "
        + "Pass whenIndependent: Independent.Zero to get zeros instead of this error.");
}
