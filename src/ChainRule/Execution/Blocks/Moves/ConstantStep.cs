using System.Runtime.CompilerServices;

namespace ChainRule.Execution;

/// <summary>Fills the cell of a constant.</summary>
internal sealed class ConstantStep<T>(T value, int y) : BlockStep where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(BlockFrame frame) => frame.Fill(ref frame.At<T>(y), value);
}
