namespace ChainRule;

/// <summary>What a check of one derivative found.</summary>
public enum CheckVerdict
{
    /// <summary>Backpropagation and the central difference agree.</summary>
    Agrees,

    /// <summary>
    /// Between x − h and x + h there is a kink or jump, where the central difference says nothing; nothing speaks
    /// against the derivative.
    /// </summary>
    Kink,

    /// <summary>The central difference is too far from exact, or not finite, to tell.</summary>
    Unclear,

    /// <summary>They differ, and nothing explains it.</summary>
    Differs,
}
