namespace ChainRule.Planning;

/// <summary>
/// A step that multiplies matrices of floats: C = A·B for each of a batch, or C = D + α·A·B, as in a step of gradient
/// descent, which may depend on a condition: if that is false, C = D.
/// </summary>
internal sealed class DotStep : Step
{
    /// <summary>The rows of A and C.</summary>
    public required int M { get; init; }

    /// <summary>The columns of B and C.</summary>
    public required int N { get; init; }

    /// <summary>The columns of A and rows of B.</summary>
    public required int K { get; init; }

    /// <summary>The left operand; transposed and sliced ones are read where they lie.</summary>
    public required MatrixLayout A { get; init; }

    /// <summary>The right operand.</summary>
    public required MatrixLayout B { get; init; }

    /// <summary>The result, row-major.</summary>
    public required Place C { get; init; }

    /// <summary>D, row-major, which the product is added to; null if there is none.</summary>
    public Place? Addend { get; init; }

    /// <summary>α, or a factor of it.</summary>
    public double Alpha { get; init; } = 1;

    /// <summary>The other factor of α, a number; null if there is none.</summary>
    public Place? Factor { get; init; }

    /// <summary>A bool; null if there is no condition.</summary>
    public Place? Condition { get; init; }

    /// <summary>The shapes.</summary>
    public override string ToString() =>
        $"{(A.Starts.Length == 1 ? "" : $"{A.Starts.Length} × ")}dot [{M}, {K}] · [{K}, {N}]";

    /// <inheritdoc/>
    public override IEnumerable<Place> Reads =>
        new[] { A.Place, B.Place, Addend, Factor, Condition }.OfType<Place>().Distinct();

    /// <inheritdoc/>
    public override IEnumerable<Place> Writes => [C];

    /// <inheritdoc/>
    public override long Operations => 2L * A.Starts.Length * M * N * K;

    /// <inheritdoc/>
    public override bool MayOverwrite(Place input, Place output) =>
        input == Addend && output == C && A.Place != input && B.Place != input;
}
