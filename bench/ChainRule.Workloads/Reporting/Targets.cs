namespace ChainRule.Workloads.Reporting;

/// <summary>What share of libtorch's time ours may be at most, where we have set ourselves a target.</summary>
internal static class Targets
{
    /// <summary>The target for a number of threads; null where there is none.</summary>
    public static double? For(string workload, int threads)
    {
        (double One, double? More)? target = workload switch
        {
            "gemm/256" or "gemm/512" or "gemm/1024" or "gemm/2048" => (1.0, 1.0),
            "mlp-2-16-16-10-b32/train" => (0.06, null),
            "mlp-784-50-10-b100/train" => (0.6, 0.35),
            "mlp-784-512-512-10-b128/train" => (0.8, 0.8),
            "mlp-784-2048-2048-10-b256/train" => (1.0, 1.0),
            "scalar-square/gradient" => (0.005, null),
            "elementwise-1000/gradient" => (0.1, null),
            "elementwise-100000/gradient" => (0.3, null),
            "elementwise-1000000/gradient" => (0.3, 0.3),
            _ when workload.StartsWith("softmax-", StringComparison.Ordinal) => (0.7, 0.7),
            _ when workload.StartsWith("layernorm-", StringComparison.Ordinal) => (0.7, 0.7),
            _ => null,
        };
        return threads == 1 ? target?.One : target?.More;
    }
}
