using ChainRule.Graphs;

namespace ChainRule.Tests.Graphs;

public sealed class ScopeTests
{
    [Fact]
    public void Scopes_nest_and_nodes_remember_theirs()
    {
        Tensor x = Tensor.Scalar(1.0), inner, outer;
        using (Scope.Begin("net"))
        {
            using (Scope.Begin("linear1")) inner = x + x;
            outer = x * x;
        }

        Tensor outside = x - x;
        Assert.Equal("net/linear1", inner.Node.Scope!.Path);
        Assert.Equal("net/linear1", $"{inner.Node.Scope}");
        Assert.Equal("linear1", inner.Node.Scope.Name);
        Assert.Same(inner.Node.Scope.Parent, outer.Node.Scope);
        Assert.Equal("net", outer.Node.Scope!.Path);
        Assert.Null(outer.Node.Scope.Parent);
        Assert.Null(outside.Node.Scope);
    }

    [Fact]
    public void A_scope_ends_when_an_exception_leaves_it()
    {
        Assert.Throws<ShapeException>(static () =>
        {
            using (Scope.Begin("layer")) Tensor.Zeros([2]).Reshape(3);
        });
        Assert.Null(Scope.Current);
    }

    [Fact]
    public void Threads_have_scopes_of_their_own()
    {
        using (Scope.Begin("here"))
        {
            Scope? there = Scope.Current;
            var thread = new Thread(() => there = Scope.Current);
            thread.Start();
            thread.Join();
            Assert.Null(there);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_scope_has_a_name(string name) => Assert.Throws<ArgumentException>(() => Scope.Begin(name));
}
