using ChainRule.Graphs;

namespace ChainRule.Tests.Execution;

/// <summary>Compiled functions compute what their graphs say, call after call, with what they assign.</summary>
[Collection(ProcessSettings.Name)]
public sealed class CompiledProgramTests
{
    private const int Graphs = 60, Calls = 4;

    [Fact]
    public void Calls_with_other_arguments_compute_the_graph()
    {
        for (int seed = 0; seed < Graphs; seed++)
        {
            int number = seed;
            var program = new RandomProgram(seed);
            Tensor[] leaves = [.. program.Leaves, .. program.Others];
            var ways = new Ways(program.Roots, leaves);
            Func<IReadOnlyList<Tensor>, Tensor[]> f = Compile.Of(given => new RandomProgram(number, given).Roots);
            for (int call = 0; call < Calls; call++)
            {
                int round = call;
                Tensor[] arguments = [.. leaves.Select((leaf, i) => RandomProgram.Another(leaf, number + i + round))];
                Storage[] actual = [.. f(arguments).Select(static result => result.Elements())];
                Agree.AssertNear(ways.Reference(arguments), actual, $"graph {seed}, call {call}");
            }
        }
    }

    [Fact]
    public void Steps_that_assign_variables_compute_the_graph()
    {
        int assigned = 0;
        for (int seed = 0; seed < Graphs; seed++)
        {
            var program = new RandomProgram(seed);
            Tensor[] leaves = [.. program.Leaves, .. program.Others];
            var ways = new Ways([.. program.Next, .. program.Roots], leaves);
            Variable[] variables = [.. program.Leaves.Select(static leaf => new Variable(leaf))];
            int number = seed;
            Func<IReadOnlyList<Tensor>, Tensor[]> step = Compile.Of(given =>
            {
                // What is returned are the values from before, even if it is a variable itself.
                Tensor[] values = [.. variables.Select(static variable => new Tensor(variable.Node))];
                var traced = new RandomProgram(number, [.. values, .. given]);
                Tensor[] next = traced.Next;
                for (int i = 0; i < variables.Length; i++) variables[i].Assign(next[i]);
                return traced.Roots;
            });
            Tensor? kept = null;
            Storage? before = null;
            for (int call = 0; call < Calls; call++)
            {
                Tensor[] values = [.. variables.Select(static variable => variable.Detach()), .. program.Others];
                // Whoever holds a value keeps it, whatever the steps overwrite.
                if (call == 1) (kept, before) = (variables[0] + 0, values[0].Elements());
                Tensor[] roots = step(program.Others);
                Storage[] actual =
                [
                    .. variables.Select(static variable => variable.Elements()),
                    .. roots.Select(static root => root.Elements()),
                ];
                Agree.AssertNear(ways.Reference(values), actual, $"graph {seed}, step {call}");
            }

            Agree.AssertSame([before!], [kept!.Elements()], $"what was held, graph {seed}");
            assigned += variables.Where((variable, i) => program.Next[i] != program.Leaves[i]).Count();
        }

        Assert.True(assigned > Graphs / 2, $"Only {assigned} variables changed.");
    }
}
