using static ChainRule.Tests.Drawing.Pictured;

namespace ChainRule.Tests.Drawing;

/// <summary>
/// Pictures as a reader sees them; the numbers of the first ones are those of the textbook's chapter 5.
/// </summary>
public sealed class GraphTextPictureTests
{
    private static readonly GraphTextOptions Ascii = new() { Ascii = true };

    [Fact]
    public void Apple() => Approved.Verify(GraphText.Draw(Pictured.Apple()));

    [Fact]
    public void Apple_in_ascii() => Approved.Verify(GraphText.Draw(Pictured.Apple(), options: Ascii));

    [Fact]
    public void Apple_in_Chinese() => Approved.Verify(GraphText.Draw(Pictured.Apple("苹果", "苹果的个数", "消费税", "总价")));

    [Fact]
    public void Apple_with_the_derivative_by_the_apple_only()
    {
        Tensor apple = Number(100, "apple");
        Approved.Verify(GraphText.Draw(apple * Number(2, "apple_count") * Number(1.1, "tax"), [apple]));
    }

    [Fact]
    public void Apple_listed() => Approved.Verify(GraphText.Draw(Pictured.Apple(), options: new() { MaxWidth = 40 }));

    [Fact]
    public void Apple_in_short_arrows() =>
        Approved.Verify(GraphText.Draw(Pictured.Apple(), options: new() { MaxWidth = 50 }));

    [Fact]
    public void Apples_and_oranges() => Approved.Verify(GraphText.Draw(ApplesAndOranges()));

    [Fact]
    public void Apples_and_oranges_in_ascii() => Approved.Verify(GraphText.Draw(ApplesAndOranges(), options: Ascii));

    [Fact]
    public void Square_of_a_sum() => Approved.Verify(GraphText.Draw(Square()));

    [Fact]
    public void Square_of_a_sum_listed() => Approved.Verify(GraphText.Draw(Square(), options: new() { MaxNodes = 1 }));

    [Fact]
    public void Sigmoid_step_by_step() => Approved.Verify(GraphText.Draw(Sigmoid()));

    [Fact]
    public void Sigmoid_step_by_step_in_ascii() => Approved.Verify(GraphText.Draw(Sigmoid(), options: Ascii));

    [Fact]
    public void Fan_out() => Approved.Verify(GraphText.Draw(FanOut()));

    [Fact]
    public void Fan_out_in_ascii() => Approved.Verify(GraphText.Draw(FanOut(), options: Ascii));

    [Fact]
    public void Fan_out_without_derivatives() => Approved.Verify(GraphText.Draw(FanOut(), []));

    [Fact]
    public void Crossing() => Approved.Verify(GraphText.Draw(Quotient()));

    [Fact]
    public void Crossing_in_ascii() => Approved.Verify(GraphText.Draw(Quotient(), options: Ascii));

    [Fact]
    public void Layer()
    {
        (Tensor loss, Tensor[] parameters) = Pictured.Layer();
        Approved.Verify(GraphText.Draw(loss, parameters));
    }

    [Fact]
    public void Network_on_a_wide_screen()
    {
        (Tensor loss, Tensor[] parameters) = Network();
        Approved.Verify(GraphText.Draw(loss, parameters, new() { MaxWidth = 160 }));
    }

    [Fact]
    public void Network_listed()
    {
        (Tensor loss, Tensor[] parameters) = Network();
        Approved.Verify(GraphText.Draw(loss, parameters));
    }

    [Fact]
    public void Network_listed_in_ascii()
    {
        (Tensor loss, Tensor[] parameters) = Network();
        Approved.Verify(GraphText.Draw(loss, parameters, Ascii));
    }
}
