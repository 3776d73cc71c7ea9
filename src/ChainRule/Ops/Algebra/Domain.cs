namespace ChainRule.Ops;

/// <summary>The dtypes that an elementwise op takes.</summary>
public enum Domain
{
    /// <summary>float32 and float64: the result is no integer in general.</summary>
    Floats,

    /// <summary>float32, float64, int32 and int64.</summary>
    Numbers,
}
