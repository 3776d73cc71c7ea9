using System.Diagnostics;
using ChainRule.Graphs;
using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>
/// Makes a plan of a program: fuses what can be fused, puts the steps in order and gives each value its place.
/// </summary>
internal sealed class Planner
{
    private readonly GraphProgram _program;
    private readonly Uses _uses;
    private readonly Placement?[] _placements;
    private readonly PlanBuilder _builder;

    // Groups that products do by themselves, and those products.
    private readonly Dictionary<Group, ProductUpdate> _updates = [];
    private readonly HashSet<object> _updated = [];

    private Planner(GraphProgram program)
    {
        _program = program;
        _uses = new(program);
        _placements = Fusion.Run(program, _uses);
        _builder = new(program);
    }

    /// <summary>Plans a program.</summary>
    public static Plan Run(GraphProgram program) => new Planner(program).Run();

    private Plan Run()
    {
        FindUpdates();
        foreach (object unit in Schedule.Of(_program, _placements)) Lower(unit);
        Place[] roots = [.. _program.Roots.Select(root => _builder.PlaceOf(Uses.Base(root)))];
        return new()
        {
            Program = _program,
            Steps = _builder.Steps,
            Places = _builder.Places,
            Constants = _builder.Constants,
            Roots = roots,
            Outputs =
            [
                .. roots
                    .Where(static place => place.Kind == PlaceKind.Output)
                    .Distinct()
                    .OrderBy(static place => place.Number),
            ],
            Memory = MemoryPlan.Of(_builder.Places, _builder.Steps),
        };
    }

    private void FindUpdates()
    {
        foreach (Value value in _program.Values)
        {
            if (_placements[value.Index]?.Group is not { } group || group.Members[0] != value) continue;
            if (ProductUpdate.TryOf(group, _uses) is not { } update) continue;
            _updates.Add(group, update);
            _updated.Add(update.Dot);
        }
    }

    private void Lower(object unit)
    {
        if (_updated.Contains(unit)) return;
        if (unit is Group updating && _updates.TryGetValue(updating, out ProductUpdate? update))
        {
            _builder.Steps.Add(Multiplied(update.Dot, _builder.PlaceOf(update.Result), update));
            return;
        }

        if (unit is Value gather && _uses.AreRowsGathered(gather))
        {
            _builder.Defer(gather, () => Evaluated(gather));
            return;
        }

        if (unit is not Group group)
        {
            _builder.Steps.Add(Single((Value)unit));
            return;
        }

        if (GroupLowering.TryRun(_builder, _uses, _placements, group) is { } step)
        {
            _builder.Steps.Add(step);
            return;
        }

        if (Division.TryRun(group, _placements, _uses) is { } parts)
        {
            foreach (Group part in parts) Lower(part);
            return;
        }

        // Each member gets a loop of its own.
        foreach (Value member in group.Members.OrderBy(static member => member.Index))
        {
            foreach (Value other in group.Members) _placements[other.Index] = null;
            _placements[member.Index] = Fusion.Alone(member, _uses);
            Step? alone = GroupLowering.TryRun(_builder, _uses, _placements, _placements[member.Index]!.Group);
            _builder.Steps.Add(alone ?? Evaluated(member));
        }
    }

    private Step Single(Value value) => value.Op is Dot && value.DType.IsFloat
        ? Multiplied(value, _builder.PlaceOf(value))
        : PasteLowering.Is(value.Op) ? PasteLowering.Run(_builder, value)
        : Evaluated(value);

    private DotStep Multiplied(Value value, Place result, ProductUpdate? update = null) => new()
    {
        Title = value.Op.Name,
        M = value.Shape[^2],
        N = value.Shape[^1],
        K = value.Inputs[0].Shape[^1],
        A = Matrices(value.Inputs[0]),
        B = Matrices(value.Inputs[1]),
        C = result,
        Addend = update is null ? null : _builder.PlaceOf(Uses.Base(update.Addend)),
        Alpha = update?.Alpha ?? 1,
        Factor = update?.Factor is { } factor ? _builder.PlaceOf(factor) : null,
        Condition = update?.Condition is { } condition ? _builder.PlaceOf(condition) : null,
    };

    private MatrixLayout Matrices(Value value)
    {
        if (!MatrixMap.TryOf(value, out MatrixMap map))
            throw new UnreachableException("What a product cannot read is copied when a program is captured.");
        return new(_builder.PlaceOf(map.Base), map.Starts(), map.Along(^2), map.Along(^1));
    }

    private OpStep Evaluated(Value value)
    {
        var inputs = new Layout[value.Inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            AffineMap.TryOf(value.Inputs[i], out AffineMap map);
            inputs[i] = new(_builder.PlaceOf(map.Base), value.Inputs[i].Shape.Length == 0 ? 0 : map.Offset, []);
        }

        Node node = value.Node ?? Node.Create(
            value.Op, [.. value.Inputs.ToArray().Select(static input => Node.Placeholder(input.Type, input.Label))]);
        return new() { Title = value.Op.Name, Node = node, Inputs = inputs, Output = _builder.PlaceOf(value) };
    }
}
