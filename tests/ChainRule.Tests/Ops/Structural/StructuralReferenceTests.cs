namespace ChainRule.Tests.Ops.Structural;

/// <summary>The structural ops against NumPy's results, by both evaluators and for all dtypes.</summary>
public sealed class StructuralReferenceTests
{
    // Data are multiples of ⅛, so times 8 they are integers.
    private const double ToIntegers = 8;

    // What moves elements moves bools too.
    private static readonly HashSet<string> Moves =
        ["reshape", "broadcast_to", "transpose", "slice", "pad", "concat", "stack", "gather", "windows"];

    // A multiple of the inputs gives that multiple of the result; for dot its square.
    private static readonly HashSet<string> Linear =
        [.. Moves, "sum", "max", "min", "cumsum", "scatter_add", "fold", "add", "dot", "argmax"];

    /// <summary>The ops of the file.</summary>
    public static TheoryData<string> Ops => [.. StructuralCase.All.Select(static entry => entry.Op).Distinct()];

    [Theory]
    [MemberData(nameof(Ops))]
    public void Results_are_those_of_NumPy(string op) => CheckAll(op, static (entry, findings) =>
        Check(
            entry,
            findings,
            [.. entry.Inputs.Select(static input => input.As(input.DType))],
            entry.Output.Elements,
            entry.Output.DType));

    [Theory]
    [MemberData(nameof(Ops))]
    public void Results_in_float32_are_the_same(string op) => CheckAll(op, static (entry, findings) =>
    {
        if (entry.Output.DType != DType.Float64 || entry.Inputs.Length == 0 || entry.Op == "one_hot") return;
        double[] expected = [.. entry.Output.Elements.Select(static x => (double)(float)x)];
        Tensor[] x =
        [
            .. entry.Inputs.Select(static input =>
                input.As(input.DType == DType.Float64 ? DType.Float32 : input.DType)),
        ];
        Check(entry, findings, x, expected, DType.Float32);
    });

    [Theory]
    [InlineData(DType.Int32)]
    [InlineData(DType.Int64)]
    public void Multiples_in_integers_give_multiples(DType dtype)
    {
        foreach (string op in Linear)
        {
            CheckAll(op, (entry, findings) =>
            {
                if (entry.Inputs[0].DType != DType.Float64) return;
                if (entry.Inputs.Append(entry.Output).Any(static array => !array.Elements.All(double.IsFinite))) return;
                // Indices take the dtype too, but not the factor.
                Tensor[] x =
                    [.. entry.Inputs.Select(input => input.As(dtype, input.DType == DType.Float64 ? ToIntegers : 1))];
                double factor = entry.Op switch { "dot" => ToIntegers * ToIntegers, "argmax" => 1, _ => ToIntegers };
                double[] expected = [.. entry.Output.Elements.Select(y => y * factor)];
                Check(entry, findings, x, expected, entry.Op == "argmax" ? DType.Int32 : dtype, ToIntegers);
            });
        }
    }

    [Fact]
    public void Bools_move_like_numbers()
    {
        foreach (string op in Moves)
        {
            CheckAll(op, static (entry, findings) =>
            {
                Tensor[] x =
                [
                    .. entry.Inputs.Select(static (input, i) =>
                        input.As(i == 1 && input.DType == DType.Int32 ? DType.Int32 : DType.Bool)),
                ];
                if (entry.Op is "concat" or "stack") x = [.. entry.Inputs.Select(static input => input.As(DType.Bool))];
                // A bool is padded with true or false, that is with 1 or 0.
                if (entry.Op == "pad" && CaseArray.Number(entry.Arguments.GetProperty("value")) is not (0 or 1)) return;
                Check(entry, findings, x, [.. entry.Output.Elements.Select(static y => y > 0 ? 1.0 : 0.0)], DType.Bool);
            });
        }
    }

    private static void CheckAll(string op, Action<StructuralCase, Findings> check)
    {
        var findings = new Findings();
        foreach (StructuralCase entry in StructuralCase.All.Where(entry => entry.Op == op)) check(entry, findings);
        findings.AssertNone();
    }

    private static void Check(
        StructuralCase entry, Findings findings, Tensor[] x, double[] expected, DType dtype, double factor = 1)
    {
        Tensor y = CaseRunner.Apply(entry, x, factor);
        if (y.DType != dtype) findings.Add($"{entry}: the dtype is {y.DType}");
        if (y.Shape != entry.Output.Shape)
        {
            findings.Add($"{entry}: the shape is {y.Shape} instead of {entry.Output.Shape}");
            return;
        }

        double[] direct = Both.Direct(y), reference = Both.Reference(y);
        for (int i = 0; i < expected.Length; i++)
        {
            if (!Equals(direct[i], expected[i]) || !Equals(reference[i], expected[i]))
            {
                findings.Add(
                    $"{entry}: element {i} is {direct[i]:R}, plainly {reference[i]:R}, instead of {expected[i]:R}");
            }
        }
    }

    // Sums and products of the data are exact, so no tolerance; zeros compare without their sign.
    private static bool Equals(double a, double b) => a == b || (double.IsNaN(a) && double.IsNaN(b));
}
