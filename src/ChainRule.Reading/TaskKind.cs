namespace ChainRule.Reading;

/// <summary>What the reader can do in a chapter.</summary>
public enum TaskKind
{
    /// <summary>Time numerical differentiation against backpropagation on this machine.</summary>
    Timing,

    /// <summary>Fill in the derivatives of apples and oranges.</summary>
    Quiz,

    /// <summary>Move a value near a kink.</summary>
    Kink,

    /// <summary>Find the layer with a wrong backward rule.</summary>
    Bug,
}
