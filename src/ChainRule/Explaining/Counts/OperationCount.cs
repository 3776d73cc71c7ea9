using System.Numerics;

namespace ChainRule;

/// <summary>What a way of differentiating costs, beside the local derivatives, which are known on every edge.</summary>
/// <param name="Multiplications">Products of two numbers; quotients are counted with them.</param>
/// <param name="Additions">Sums of two numbers; differences are counted with them.</param>
/// <param name="NodeEvaluations">How often a node of the function itself is computed.</param>
public sealed record OperationCount(BigInteger Multiplications, BigInteger Additions, BigInteger NodeEvaluations);
