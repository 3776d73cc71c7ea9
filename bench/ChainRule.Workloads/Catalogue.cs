using ChainRule.Workloads.Limits;

namespace ChainRule.Workloads;

/// <summary>All workloads in the order in which they run and are reported.</summary>
internal static class Catalogue
{
    /// <summary>The workloads; those that measure the machine need to know how many threads to start.</summary>
    public static IEnumerable<Workload> All(int threads) =>
    [
        .. Shared(),
        .. ScalarExpressions.All(),
        .. SmallNetworks.All(),
        .. ArithmeticLimit.All(threads),
        .. MemoryLimit.All(threads),
    ];

    /// <summary>Those that peers may have too.</summary>
    public static IEnumerable<Workload> Shared() =>
        [
            .. MatrixProducts.All(), .. Networks.All(), .. Elementwise.All(), .. Rows.All(), .. Convolutions.All(),
            .. ChannelWindows.All(),
        ];
}
