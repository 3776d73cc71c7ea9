using System.Numerics;

namespace ChainRule.Ops;

/// <summary>A loop that calculates with elements: written once for all numeric dtypes.</summary>
internal interface INumberLoop
{
    void Run<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>;
}
