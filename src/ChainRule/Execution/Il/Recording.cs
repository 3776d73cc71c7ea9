using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>Where the bodies of functions that run on <see cref="Recorded{T}"/> leave their steps.</summary>
/// <param name="builder">The kernel under construction.</param>
/// <param name="level">The level of the function's instruction.</param>
/// <param name="phase">Its phase.</param>
internal sealed class Recording(LoopBuilder builder, Level level, int phase)
{
    [ThreadStatic]
    private static Recording? _current;

    /// <summary>The recording of this thread.</summary>
    public static Recording Current => _current ?? throw new InvalidOperationException("Nothing is being recorded.");

    /// <summary>Runs the body of a function and leaves its steps here.</summary>
    public T Run<T>(Func<T> body)
    {
        Recording? outer = _current;
        _current = this;
        try
        {
            return body();
        }
        finally
        {
            _current = outer;
        }
    }

    /// <summary>Adds a step.</summary>
    public int Add(Primitive primitive, LaneType type, int a, int b = -1, int c = -1) =>
        builder.Add(new(primitive, type, level, phase, a, b, c));

    /// <summary>Adds a constant.</summary>
    public int Constant(LaneType type, long bits) =>
        builder.Add(new(Primitive.Constant, type, level, phase, Bits: bits));
}
