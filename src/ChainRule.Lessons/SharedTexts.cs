namespace ChainRule.Lessons;

/// <summary>Words that several parts of the page use.</summary>
public static class SharedTexts
{
    /// <summary>What stops playing.</summary>
    public static Localised Pause { get; } = new("Pause", "暂停", "一時停止");

    /// <summary>The derivative that a node gets from behind.</summary>
    public static Localised Upstream { get; } = new("upstream", "上游导数", "上流の微分");
}
