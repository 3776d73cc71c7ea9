namespace ChainRule.Planning;

/// <summary>Whose memory a <see cref="Place"/> is.</summary>
internal enum PlaceKind
{
    /// <summary>It comes from outside and is only read.</summary>
    Input,

    /// <summary>It is made for the plan's user at every run.</summary>
    Output,

    /// <summary>It was computed when the plan was made.</summary>
    Constant,

    /// <summary>It is a part of the plan's arena, shared with others at other times.</summary>
    Temporary,
}
