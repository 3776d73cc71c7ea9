namespace ChainRule.Planning;

/// <summary>A step that multiplies matrices of floats: C = A·B for each of a batch.</summary>
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

    /// <summary>The shapes.</summary>
    public override string ToString() =>
        $"{(A.Starts.Length == 1 ? "" : $"{A.Starts.Length} × ")}dot [{M}, {K}] · [{K}, {N}]";

    /// <inheritdoc/>
    public override IEnumerable<Place> Reads => [A.Place, B.Place];

    /// <inheritdoc/>
    public override IEnumerable<Place> Writes => [C];

    /// <inheritdoc/>
    public override long Operations => 2L * A.Starts.Length * M * N * K;
}
