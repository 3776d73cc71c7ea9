namespace ChainRule;

/// <summary>What a gradient does by an argument that the result does not depend on.</summary>
public enum Independent
{
    /// <summary>Throw a <see cref="GradientException"/> that says so: most often it is a mistake.</summary>
    Error,

    /// <summary>Give zeros, which is what the derivative is.</summary>
    Zero,
}
