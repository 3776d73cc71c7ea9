using System.Diagnostics;
using System.Runtime.Intrinsics;
using ChainRule.Execution;
using ChainRule.Planning;

namespace ChainRule.Tests.Execution;

/// <summary>The JIT turns emitted kernels into instructions: it optimises them and leaves no calls in them.</summary>
[Trait("Needs", "emission")]
public sealed class EmittedCodeTests
{
    private const string Name = "ListedKernel";

    private static readonly int[] Widths =
    [
        .. (int[])(Vector128.IsHardwareAccelerated ? [128] : []),
        .. (int[])(Vector256.IsHardwareAccelerated ? [256] : []),
        .. (int[])(Vector512.IsHardwareAccelerated ? [512] : []),
    ];

    [Fact]
    [Trait("Needs", "registers")]
    public void Emitted_kernels_are_optimised_and_call_nothing()
    {
        Assert.SkipUnless(Widths.Length > 0, "Without vector instructions everything is a call.");
        string path = Path.GetTempFileName();
        try
        {
            List(path);
            string[] methods = [.. File.ReadAllText(path)
                .Split("; Assembly listing for method ")
                .Where(static method => method.StartsWith($"(dynamicClass):{Name}(", StringComparison.Ordinal))];
            Assert.NotEmpty(methods);
            Assert.All(methods, static method => Assert.Contains("; FullOpts code", method));
            // Where there are no masks, the rest of a row goes through a buffer.
            Assert.All(methods, static method => Assert.DoesNotContain(
                method.Split('\n'),
                static line => line.Contains(" call ", StringComparison.Ordinal)
                    && !line.Contains(nameof(LaneMemory), StringComparison.Ordinal)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>What the listing is of.</summary>
    [Fact]
    public void Listed_kernels_run()
    {
        foreach (int bits in Widths)
        {
            foreach (int size in (ReadOnlySpan<int>)[4, 8])
            {
                LoopKernel kernel = Kernel(size);
                LoopEmitterTests.Compare(kernel, LoopEmitter.Compile(kernel, bits, Name), bits, rows: 3, columns: 70);
                LoopKernel many = Many(size);
                LoopEmitterTests.Compare(many, LoopEmitter.Compile(many, bits, Name), bits, rows: 2, columns: 64);
            }
        }
    }

    // Some of everything that has instructions on every machine.
    private static LoopKernel Kernel(int size)
    {
        LoopText text = new(size) { Level = Level.Row };
        int scale = text.Real(Primitive.Exp, text.Load(LaneType.Real, ColumnAccess.Repeated));
        text.Level = Level.Element;
        int x = text.Load(LaneType.Real), y = text.Load(LaneType.Real);
        int z = text.Real(Primitive.MultiplyAdd, text.Real(Primitive.Tanh, x), scale, y);
        z = text.Real(Primitive.Select, text.Mask(Primitive.Less, z, y), z, text.Real(Primitive.Log, y));
        z = text.Real(Primitive.Divide, z, text.Real(Primitive.Sqrt, text.Real(Primitive.Max, z, text.Constant(0))));
        text.Store(z);
        text.Add(Primitive.Accumulate, LaneType.Real, z, operand: text.Operand(LaneType.Real));
        int sum = text.Real(Primitive.RowSum, z), largest = text.Real(Primitive.RowMax, x);
        text.Phase = 1;
        int centred = text.Real(Primitive.Subtract, text.Load(LaneType.Real), largest);
        text.Store(text.Real(Primitive.Multiply, centred, sum));
        return text.Kernel;
    }

    // More than one method takes.
    private static LoopKernel Many(int size)
    {
        Random random = new(size);
        LoopText text = new(size) { Level = Level.Kernel };
        List<int> cells = [text.Load(LaneType.Real, ColumnAccess.Repeated)], sums = [];
        for (int i = 0; i < 900; i++) cells.Add(Step(cells[^1], cells[random.Next(cells.Count)], i));
        text.Level = Level.Element;
        List<int> elements = [text.Load(LaneType.Real)];
        for (int i = 0; i < 1200; i++)
        {
            List<int> others = random.Next(5) == 0 ? cells : elements;
            elements.Add(Step(elements[^1], others[random.Next(others.Count)], i));
            if (i % 100 == 0) sums.Add(text.Real(Primitive.RowSum, elements[^1]));
        }

        text.Store(elements[^1]);
        text.Phase = 1;
        text.Level = Level.Row;
        foreach (int sum in sums) text.Store(sum, text.Operand(LaneType.Real, ColumnAccess.Repeated));
        return text.Kernel;

        // Stays within bounds.
        int Step(int x, int y, int i) => i % 3 == 0
            ? text.Real(Primitive.Multiply, text.Real(Primitive.Subtract, x, y), text.Constant(0.5))
            : text.Real(Primitive.Min, text.Real(Primitive.Add, x, y), text.Constant(2));
    }

    private static void List(string path)
    {
        string test = $"{typeof(EmittedCodeTests).FullName}.{nameof(Listed_kernels_run)}";
        ProcessStartInfo start = new("dotnet", [typeof(EmittedCodeTests).Assembly.Location, "-method", test])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_JitStdOutFile"] = path;
        start.Environment["DOTNET_JitDisasm"] = Name;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }
}
