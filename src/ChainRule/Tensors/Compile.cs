using ChainRule.Execution;
using ChainRule.Graphs;

namespace ChainRule;

/// <summary>
/// Functions that run as fast as the machine allows: traced once for each combination of argument shapes and dtypes,
/// then planned, fused and compiled. What the function assigns to variables, such as an optimiser's step, is part of
/// it.
/// </summary>
/// <remarks>
/// Tracing calls the function with placeholders, which have no elements: reading one is an error. So a C# <c>if</c> or
/// loop over values cannot be traced; choose with <see cref="Tensor.Select(Tensor, Tensor, Tensor)"/> instead.
/// Everything that the function reads besides its arguments is taken as it is when it is traced, except variables,
/// whose values are those of the time of each call. Compile derivatives rather than differentiate what is compiled:
/// <c>Compile.Of(Gradient.Of(f))</c>.
/// <para>
/// Calls of one compiled function from several threads take turns; different ones that share a variable must not run at
/// the same time. A compiled function keeps its last arguments and results until the next call. The memory of large
/// results is used again once nobody can reach them; to find that out, a short garbage collection may run.
/// </para>
/// </remarks>
public static class Compile
{
    /// <summary>Compiles a function of one tensor.</summary>
    /// <param name="f">Builds its result from its argument alone, from variables and from constants.</param>
    public static Func<Tensor, Tensor> Of(Func<Tensor, Tensor> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        var compiled = new CompiledFunction(x => [f(x[0])], Parameters(f));
        return x => compiled.Call(x)[0];
    }

    /// <summary>Compiles a function of two tensors.</summary>
    /// <inheritdoc cref="Of(Func{Tensor, Tensor})"/>
    public static Func<Tensor, Tensor, Tensor> Of(Func<Tensor, Tensor, Tensor> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        var compiled = new CompiledFunction(x => [f(x[0], x[1])], Parameters(f));
        return (x, y) => compiled.Call(x, y)[0];
    }

    /// <summary>Compiles a function of three tensors.</summary>
    /// <inheritdoc cref="Of(Func{Tensor, Tensor})"/>
    public static Func<Tensor, Tensor, Tensor, Tensor> Of(Func<Tensor, Tensor, Tensor, Tensor> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        var compiled = new CompiledFunction(x => [f(x[0], x[1], x[2])], Parameters(f));
        return (x, y, z) => compiled.Call(x, y, z)[0];
    }

    /// <summary>Compiles a function of one tensor with two results.</summary>
    /// <inheritdoc cref="Of(Func{Tensor, Tensor})"/>
    public static Func<Tensor, (Tensor, Tensor)> Of(Func<Tensor, (Tensor, Tensor)> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        var compiled = new CompiledFunction(x => Pair(f(x[0])), Parameters(f));
        return x => Pair(compiled.Call(x));
    }

    /// <summary>Compiles a function of two tensors with two results, such as their gradients.</summary>
    /// <inheritdoc cref="Of(Func{Tensor, Tensor})"/>
    public static Func<Tensor, Tensor, (Tensor, Tensor)> Of(Func<Tensor, Tensor, (Tensor, Tensor)> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        var compiled = new CompiledFunction(x => Pair(f(x[0], x[1])), Parameters(f));
        return (x, y) => Pair(compiled.Call(x, y));
    }

    /// <summary>Compiles a function of any number of tensors with any number of results.</summary>
    /// <inheritdoc cref="Of(Func{Tensor, Tensor})"/>
    public static Func<IReadOnlyList<Tensor>, Tensor[]> Of(Func<IReadOnlyList<Tensor>, Tensor[]> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return new CompiledFunction(f).CallWith;
    }

    /// <summary>
    /// Compiles a function of numbers: float64 scalars in, float64 scalars out, without a tensor for each. For models
    /// of many scalars, such as a residual with its derivatives, where a call should cost no more than its arithmetic.
    /// </summary>
    /// <param name="f">Gets scalars and returns scalars; it cannot assign variables.</param>
    /// <param name="arguments">The number of arguments.</param>
    /// <exception cref="ShapeException">A result is no float64 scalar.</exception>
    /// <exception cref="InvalidOperationException">The function assigns a variable.</exception>
    public static ScalarFunction Scalars(Func<IReadOnlyList<Tensor>, Tensor[]> f, int arguments)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentOutOfRangeException.ThrowIfNegative(arguments);
        return CompiledScalars.Of(f, arguments).Call;
    }

    /// <summary>
    /// How tensors would be computed: the graph after simplification, then the plan with its fused loops.
    /// </summary>
    /// <param name="results">Tensors that are not computed yet; what is known already appears as an input.</param>
    public static string Explain(params ReadOnlySpan<Tensor> results)
    {
        var roots = new Node[results.Length];
        for (int i = 0; i < roots.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(results[i], nameof(results));
            roots[i] = results[i].Node;
        }

        return Evaluator.Explain(roots, static node => node.Value is not null);
    }

    /// <summary>How a function would be computed, with all that it assigns.</summary>
    /// <param name="f">The function; it is traced, not run.</param>
    /// <param name="arguments">Tensors of the types that it would be called with; their values are not read.</param>
    public static string Explain(Func<IReadOnlyList<Tensor>, Tensor[]> f, IReadOnlyList<Tensor> arguments)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(arguments);
        Traced traced = Traced.Of(f, [.. arguments]);
        return Evaluator.Explain(traced.Roots, traced.IsInput);
    }

    // Programs compiled ahead of time may have lost them.
    private static string?[] Parameters(Delegate f) =>
        Array.ConvertAll(f.Method.GetParameters(), static parameter => parameter.Name);

    private static Tensor[] Pair((Tensor First, Tensor Second) pair) => [pair.First, pair.Second];

    private static (Tensor, Tensor) Pair(Tensor[] pair) => (pair[0], pair[1]);
}
