namespace ChainRule;

/// <summary>A language that explanations and pictures are written in.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Simplified Chinese.</summary>
    Chinese,

    /// <summary>Japanese.</summary>
    Japanese,
}
