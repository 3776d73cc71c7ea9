using System.CommandLine;
using System.CommandLine.Parsing;

namespace ChainRule.Cli;

/// <summary>An option with a value, which says what it takes wherever a value is wrong or missing.</summary>
internal sealed class Setting<T> : Option<T>, ISetting
{
    /// <summary>Makes an option.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="placeholder">What stands for the value in help.</param>
    /// <param name="description">A few words for help.</param>
    /// <param name="allowed">The values it takes, to follow "must be".</param>
    /// <param name="read">Reads one.</param>
    /// <param name="standard">The text of the value it has when it is not given; null if it has none.</param>
    /// <param name="several">Whether several values may follow, which are read joined by commas.</param>
    public Setting(
        string name, string placeholder, string description, string allowed, Reading<T> read, string? standard,
        bool several = false)
        : base(name)
    {
        (HelpName, Allowed, Standard) = (placeholder, allowed, standard);
        Description = standard is null ? description : $"{description} [default:{Wrapping.Joint}{standard}]";
        if (several) (Arity, AllowMultipleArgumentsPerToken) = (ArgumentArity.OneOrMore, true);
        CustomParser = result => Parse(result, read);
        if (standard is not null)
        {
            DefaultValueFactory = _ => read(standard, out T value)
                ? value
                : throw new ArgumentException($"{name}: the default {standard} is not allowed.");
        }
    }

    /// <inheritdoc/>
    public string Allowed { get; }

    /// <inheritdoc/>
    public string? Standard { get; }

    private T Parse(ArgumentResult result, Reading<T> read)
    {
        string text = string.Join(',', result.Tokens.Select(static token => token.Value));
        if (read(text, out T value)) return value;
        result.AddError($"{Name} must be {Allowed}, but was '{text}'");
        return default!;
    }
}
