using PublicApiGenerator;

namespace ChainRule.Learning.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_api_is_the_approved_one() => Approved.Verify(typeof(Layer).Assembly.GeneratePublicApi(
        new ApiGeneratorOptions { IncludeAssemblyAttributes = false }));
}
