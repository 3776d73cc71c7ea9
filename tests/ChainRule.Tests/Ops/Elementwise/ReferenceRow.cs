namespace ChainRule.Tests.Ops.Elementwise;

/// <summary>What an op gives at one point, computed to many digits elsewhere.</summary>
/// <param name="Op">The op's name in the table.</param>
/// <param name="Inputs">The arguments.</param>
/// <param name="Value">The nearest number to the exact value.</param>
/// <param name="First">The first partial derivatives; null where there is none.</param>
/// <param name="Second">The second derivative of an op of one argument; null where there is none.</param>
public sealed record ReferenceRow(string Op, double[] Inputs, double Value, double?[] First, double? Second)
{
    /// <summary>The op and its arguments, as failures name them.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Op}({string.Join(", ", Inputs)})");
}
