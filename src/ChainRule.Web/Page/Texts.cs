using ChainRule.Lessons;

namespace ChainRule.Web.Page;

/// <summary>The words of the page.</summary>
internal static class Texts
{
    public static Localised Tagline { get; } = new(
        "See every derivative happen", "看见每一个导数如何产生", "すべての微分が生まれる瞬間を見る");

    /// <summary>The parts of the page, as its navigation shows them.</summary>
    public static IReadOnlyList<(Area Area, Localised Name)> AreaNames { get; } =
    [
        (Area.Workbench, new("Workbench", "工作台", "ワークベンチ")),
        (Area.Lessons, new("Lesson", "课程", "レッスン")),
        (Area.Network, new("Network", "网络", "ネットワーク")),
    ];

    public static Localised Loading { get; } = new("Loading …", "加载中……", "読み込み中……");
    public static Localised Areas { get; } = new("Parts of the page", "页面的各部分", "ページの各部分");
    public static Localised Formula { get; } = new("Formula", "公式", "数式");
    public static Localised Examples { get; } = new("Examples", "例子", "例");
    public static Localised Variables { get; } = new("Variables", "变量", "変数");
    public static Localised Value { get; } = new("value", "的值", "の値");
    public static Localised Slider { get; } = new("slider", "滑块", "スライダー");
    public static Localised Graph { get; } = new("Computational graph", "计算图", "計算グラフ");
    public static Localised Steps { get; } = new("Steps", "步骤", "ステップ");
    public static Localised ThisStep { get; } = new("This step", "这一步", "このステップ");
    public static Localised Forward { get; } = new("Forward", "正向传播", "順伝播");
    public static Localised Backward { get; } = new("Backward", "反向传播", "逆伝播");
    public static Localised Start { get; } = new("Start", "开始", "開始");
    public static Localised First { get; } = new("To the start", "回到开始", "最初へ");
    public static Localised Last { get; } = new("To the end", "跳到最后", "最後へ");
    public static Localised Previous { get; } = new("Step back", "上一步", "一つ戻る");
    public static Localised Next { get; } = new("Step forward", "下一步", "一つ進む");
    public static Localised Play { get; } = new("Play", "播放", "再生");
    public static Localised Local { get; } = new("local", "局部导数", "局所的な微分");
    public static Localised Contribution { get; } = new("contribution", "传给下游", "下流への寄与");
    public static Localised Exactly { get; } = new("exactly", "精确值", "正確には");
    public static Localised By { get; } = new("Derivatives by", "对谁求导", "何で微分するか");
    public static Localised All { get; } = new("all", "全部", "すべて");
    public static Localised Second { get; } = new("second derivative", "二阶导数", "2 階微分");
    public static Localised Language { get; } = new("Language", "语言", "言語");
    public static Localised Theme { get; } = new("Light or dark", "浅色或深色", "明るい表示と暗い表示");
    public static Localised Skip { get; } = new("Skip to the formula", "跳到公式", "数式へ移動");

    public static Localised Begin { get; } = new(
        "Nothing is computed yet. Press → to compute the first value.",
        "还没有计算任何值。按 → 计算第一个值。",
        "まだ何も計算されていません。→ を押すと最初の値が計算されます。");

    public static Localised Formulas { get; } = new("Formulas", "公式推导", "数式");
    public static Localised Paths { get; } = new("Paths", "路径", "経路");
    public static Localised Table { get; } = new("All steps", "全部步骤", "全ステップ");
    public static Localised Direction { get; } = new("Direction", "方向", "向き");
    public static Localised InWords { get; } = new("In words", "用文字说", "言葉で");
    public static Localised CopyTex { get; } = new("Copy as TeX", "复制 TeX", "TeX をコピー");
    public static Localised Unfold { get; } = new("Unfold", "展开", "展開");

    public static Localised Fold { get; } = new("Fold", "折叠", "折りたたむ");
    public static Localised Elements { get; } = new("elements", "逐个元素", "要素ごと");

    public static Localised NoFormulas { get; } = new(
        "There are no formulas for this graph.", "这个图没有公式。", "このグラフには数式がありません。");

    public static Localised NoPaths { get; } = new(
        "Paths need single numbers all the way from a variable to the result.",
        "路径要求从变量到结果的每个值都是单个数。",
        "経路には、変数から結果までのすべての値が一つの数であることが必要です。");

    public static Localised MorePaths { get; } = new("… of {0} paths", "……共 {0} 条路径", "… 全部で {0} 経路");

