using static ChainRule.Reading.CourseChapter;

namespace ChainRule.Reading;

/// <summary>What a computational graph is.</summary>
internal static class Graphs
{
    public static CourseChapter Chapter { get; } = new(
        "graphs",
        new("Computational graphs", "计算图", "計算グラフ"),
        [
            Text(
                "A computational graph draws a computation: a circle is an operation, an arrow carries a value to "
                + "where it is used. Two apples at 100 each cost 200, and with 10% tax 220. Computing from left to "
                + "right is forward propagation. Step through it.",
                "计算图把计算过程画出来：圆圈是一种运算，箭头把值送到使用它的地方。两个单价 100 的苹果是 200，加上 10% 的消费税是 220。"
                + "从左向右进行计算叫作正向传播。请一步一步走一遍。",
                "計算グラフは計算の過程を図にしたものです。円は演算、矢印は値が使われる場所への流れを表します。1 個 100 のリンゴを 2 個買うと 200、"
                + "10% の消費税を加えて 220 です。左から右へ計算を進めることを順伝播といいます。一歩ずつ進めてみましょう。"),
            new Block.Live("total = apple * apples * tax", "apple=100,apples=2,tax=1.1"),
            Text(
                "With three oranges at 150 there are two products to be added: 200 + 450 = 650, and 715 with tax. The "
                + "graph shows at a glance which values wait for which others.",
                "再买三个单价 150 的橘子，就有两个乘积要相加：200 + 450 = 650，含税 715。哪个值要等哪个值，看图一目了然。",
                "1 個 150 のみかんを 3 個加えると、足し合わせる積が二つになります。200 + 450 = 650、税込みで 715 です。"
                + "どの値がどの値を待つのかが、図を見ればすぐに分かります。"),
            new Block.Picture("5.1.1-apples-and-oranges"),
        ]);
}
