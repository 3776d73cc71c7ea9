using System.Diagnostics;
using System.Text.Json;
using ChainRule.Ops;

namespace ChainRule.Tests.Ops.Structural;

/// <summary>Applies the op of a case.</summary>
internal static class CaseRunner
{
    /// <param name="entry">The case: the op and its arguments.</param>
    /// <param name="x">The inputs.</param>
    /// <param name="factor">What the case's numbers were multiplied by.</param>
    public static Tensor Apply(StructuralCase entry, Tensor[] x, double factor = 1) => entry.Op switch
    {
        "sum" => x[0].Sum(Axes(entry), Keep(entry)),
        "mean" => x[0].Mean(Axes(entry), Keep(entry)),
        "prod" => x[0].Product(Axes(entry), Keep(entry)),
        "max" => x[0].Max(Axes(entry), Keep(entry)),
        "min" => x[0].Min(Axes(entry), Keep(entry)),
        "argmax" => x[0].ArgMax(Axis(entry)),
        "cumsum" => x[0].CumulativeSum(Axis(entry), entry.Arguments.GetProperty("reverse").GetBoolean()),
        "reshape" => x[0].Reshape(entry.Integers("shape")),
        "broadcast_to" => x[0].BroadcastTo(entry.Integers("shape")),
        "transpose" => new(Build.Permute(x[0].Node, entry.Integers("permutation"))),
        "slice" => new(Build.Slice(
            x[0].Node, entry.Integers("starts"), entry.Integers("steps"), entry.Integers("lengths"))),
        "pad" => new(Build.Pad(
            x[0].Node,
            entry.Integers("lo"),
            entry.Integers("hi"),
            entry.Integers("interior"),
            Number(entry, "value") * factor)),
        "concat" => Tensor.Concat(x, Axis(entry)),
        "stack" => Tensor.Stack(x, Axis(entry)),
        "gather" => x[0].Gather(x[1], Axis(entry)),
        "scatter_add" => x[0].ScatterAdd(x[1], x[2], Axis(entry)),
        "one_hot" => Tensor.OneHot(x[0], entry.Arguments.GetProperty("depth").GetInt32(), DType.Float64),
        "windows" => x[0].Windows(entry.Integers("sizes"), entry.Integers("strides"), entry.Integers("dilations")),
        "fold" => x[0].Fold(
            entry.Integers("shape").AsSpan()[^entry.Integers("sizes").Length..],
            entry.Integers("strides"),
            entry.Integers("dilations")),
        "dot" => Tensor.Dot(x[0], x[1]),
        "add" => x[0] + x[1],
        "iota" => Tensor.Arange(entry.Arguments.GetProperty("length").GetInt32(), entry.Output.DType),
        "arange" => Tensor.Arange(
            Number(entry, "start"), Number(entry, "stop"), Number(entry, "step"), entry.Output.DType),
        _ => throw new UnreachableException(entry.Op),
    };

    private static double Number(StructuralCase entry, string name) =>
        CaseArray.Number(entry.Arguments.GetProperty(name));

    private static int Axis(StructuralCase entry) => entry.Arguments.GetProperty("axis").GetInt32();

    private static bool Keep(StructuralCase entry) => entry.Arguments.GetProperty("keepdims").GetBoolean();

    private static Axes Axes(StructuralCase entry) =>
        entry.Arguments.GetProperty("axes").ValueKind == JsonValueKind.Null
            ? ChainRule.Axes.All
            : ChainRule.Axes.Create(entry.Integers("axes"));
}
