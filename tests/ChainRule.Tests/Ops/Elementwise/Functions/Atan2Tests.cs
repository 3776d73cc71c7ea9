using ChainRule.Ops;

namespace ChainRule.Tests.Ops.Elementwise.Functions;

public sealed class Atan2Tests : BinaryLaws<Atan2>
{
    // x² + y² overflows, or is 0, in the formula.
    public Atan2Tests()
        : base(Accuracy.Function)
    {
        FirstExcepted = static row => row.Inputs.Max(Math.Abs) is > 1e150 or < 1e-150;
    }
}
