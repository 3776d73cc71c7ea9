namespace ChainRule.Ops.Functions;

/// <summary>Whether exactly one holds.</summary>
internal readonly struct Xor : IConnective
{
    /// <inheritdoc/>
    public static string Name => "xor";

    /// <inheritdoc/>
    public static string Symbol => "⊕";

    /// <inheritdoc/>
    public static string Tex => @"\oplus";

    /// <inheritdoc/>
    public static bool Holds(bool x, bool y) => x ^ y;
}
