using System.Globalization;

namespace ChainRule.Web.Workbench;

/// <summary>A style sheet that shows a picture with marked steps as it is after one of them.</summary>
internal static class StepStyle
{
    /// <summary>The style sheet.</summary>
    /// <param name="id">The id of the element with the picture.</param>
    /// <param name="done">How many steps are done.</param>
    /// <param name="all">How many there are.</param>
    /// <param name="isBackward">Whether the last one done was backwards.</param>
    public static string Of(string id, int done, int all, bool isBackward)
    {
        if (all == 0) return "";
        string style = "";
        if (done < all)
        {
            IEnumerable<string> steps =
                Enumerable.Range(done + 1, all - done).Select(static step => $"[data-step='{Number(step)}']");
            string later = $"#{id} :is({string.Join(',', steps)})";
            style = $"{later}:is(.label,.derivative){{visibility:hidden}}{later}:is(.arrow,.node){{opacity:.32}}";
        }

        if (done == 0) return style;
        string colour = isBackward ? "--backward" : "--forward", now = $"#{id} [data-active~='{Number(done)}']";
        return $"{style}{now}.arrow polyline,{now}.value polygon,{now}.label line{{stroke:var({colour})}}"
            + $"{now}.derivative polygon,{now}.label text,{now}.node circle{{fill:var({colour})}}"
            + $"{now}.node rect{{stroke:var({colour});stroke-width:2.5px;fill:var({colour}-soft)}}";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
