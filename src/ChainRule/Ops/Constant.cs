using System.Diagnostics;
using System.Globalization;
using ChainRule.Graphs;

namespace ChainRule.Ops;

/// <summary>
/// A number known when the graph is built: a scalar without inputs. A larger constant is one that is broadcast.
/// </summary>
/// <param name="DType">The number's dtype.</param>
/// <param name="Bits">The number: the bits of a double for float32 and float64, the integer itself otherwise.</param>
internal sealed record Constant(DType DType, long Bits) : Op
{
    public static Constant Of(double value, DType dtype) => dtype switch
    {
        DType.Float32 => new(dtype, BitConverter.DoubleToInt64Bits((float)value)),
        DType.Float64 => new(dtype, BitConverter.DoubleToInt64Bits(value)),
        _ when Fits(value, dtype) => new(dtype, (long)value),
        _ => throw new DTypeException(string.Create(CultureInfo.InvariantCulture,
            $"{value} {Misfit(value, dtype)}, so it cannot fill a tensor of {dtype.Name}. "
            + $"Choose another number, or float32 or float64.")),
    };

    /// <summary>
    /// Whether its user has it in hand and may differentiate by it: then what is built from
    /// it is not computed in advance.
    /// </summary>
    public bool IsGiven { get; init; }

    /// <summary>Whether the dtype holds the number; floats hold every number, rounded.</summary>
    public static bool Fits(double value, DType dtype) => dtype switch
    {
        DType.Int32 => value == Math.Floor(value) && value is >= int.MinValue and <= int.MaxValue,
        // 2⁶³ itself is one too many, and the nearest double to long.MaxValue.
        DType.Int64 or DType.Bool =>
            value == Math.Floor(value) && value is >= long.MinValue and < -(double)long.MinValue,
        _ => true,
    };

    /// <summary>Why a dtype does not hold the number.</summary>
    public static string Misfit(double value, DType dtype) =>
        value == Math.Floor(value) && double.IsFinite(value)
            ? $"is outside the range of {dtype.Name}"
            : "is not a whole number";

    public static Constant Of(Storage value) => value.DType switch
    {
        DType.Int64 => new(DType.Int64, value.Elements<long>()[0]),
        _ => Of(value[0], value.DType),
    };

    /// <summary>The number; an int64 beyond 2⁵³ is rounded.</summary>
    public double Value => DType.IsFloat ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    public override string Name => "constant";

    public override string Symbol => Attributes;

    public override string Attributes => DType switch
    {
        DType.Bool => Bits != 0 ? "true" : "false",
        DType.Float32 => ((float)Value).ToString(CultureInfo.InvariantCulture),
        DType.Float64 => Value.ToString(CultureInfo.InvariantCulture),
        _ => Bits.ToString(CultureInfo.InvariantCulture),
    };

    public override TensorType Infer(ReadOnlySpan<Node> inputs) => new(Shape.Scalar, DType);

    public override Node? Vjp(Node node, int input, Node adjoint) =>
        throw new UnreachableException("A constant has no inputs.");

    public override Node? Jvp(Node node, ReadOnlySpan<Node?> tangents) => null;

    public override string Tex(ReadOnlySpan<string> inputs) => Attributes;

    public override void Evaluate(Node node, ReadOnlySpan<Storage> inputs, Storage output)
    {
        switch (DType)
        {
            case DType.Float32: output.Elements<float>()[0] = (float)Value; break;
            case DType.Float64: output.Elements<double>()[0] = Value; break;
            case DType.Int32: output.Elements<int>()[0] = checked((int)Bits); break;
            case DType.Int64: output.Elements<long>()[0] = Bits; break;
            case DType.Bool: output.Elements<bool>()[0] = Bits != 0; break;
            default: throw new UnreachableException(DType.ToString());
        }
    }
}
