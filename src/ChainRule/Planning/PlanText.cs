using System.Globalization;
using System.Text;

namespace ChainRule.Planning;

/// <summary>Plans and kernels as text, for people and for approved files.</summary>
internal static class PlanText
{
    /// <summary>The steps of a plan, with their kernels, and the arena.</summary>
    public static string Of(Plan plan)
    {
        var text = new StringBuilder();
        for (int i = 0; i < plan.Steps.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"step {i}: ");
            Write(text, plan.Steps[i]);
        }

        IEnumerable<string> temporaries = plan.Places
            .Where(static place => place.Kind == PlaceKind.Temporary)
            .Select(place => $"{place}: {place.DType.Name} × {place.Length} at {plan.Memory.OffsetOf(place)}");
        text.Append(CultureInfo.InvariantCulture, $"arena: {plan.Memory.Size} bytes\n");
        foreach (string temporary in temporaries) text.Append(CultureInfo.InvariantCulture, $"  {temporary}\n");
        text.Append(CultureInfo.InvariantCulture, $"return {string.Join(", ", plan.Roots)}\n");
        return text.ToString();
    }

    /// <summary>A kernel: one instruction a line, under the loops that it is in.</summary>
    public static string Of(LoopKernel kernel, Func<int, string> nameOf)
    {
        var text = new StringBuilder();
        (Level, int)? run = null;
        for (int i = 0; i < kernel.Instructions.Length; i++)
        {
            Instruction step = kernel.Instructions[i];
            if (run != (step.Level, step.Phase))
            {
                run = (step.Level, step.Phase);
                text.Append("  ").Append(step.Level switch
                {
                    Level.Kernel => "once",
                    Level.Row => $"for each row, phase {step.Phase}",
                    _ => $"for each column, phase {step.Phase}",
                }).Append('\n');
            }

            text.Append("    ").Append(Line(i, step, nameOf)).Append('\n');
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Step step)
    {
        switch (step)
        {
            case LoopStep loop:
                string rows = string.Join(" × ", [.. loop.Rows, loop.Columns]);
                text.Append(CultureInfo.InvariantCulture, $"loop {rows}");
                if (loop.LastColumns > 0) text.Append(CultureInfo.InvariantCulture, $" + {loop.LastColumns}");
                if (loop.Parts > 1) text.Append(CultureInfo.InvariantCulture, $" in {loop.Parts} parts");
                text.Append(CultureInfo.InvariantCulture, $": {loop.Title}\n");
                text.Append(Of(loop.Kernel, operand => NameOf(loop, operand)));
                break;
            case DotStep dot:
                string batch = dot.A.Starts.Length == 1 ? "" : $"{dot.A.Starts.Length} times ";
                text.Append(CultureInfo.InvariantCulture, $"{batch}dot [{dot.M}, {dot.K}] · [{dot.K}, {dot.N}]: ");
                text.Append(CultureInfo.InvariantCulture, $"{dot.C} = ");
                if (dot.Addend is not null)
                    text.Append(CultureInfo.InvariantCulture, $"{dot.Addend} + {dot.Alpha} · ");
                if (dot.Factor is not null) text.Append(CultureInfo.InvariantCulture, $"{dot.Factor} · ");
                string condition = dot.Condition is null ? "" : $" if {dot.Condition}";
                text.Append(CultureInfo.InvariantCulture, $"{Of(dot.A)} · {Of(dot.B)}{condition}\n");
                break;
            case PasteStep paste:
                IEnumerable<Place> parts = paste.Parts.Select(static part => part.Source);
                text.Append(CultureInfo.InvariantCulture, $"{paste}: {paste.Output} = {string.Join(", ", parts)}\n");
                break;
            case OpStep op:
                IEnumerable<Place> inputs = op.Inputs.Select(static input => input.Place);
                text.Append(CultureInfo.InvariantCulture, $"{op.Node.Op}: {op.Output} = {string.Join(", ", inputs)}\n");
                break;
            default:
                text.Append(step.Title).Append('\n');
                break;
        }
    }

    private static string Of(MatrixLayout matrix) =>
        $"{matrix.Place} (strides {matrix.Rows}, {matrix.Columns})";

    private static string NameOf(LoopStep loop, int operand)
    {
        if (loop.Layouts[operand] is { } layout)
        {
            string rows = layout.Index is { } index
                ? $" at rows {index.Place}{At(index.Offset + index.First, index.Strides)}"
                : "";
            return $"{layout.Place}{At(layout.Offset, layout.Strides)}{rows}";
        }

        foreach (Accumulator sum in loop.Accumulators)
        {
            if (Array.IndexOf(sum.Operands, operand) is var i && i >= 0)
                return $"sums of {sum.Target}{At(sum.Offsets[i], sum.Strides)}";
        }

        return $"scratch {operand}";
    }

    private static string At(int offset, int[] strides) =>
        $"[{(offset == 0 ? "" : $"{offset} + ")}{string.Join(", ", strides)}]";

    private static string Line(int position, Instruction step, Func<int, string> nameOf)
    {
        string name = step.Primitive.ToString().ToLowerInvariant();
        IEnumerable<string> arguments = new[] { step.A, step.B, step.C }
            .Where(static argument => argument >= 0)
            .Select(static argument => $"v{argument}");
        string line = $"{name} {string.Join(", ", arguments)}".TrimEnd();
        if (step.Primitive == Primitive.Constant)
        {
            line = step.Type == LaneType.Real
                ? step.Constant.ToString(CultureInfo.InvariantCulture)
                : step.Bits.ToString(CultureInfo.InvariantCulture);
        }
        else if (step.Operand >= 0)
        {
            line = $"{line} {(step.IsEffect ? "to" : "from")} {nameOf(step.Operand)}";
        }

        return step.IsEffect ? line : $"v{position} = {line}";
    }
}
