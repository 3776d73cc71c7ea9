using ChainRule.Execution;
using ChainRule.Graphs;
using ChainRule.Planning;

namespace ChainRule.Tests.Execution;

/// <summary>Block programs, emitted code and the plain loops of the ops compute the same.</summary>
[Collection(ProcessSettings.Name)]
public sealed class WaysAgreeTests
{
    private const int Graphs = 60;

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void All_ways_agree_on_random_graphs(int bits)
    {
        var seen = new Dictionary<string, int>();
        for (int seed = 0; seed < Graphs; seed++)
        {
            var program = new RandomProgram((seed * 3) + (bits / 256));
            Tensor[] leaves = [.. program.Leaves, .. program.Others];
            var ways = new Ways(program.Roots, leaves);
            Tensor[] others = [.. leaves.Select((leaf, i) => RandomProgram.Another(leaf, seed + i))];
            PlanRun blocks = ways.Plan(ExecutionMode.Blocks, bits), emitted = ways.Plan(ExecutionMode.Emitted, bits);
            Count(blocks.Plan, seen);
            Storage[] first = ways.Run(blocks, 1), second = ways.Run(blocks, 1, others);
            string what = $"graph {seed} of {bits} bits";
            Agree.AssertNear(ways.Reference(), first, what);
            Agree.AssertNear(ways.Reference(others), second, $"{what} with other leaves");
            foreach (int threads in (int[])[1, 2, 7])
            {
                foreach (PlanRun run in (PlanRun[])[blocks, emitted])
                {
                    string how = $"{what} by {threads} threads, {(run == blocks ? "blocks" : "emitted")}";
                    Agree.AssertSame(first, ways.Run(run, threads), how);
                    Agree.AssertSame(second, ways.Run(run, threads, others), $"{how}, other leaves");
                }
            }
        }

        // The graphs must be rich enough to mean something.
        string[] wanted =
        [
            "loop", "dot", "op", "paste", "fused", "rows", "phases", "scratch", "accumulator", "parts", "last columns",
            "strided", "backwards", "in place", "mask", "whole", "Float32", "Float64", "Int32", "Int64", "Bool",
            "empty",
        ];
        Assert.All(
            wanted, name => Assert.True(seen.GetValueOrDefault(name) >= 3, $"{name}: {seen.GetValueOrDefault(name)}"));
    }

    private static void Count(Plan plan, Dictionary<string, int> seen)
    {
        void See(string name, bool condition)
        {
            if (condition) seen[name] = seen.GetValueOrDefault(name) + 1;
        }

        foreach (Step step in plan.Steps)
        {
            See("dot", step is DotStep);
            See("op", step is OpStep);
            See("paste", step is PasteStep);
            if (step is not LoopStep loop) continue;
            See("loop", true);
            See("fused", loop.Kernel.Instructions.Count(static i => i.Primitive > Primitive.Store) > 2);
            See("rows", loop.Rows.Length > 1);
            See("phases", loop.Kernel.Phases > 1);
            See("scratch", loop.Kernel.Operands.Any(static operand => operand.IsScratch));
            See("accumulator", loop.Accumulators.Length > 0);
            See("parts", loop.Parts > 1);
            See("last columns", loop.LastColumns > 0);
            See("strided", loop.Kernel.Operands.Any(static operand => operand.Column == ColumnAccess.Strided));
            See(
                "backwards",
                loop.Layouts.Any(static layout => layout?.Strides.Any(static stride => stride < 0) == true));
            See("mask", loop.Kernel.Instructions.Any(static i => i.Type == LaneType.Mask));
            See("whole", loop.Kernel.Instructions.Any(static i => i.Type == LaneType.Whole));
        }

        See("in place", plan.Places
            .Where(static place => place.Kind == PlaceKind.Temporary)
            .Any(place => plan.Steps.Any(step => step.Writes.Contains(place) && step.Reads.Any(read =>
                read.Kind == PlaceKind.Temporary && plan.Memory.OffsetOf(read) == plan.Memory.OffsetOf(place)))));
        foreach (Place place in plan.Places)
        {
            See(place.DType.ToString(), place.Length > 0);
            See("empty", place.Length == 0);
        }
    }
}
