using System.Numerics;

namespace ChainRule;

/// <summary>
/// The derivative by an intermediate value, which backpropagation computes once and several paths need.
/// </summary>
/// <param name="Name">What the value is called: <c>t</c>, <c>v1</c>.</param>
/// <param name="Uses">
/// How many paths from variables arrive at the value; each of them goes on with this derivative.
/// </param>
/// <param name="Paths">How many paths from the value to the result the derivative is the sum over.</param>
public sealed record SharedDerivative(string Name, BigInteger Uses, BigInteger Paths);
