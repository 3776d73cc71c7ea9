namespace ChainRule.Ops.Functions;

/// <summary>Whether at least one holds.</summary>
internal readonly struct Or : IConnective
{
    /// <inheritdoc/>
    public static string Name => "or";

    /// <inheritdoc/>
    public static string Symbol => "∨";

    /// <inheritdoc/>
    public static string Tex => @"\lor";

    /// <inheritdoc/>
    public static bool Holds(bool x, bool y) => x | y;
}
