namespace ChainRule.Learning.Tests;

/// <summary>Small data sets that no linear function can tell apart.</summary>
internal static class Problems
{
    public static LabeledData Xor { get; } = LabeledData.From(
        Tensor.From(new[,] { { 0f, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } }), Tensor.From(0, 1, 1, 0));

    /// <summary>Three arms of a spiral with 100 points each, somewhat scattered.</summary>
    public static LabeledData Spiral { get; } = MakeSpiral();

    private static LabeledData MakeSpiral()
    {
        Tensor position = Tensor.Arange(300, DType.Float32) / 100, arm = position.Floor(), radius = position - arm;
        Tensor angle = (arm * 4) + (radius * 4) + Tensor.RandomNormal([300], 1, deviation: 0.2);
        Tensor points = Tensor.Stack([radius * angle.Sin(), radius * angle.Cos()], axis: 1);
        return LabeledData.From(points, arm.Cast(DType.Int32));
    }
}
