using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Tests.Ops.Structural;

/// <summary>No structural op goes without laws.</summary>
public sealed class StructuralOpListTests
{
    // Their results have no derivative or another dtype, or they do nothing but tell differentiation something;
    // each has tests of its own.
    private static readonly HashSet<Type> Others =
    [
        typeof(Alias), typeof(ArgExtremum), typeof(Cast), typeof(Constant), typeof(CustomDerivative), typeof(Iota),
        typeof(Not),
        typeof(RandomNumbers), typeof(RandomPermutation), typeof(SplitKey), typeof(StopGradient),
    ];

    [Fact]
    public void Every_structural_op_has_laws()
    {
        var seen = new HashSet<Type>();
        IEnumerable<Type> types = typeof(StructuralLaws).Assembly.GetTypes()
            .Where(static type => type.IsSealed && type.IsAssignableTo(typeof(StructuralLaws)));
        foreach (Type type in types)
        {
            var laws = (StructuralLaws)Activator.CreateInstance(type)!;
            for (int seed = 0; seed < 20; seed++)
            {
                StructuralProblem problem = laws.Example(seed);
                foreach (Node node in Graph.TopologicalOrder(problem.Apply(problem.Inputs).Node))
                    seen.Add(node.Op.GetType());
            }
        }

        IEnumerable<Type> ops = typeof(Build).Assembly.GetTypes()
            .Where(static type => type.IsAssignableTo(typeof(Op))
                && type is { IsAbstract: false, IsGenericType: false, Namespace: "ChainRule.Ops" });
        Assert.Equal([], ops.Where(op => !seen.Contains(op) && !Others.Contains(op)).Select(static op => op.Name));
    }
}
