using ChainRule.Workloads.Baselines;

namespace ChainRule.Workloads;

/// <summary>
/// The loss of a network of 337 scalar parameters over 96 points with all derivatives, in double precision, by the ways
/// there are: from numerical differentiation to what can be written by hand.
/// </summary>
internal static class SmallNetworks
{
    public const string Name = "mlp-2-16-16-1-scalars", PlainLoss = "loss-in-plain-loops";

    public static IEnumerable<Workload> All()
    {
        yield return Of("numerical", static () => new NumericalNetwork(), NumericalNetwork.Tolerance);
        yield return Of("closures", static () => new ClosureNetwork());
        yield return Of("tape", static () => new TapeNetwork());
        yield return Of("gradient", static () => new ChainRuleNetwork());
        yield return Of("hand-written", static () => new HandWrittenNetwork());
        yield return new($"{Name}/function", static () => new ChainRuleNetwork().RunLoss);
        yield return new($"{Name}/{PlainLoss}", static () => static () => NumericalNetwork.Loss(Moons.Start));
    }

    private static Workload Of(
        string way, Func<ISmallNetwork> make, double tolerance = Agreement.Rounding) => new($"{Name}/{way}", () =>
    {
        var reference = new TapeNetwork();
        ISmallNetwork network = make();
        reference.Run();
        network.Run();
        Agreement.Check($"{Name}/{way}", reference.Result(), network.Result(), tolerance);
        return network.Run;
    });
}
