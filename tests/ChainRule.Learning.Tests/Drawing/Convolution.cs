namespace ChainRule.Learning.Tests.Drawing;

/// <summary>A convolution of images [batch, channels, height, width] with 3×3 filters, and a maximum of 2×2.</summary>
internal sealed class Convolution(int channels, int filters, RandomKey key) : Layer
{
    private readonly Variable _weight =
        new(Tensor.RandomNormal([channels * 9, filters], key, deviation: 0.1), "weight");

    protected override IReadOnlyList<Variable> Variables => [_weight];

    protected override Tensor Apply(Tensor x)
    {
        // [batch, channels, rows, columns, 3, 3]
        Tensor windows = x.Windows([3, 3]);
        (int batch, int rows, int columns) = (x.Shape[0], x.Shape[2] - 2, x.Shape[3] - 2);
        Tensor patches = windows.Reshape([batch, channels, rows, columns, 9])
            .Transpose([0, 2, 3, 1, 4]).Reshape([batch * rows * columns, channels * 9]);
        return patches.Dot(_weight).Reshape([batch, rows, columns, _weight.Shape[1]]).Transpose([0, 3, 1, 2]);
    }
}
