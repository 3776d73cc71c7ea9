using System.Globalization;

namespace ChainRule.Web.Network;

/// <summary>Numbers as they are shown.</summary>
internal static class Numbers
{
    /// <summary>A few digits, such as 0.1204 or −6.02e−5.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">How many at most.</param>
    public static string Short(double value, int digits = 4)
    {
        if (!double.IsFinite(value)) return "—";
        bool isTiny = value != 0 && Math.Abs(value) < 0.001;
        return value.ToString(isTiny ? "0.##e+0" : $"G{digits}", CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>Three digits behind the point, where they say something.</summary>
    public static string Rounded(double value)
    {
        string text = value.ToString(Math.Abs(value) < 1000 ? "0.###" : "0.##e+0", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text.Replace('-', '−');
    }

    /// <summary>A part of 1 in hundredths.</summary>
    public static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{100 * part:F1} %");

    /// <summary>A coordinate of a picture.</summary>
    public static string Place(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
