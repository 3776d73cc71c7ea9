namespace ChainRule.Workloads.Baselines;

/// <summary>A vector of numbers of some width, so that loops are written once.</summary>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>How many numbers it holds.</summary>
    static abstract int Count { get; }

    static abstract TSelf All(double value);

    static abstract TSelf Load(ref double origin, int offset);

    void Store(ref double origin, int offset);

    /// <summary>This times <paramref name="x"/>, plus <paramref name="y"/>.</summary>
    TSelf MultiplyAdd(TSelf x, TSelf y);

    /// <summary>The larger of this and 0.</summary>
    TSelf Relu();

    /// <summary>This where <paramref name="x"/> is positive, 0 elsewhere.</summary>
    TSelf WherePositive(TSelf x);

    double Sum();
}
