using ChainRule.Lessons;

namespace ChainRule.Web.Network.Races;

/// <summary>The words of the race.</summary>
internal static class RaceTexts
{
    public static Localised Title { get; } = new("Race the optimisers", "优化方法赛跑", "最適化手法の競走");

    public static Localised Intro { get; } = new(
        "All begin at one place of one surface and get the same derivatives, which the engine finds from the formula. "
        + "What differs is the rule that makes a step of them. Press the picture to begin elsewhere, change a learning "
        + "rate, and see who gets down first, who overshoots and who falls asleep.",
        "大家从同一个曲面的同一点出发，得到同样的导数，它们由引擎从公式求出。不同的只是把导数变成一步的规则。"
        + "点一下图，换个起点；改一改学习率，看看谁先到谷底，谁冲过了头，谁越走越慢。",
        "全員が同じ曲面の同じ点から出発し、同じ微分を受け取ります。微分はエンジンが数式から求めます。違うのは、それを 1 歩に"
        + "変える規則だけです。図を押せば出発点が変わります。学習率も変えて、誰が先に底に着き、誰が行き過ぎ、誰が遅くなるかを見てください。");

    public static Localised Surface { get; } = new("Surface", "曲面", "曲面");
    public static Localised Begin { get; } = new("Start", "起点", "出発点");
    public static Localised Racers { get; } = new("Optimisers and their learning rates", "优化方法与学习率", "最適化手法と学習率");
    public static Localised Usual { get; } = new("Usual start and rates", "恢复默认值", "元の値に戻す");
    public static Localised Open { get; } = new("Its graph and derivatives", "它的计算图与导数", "計算グラフと微分を見る");
    public static Localised Play { get; } = new("Race", "开跑", "スタート");
    public static Localised Back { get; } = new("Step back", "退一步", "1 ステップ戻る");
    public static Localised Again { get; } = new("To the start", "回到起点", "最初へ");
    public static Localised Steps { get; } = new("Steps", "步数", "ステップ");
    public static Localised StepOf { get; } = new("step {0} of {1}", "第 {0} 步，共 {1} 步", "ステップ {0} / {1}");
    public static Localised Loss { get; } = new("Loss after each step", "每一步之后的损失", "各ステップ後の損失");
    public static Localised Standing { get; } = new("Where they are", "当前位置", "いまの位置");
    public static Localised Optimizer { get; } = new("optimiser", "优化方法", "手法");
    public static Localised Place { get; } = new("place", "名次", "順位");
    public static Localised Gone { get; } = new("diverged", "发散", "発散");

    public static Localised Leads { get; } = new(
        "After step {0}, {1} is lowest: loss {2}.",
        "第 {0} 步之后，{1} 最低：损失 {2}。",
        "ステップ {0} の後、最も低いのは {1}：損失 {2}。");

    public static Localised Picture { get; } = new(
        "The surface from above, with lines of equal height, and the ways of the optimisers; "
        + "the table tells where they are",
        "从上方看到的曲面、等高线和各优化方法的路线；位置见表格",
        "上から見た曲面と等高線、各手法の道のり。位置は表にあります");

    public static Localised Handle { get; } = new(
        "Starting point, x {0}, y {1}; the arrow keys move it",
        "起点，x {0}，y {1}；用方向键移动",
        "出発点 x {0}、y {1}。矢印キーで動かせます");

    public static Localised Waiting { get; } = new("The race is being run …", "正在计算……", "計算しています……");

    /// <summary>The surfaces by their names in the settings.</summary>
    public static IReadOnlyDictionary<string, Localised> Surfaces { get; } = new Dictionary<string, Localised>
    {
        ["valley"] = new("Long bowl", "狭长的碗", "細長い器"),
        ["rosenbrock"] = new("Rosenbrock’s bent valley", "罗森布罗克弯谷", "ローゼンブロックの曲がった谷"),
        ["beale"] = new("Beale’s plain with cliffs", "比尔的平原与峭壁", "ビールの平原と崖"),
        ["saddle"] = new("Saddle between two valleys", "两谷之间的鞍点", "二つの谷の間の鞍点"),
        ["himmelblau"] = new("Himmelblau’s four minima", "希梅尔布劳的四个极小值", "ヒンメルブラウの四つの極小"),
    };

    /// <summary>The optimisers by their names in the settings, as they are called in all languages.</summary>
    public static IReadOnlyDictionary<string, string> Optimizers { get; } = new Dictionary<string, string>
    {
        ["sgd"] = "SGD",
        ["momentum"] = "Momentum",
        ["adagrad"] = "AdaGrad",
        ["adam"] = "Adam",
    };
}
