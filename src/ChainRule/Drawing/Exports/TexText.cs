using System.Text;

namespace ChainRule.Drawing.Exports;

/// <summary>Text for LaTeX, in which its own signs are escaped and those of mathematics are commands.</summary>
internal static class TexText
{
    private const string High = "⁰¹²³⁴⁵⁶⁷⁸⁹", Low = "₀₁₂₃₄₅₆₇₈₉";

    private static readonly Dictionary<char, string> Commands = new()
    {
        ['\\'] = @"\textbackslash{}",
        ['~'] = @"\textasciitilde{}",
        ['^'] = @"\textasciicircum{}",
        ['\u00a0'] = "~",
        ['×'] = @"$\times$",
        ['÷'] = @"$\div$",
        ['−'] = "$-$",
        ['-'] = "$-$",
        ['·'] = @"$\cdot$",
        ['⊙'] = @"$\odot$",
        ['∂'] = @"$\partial$",
        ['∞'] = @"$\infty$",
        ['√'] = @"$\surd$",
        ['≤'] = @"$\le$",
        ['≥'] = @"$\ge$",
        ['≠'] = @"$\ne$",
        ['<'] = "$<$",
        ['>'] = "$>$",
        ['|'] = "$|$",
        ['‖'] = @"$\|$",
        ['∧'] = @"$\wedge$",
        ['∨'] = @"$\vee$",
        ['⌊'] = @"$\lfloor$",
        ['⌋'] = @"$\rfloor$",
        ['⁻'] = "$^-$",
        ['ᵀ'] = @"$^{\mathsf{T}}$",
        ['ʸ'] = "$^y$",
        ['Σ'] = @"$\Sigma$",
        ['Π'] = @"$\Pi$",
        ['Φ'] = @"$\Phi$",
        ['Δ'] = @"$\Delta$",
        ['α'] = @"$\alpha$",
        ['β'] = @"$\beta$",
        ['γ'] = @"$\gamma$",
        ['δ'] = @"$\delta$",
        ['ε'] = @"$\varepsilon$",
        ['η'] = @"$\eta$",
        ['θ'] = @"$\theta$",
        ['λ'] = @"$\lambda$",
        ['μ'] = @"$\mu$",
        ['π'] = @"$\pi$",
        ['ρ'] = @"$\rho$",
        ['σ'] = @"$\sigma$",
        ['φ'] = @"$\varphi$",
        ['ω'] = @"$\omega$",
    };

    /// <summary>The text.</summary>
    public static string Of(string text)
    {
        var written = new StringBuilder();
        foreach (char c in text)
        {
            if (Commands.TryGetValue(c, out string? command)) written.Append(command);
            else if (c is '&' or '%' or '$' or '#' or '_' or '{' or '}') written.Append('\\').Append(c);
            else if (High.IndexOf(c, StringComparison.Ordinal) is >= 0 and var high)
                written.Append("$^").Append((char)('0' + high)).Append('$');
            else if (Low.IndexOf(c, StringComparison.Ordinal) is >= 0 and var low)
                written.Append("$_").Append((char)('0' + low)).Append('$');
            else written.Append(c);
        }

        return written.ToString();
    }
}
