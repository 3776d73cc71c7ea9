using System.Globalization;
using System.Runtime.Intrinsics;

namespace ChainRule;

/// <summary>How tensors are computed. The settings hold for the whole process.</summary>
public static class ExecutionSettings
{
    private const string ModeVariable = "CHAINRULE_EXECUTION", ThreadsVariable = "CHAINRULE_THREADS";
    private const string VectorBitsVariable = "CHAINRULE_VECTOR_BITS";

    // Read when they are first needed, not in a static constructor, which would bury the message about a wrong value.
    // 0 before that, one more than the mode: plain numbers, which no thread sees half written.
    private static int _threads;
    private static int _vectorBits;
    private static int _mode;

    /// <summary>
    /// How many threads a computation may use: at least 1; by default the environment variable <c>CHAINRULE_THREADS</c>
    /// or the number of processors. Results are the same bits for every number.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    /// <exception cref="InvalidOperationException">The environment variable is no whole number from 1 on.</exception>
    public static int Threads
    {
        get => _threads != 0 ? _threads : _threads = ReadThreads();
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _threads = value;
        }
    }

    /// <summary>
    /// Reads the environment variables now instead of when they are first needed: for a program that wants to refuse
    /// wrong ones before it begins.
    /// </summary>
    /// <exception cref="InvalidOperationException">A variable has a value that it cannot have.</exception>
    public static void ReadEnvironment() => _ = (Threads, VectorBits, Mode);

    /// <summary>
    /// The width of the SIMD registers that loops use: 128, 256 or 512; by default the environment variable
    /// <c>CHAINRULE_VECTOR_BITS</c> or the widest that the machine has. Results depend on it in the last bits.
    /// </summary>
    internal static int VectorBits
    {
        get => _vectorBits != 0 ? _vectorBits : _vectorBits = ReadVectorBits();
        set => _vectorBits = value;
    }

    /// <summary>
    /// By default the environment variable <c>CHAINRULE_EXECUTION</c>: automatic, blocks, emitted or reference.
    /// </summary>
    internal static Execution.ExecutionMode Mode
    {
        get => (Execution.ExecutionMode)((_mode != 0 ? _mode : _mode = 1 + (int)ReadMode()) - 1);
        set => _mode = 1 + (int)value;
    }

    private static int ReadThreads()
    {
        string? text = Environment.GetEnvironmentVariable(ThreadsVariable);
        if (string.IsNullOrEmpty(text)) return Environment.ProcessorCount;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads >= 1)
            return threads;
        throw Wrong(ThreadsVariable, text, "a whole number from 1 on");
    }

    private static int ReadVectorBits() => Environment.GetEnvironmentVariable(VectorBitsVariable) switch
    {
        null or "" => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128,
        "128" => 128,
        "256" => 256,
        "512" => 512,
        string other => throw Wrong(VectorBitsVariable, other, "128, 256 or 512"),
    };

    private static Execution.ExecutionMode ReadMode() => Environment.GetEnvironmentVariable(ModeVariable) switch
    {
        null or "" or "automatic" => Execution.ExecutionMode.Automatic,
        "blocks" => Execution.ExecutionMode.Blocks,
        "emitted" => Execution.ExecutionMode.Emitted,
        "reference" => Execution.ExecutionMode.Reference,
        string other => throw Wrong(ModeVariable, other, "automatic, blocks, emitted or reference"),
    };

    private static InvalidOperationException Wrong(string variable, string value, string allowed) => new(
        $"The environment variable {variable} is '{value}', but it must be {allowed}. Correct or unset it.");
}
