namespace ChainRule.Ops;

/// <summary>A logical connective of two bools.</summary>
internal interface IConnective
{
    /// <summary>The name in messages and pictures.</summary>
    static abstract string Name { get; }

    /// <summary>The sign between the arguments.</summary>
    static abstract string Symbol { get; }

    /// <summary>The sign in TeX.</summary>
    static abstract string Tex { get; }

    /// <summary>Whether the compound holds.</summary>
    static abstract bool Holds(bool x, bool y);
}
