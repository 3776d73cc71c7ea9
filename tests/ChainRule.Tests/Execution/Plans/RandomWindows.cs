using ChainRule.Tests.Ops;

namespace ChainRule.Tests.Execution;

/// <summary>
/// A graph of random reductions over windows, as in convolutions of each channel by itself and in pooling, with
/// gradients, the same for the same seed.
/// </summary>
internal sealed class RandomWindows
{
    private readonly Dice _dice;
    private readonly DType _dtype;

    public RandomWindows(int seed)
    {
        _dice = new Dice(seed);
        _dtype = _dice.Below(3) == 0 ? DType.Float64 : DType.Float32;
        (int batch, int channels) = (_dice.Between(1, 3), _dice.Between(1, 5));
        (int height, int width) = (_dice.Between(1, 4), _dice.Between(1, 5));
        (int rows, int columns) = (_dice.Between(1, 12), _dice.Between(4, 40));
        (int down, int across) = (_dice.Between(1, 3), _dice.Between(1, 3));
        bool isLast = _dice.Below(3) == 0;
        (int h, int w) = (((rows - 1) * down) + height, ((columns - 1) * across) + width);
        Tensor images = Leaf(isLast ? [batch, h, w, channels] : [batch, channels, h, w]);
        Tensor filters = Leaf([channels, 1, 1, height, width]), bias = Leaf([channels, 1, 1]);
        Tensor windows = Windows(isLast ? images.Transpose(0, 3, 1, 2) : images, [height, width], [down, across]);
        Tensor inside = _dice.Below(4) switch
        {
            0 => windows,
            1 => windows * filters,
            2 => (windows - filters).Square(),
            _ => (windows * filters).Tanh() + bias.Unsqueeze(-1).Unsqueeze(-1),
        };
        Tensor pooled = Reduced(inside);
        Tensor y = _dice.Below(4) switch
        {
            0 => pooled,
            1 => (pooled + bias).Relu(),
            2 => pooled / (1 + pooled.Square().Sum(-1, keep: true)),
            _ => (inside - pooled.Unsqueeze(-1).Unsqueeze(-1)).Tanh().Sum([-2, -1]) + pooled,
        };
        Tensor loss = (y * Leaf(y.Shape)).Sum() / y.Length;
        Leaves = [images, filters, bias];
        Roots = [y, loss, .. Gradient.Of(loss, Leaves, Independent.Zero)];
        if (_dice.Below(4) == 0) Roots = [.. Roots, inside, inside.Sum([0, 2, 3])];
        if (_dice.Below(4) == 0)
        {
            Tensor whole = _dice.Positions(images.Shape, 9, wide: _dtype == DType.Float64).Detach();
            Tensor parts = Windows(isLast ? whole.Transpose(0, 3, 1, 2) : whole, [height, width], [down, across]);
            Roots = [.. Roots, parts.Sum([-2, -1]), (-parts).Max([-2, -1]), (parts * 3).Min(-1)];
        }
    }

    /// <summary>The leaves.</summary>
    public Tensor[] Leaves { get; }

    /// <summary>What is wanted.</summary>
    public Tensor[] Roots { get; }

    private Tensor Leaf(Shape shape) => (_dice.Tensor(shape) / 2).Cast(_dtype).Detach();

    // Windows that do not overlap may be a reshape.
    private Tensor Windows(Tensor x, int[] sizes, int[] strides)
    {
        (int h, int w) = (x.Shape[2], x.Shape[3]);
        bool divides = h % sizes[0] == 0 && w % sizes[1] == 0;
        if (!divides || _dice.Below(2) == 0 || strides[0] != sizes[0] || strides[1] != sizes[1])
            return x.Windows(sizes, strides);
        return x.Reshape(x.Shape[0], x.Shape[1], h / sizes[0], sizes[0], w / sizes[1], sizes[1])
            .Transpose(0, 1, 2, 4, 3, 5);
    }

    private Tensor Reduced(Tensor x) => _dice.Below(5) switch
    {
        0 => x.Max([-2, -1]),
        1 => x.Min([-2, -1]),
        2 => x.Mean([-2, -1]),
        3 => x.Sum(-1).Max(-1),
        _ => x.Sum([-2, -1]),
    };
}