    public static Localised Zoom { get; } = new("Size of the picture", "图的大小", "図の大きさ");
    public static Localised Smaller { get; } = new("Smaller", "缩小", "縮小");
    public static Localised Larger { get; } = new("Larger", "放大", "拡大");
    public static Localised Fit { get; } = new("Fit to the page", "适合页面", "ページに合わせる");
    public static Localised Share { get; } = new("Share", "分享", "共有");
    public static Localised CopyLink { get; } = new("Copy link", "复制链接", "リンクをコピー");
    public static Localised CopyFrame { get; } = new("Copy as <iframe>", "复制 <iframe>", "<iframe> をコピー");
    public static Localised CopyCode { get; } = new("Copy as C#", "复制 C# 代码", "C# コードをコピー");
    public static Localised Nudge { get; } = new("Nudge", "微扰", "少し動かす");
    public static Localised Step { get; } = new("Move each value by h", "把每个值移动 h", "各値を h だけ動かす");
    public static Localised Moved { get; } = new("value", "值", "値");
    public static Localised Difference { get; } = new("difference", "差", "差");
    public static Localised KinkNear { get; } = new("⚠ kink", "⚠ 折点", "⚠ 折れ点");
    public static Localised Check { get; } = new("Gradient check", "梯度检验", "勾配確認");

    public static Localised NoNudge { get; } = new(
        "There is nothing to move: only a result that is one number, made from variables, can be followed.",
        "没有可以移动的值：结果必须是由变量算出的一个数。",
        "動かせる値がありません。結果は変数から計算された一つの数でなければなりません。");

    public static Localised NoCheck { get; } = new(
        "There is no derivative to check: the result must be one number, made from variables.",
        "没有可以检验的导数：结果必须是由变量算出的一个数。",
        "確認する微分がありません。結果は変数から計算された一つの数でなければなりません。");

    public static Localised Keys { get; } = new(
        "← → one step, space plays, Home and End jump",
        "← → 逐步，空格播放，Home 与 End 跳转",
        "← → で一歩ずつ、スペースで再生、Home と End で両端へ");

    public static Localised Stale { get; } = new(
        "The picture shows the last formula that could be read.",
        "图中显示的是上一个可以读懂的公式。",
        "図は最後に読めた数式のものです。");

    public static Localised Contents { get; } = new("Chapters", "目录", "目次");
    public static Localised Neighbours { get; } = new("Neighbouring chapters", "上一章和下一章", "前後の章");
    public static Localised OpenInWorkbench { get; } = new("Open in the workbench", "在工作台中打开", "ワークベンチで開く");
    public static Localised Measure { get; } = new("Measure it here", "在这里测量", "ここで測る");
    public static Localised Numerical { get; } = new("Numerical differentiation", "数值微分", "数値微分");
    public static Localised Backpropagation { get; } = new("Backpropagation", "反向传播", "逆伝播");

    public static Localised NumericalOf { get; } = new(
        "Numerical differentiation of {0} weights", "对 {0} 个权重做数值微分", "重み {0} 個の数値微分");

    public static Localised TimesFaster { get; } = new(
        "Backpropagation is {0} times as fast here; the numbers differ by {1} at most.",
        "在这里反向传播快 {0} 倍；两者的数值最多相差 {1}。",
        "ここでは逆伝播のほうが {0} 倍速く、値の差は最大でも {1} です。");

    public static Localised Quiz { get; } = new("Exercise", "练习", "練習問題");
    public static Localised CheckAnswers { get; } = new("Check", "检查", "答え合わせ");
    public static Localised Reveal { get; } = new("Show the answers", "显示答案", "答えを見る");
    public static Localised Right { get; } = new("right", "正确", "正解");
    public static Localised Wrong { get; } = new("wrong", "错误", "不正解");
    public static Localised AllRight { get; } = new("All right!", "全部正确！", "全問正解です！");

    public static Localised SomeRight { get; } = new(
        "{0} of {1} are right. Begin at the right: every node multiplies what it gets.",
        "{1} 个中有 {0} 个正确。从右边开始：每个节点都把收到的导数相乘。",
        "{1} 問中 {0} 問正解です。右から始めましょう。各ノードは受け取った微分に掛け算をします。");

    public static Localised FindTheBug { get; } = new("Find the wrong rule", "找出写错的规则", "間違った規則を探す");
    public static Localised Layers { get; } = new("Layers", "各层", "レイヤ一覧");
    public static Localised Layer { get; } = new("layer", "层", "レイヤ");
    public static Localised CheckLayer { get; } = new("check", "检验", "確認");
    public static Localised Suspect { get; } = new("your verdict", "你的结论", "あなたの判定");
    public static Localised ThisOne { get; } = new("this one", "就是它", "これ");
    public static Localised AnotherBug { get; } = new("Another network", "换一个网络", "別のネットワーク");

    public static Localised Found { get; } = new(
        "Found: it is {0}; {1}.", "找到了：是 {0}，{1}。", "見つけました。{0} です。{1}。");

    public static Localised NotThisOne { get; } = new(
        "{0} is right: both ways agree. Look further.",
        "{0} 没有错：两种方法一致。请继续找。",
        "{0} は正しく、二つの方法は一致します。ほかを探しましょう。");
}
