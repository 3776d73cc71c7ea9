using System.Globalization;

namespace ChainRule.Web.Network;

/// <summary>Numbers as they are shown.</summary>
internal static class Numbers
{
    /// <summary>Four digits at most, such as 0.1204 or −6.02e−5.</summary>
    public static string Short(double value)
    {
        if (!double.IsFinite(value)) return "—";
        bool isTiny = value != 0 && Math.Abs(value) < 0.001;
        return value.ToString(isTiny ? "0.##e+0" : "G4", CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>A part of 1 in hundredths.</summary>
    public static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{100 * part:F1} %");

    /// <summary>A coordinate of a picture.</summary>
    public static string Place(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
