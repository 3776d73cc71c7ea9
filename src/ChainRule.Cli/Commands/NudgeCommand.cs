using System.CommandLine;

namespace ChainRule.Cli;

/// <summary>`chainrule nudge "(x + y)**2" --at x=3,y=4 --move x=0.01`.</summary>
internal static class NudgeCommand
{
    public static Command Create(Terminal terminal, HelpText help)
    {
        var nudge = new Command("nudge", "Move a value a little and follow the change to the result");
        var formula = new FormulaSettings();
        var move = new Setting<NudgeRequest?>(
            "--move", "name[=h]", "What to move, an input or a value on the way, and by how much, otherwise 0.01",
            NudgeRequest.Allowed, NudgeRequest.TryRead, null);
        var language = new LanguageSetting();
        formula.AddTo(nudge);
        nudge.Add(move);
        nudge.Add(language.Option);
        nudge.SetAction(parsed =>
        {
            Tensor result = formula.Read(parsed).Result;
            NudgeRequest request = parsed.GetValue(move)
                ?? throw new WrongInputException($"nudge needs --move with {NudgeRequest.Choice(result)}");
            new NudgeView(terminal, request.Of(result), language.Of(parsed)).Print();
            return ExitCode.Success;
        });
        help.Add(
            nudge,
            ("chainrule nudge \"t = x + y; z = t²\" --at x=3,y=4 --move x=0.01", "an input"),
            ("chainrule nudge \"t = x + y; z = t²\" --at x=3,y=4 --move t", "a value on the way"),
            ("chainrule nudge \"sum(relu(w))\" --at w=[1,-1e-6,2] --move w[1]=0.001", "an element, near a kink"));
        return nudge;
    }
}
