namespace ChainRule.Ops.Functions;

/// <summary>Whether both hold.</summary>
internal readonly struct And : IConnective
{
    /// <inheritdoc/>
    public static string Name => "and";

    /// <inheritdoc/>
    public static string Symbol => "∧";

    /// <inheritdoc/>
    public static string Tex => @"\land";

    /// <inheritdoc/>
    public static bool Holds(bool x, bool y) => x & y;
}
