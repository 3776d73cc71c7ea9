namespace ChainRule.Web.Page;

/// <summary>The parts of the page.</summary>
public enum Area
{
    /// <summary>A formula of the reader's own.</summary>
    Workbench,

    /// <summary>The lesson, chapter by chapter.</summary>
    Lessons,

    /// <summary>A network that is trained while the reader looks into it.</summary>
    Network,
}
