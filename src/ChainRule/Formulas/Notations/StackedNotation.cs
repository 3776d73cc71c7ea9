namespace ChainRule.Formulas;

/// <summary>
/// Text for pictures, in which a fraction is one text above another and what cancels is crossed out. Signs that no text
/// contains say where that begins and ends.
/// </summary>
internal sealed class StackedNotation : UnicodeNotation
{
    /// <summary>Stand before, within and behind a fraction, and around what is crossed out.</summary>
    public const char Top = '\uE000', Bottom = '\uE001', End = '\uE002', Crossed = '\uE003', Uncrossed = '\uE004';

    public static new StackedNotation Instance { get; } = new();

    public override bool StacksFractions => true;

    public override string Name(string name) => Plain(name);

    public override string Derivative(Term.Derivative derivative) => Fraction(
        Written(derivative.Of, derivative.IsTopCancelled), Written(derivative.By, derivative.IsBottomCancelled));

    public override string Fraction(string top, string bottom) => $"{Top}{top}{Bottom}{bottom}{End}";

    private static string Written(string name, bool isCancelled) =>
        isCancelled ? $"{Crossed}∂{Plain(name)}{Uncrossed}" : $"∂{Plain(name)}";

    // A name may contain anything.
    private static string Plain(string name) =>
        string.Concat(name.Select(static c => c is >= Top and <= Uncrossed ? '?' : c));
}
