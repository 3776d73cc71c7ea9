namespace ChainRule.Tests.Execution;

/// <summary>Tests that change the settings of the process: nothing else runs meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessSettings
{
    public const string Name = "Execution settings";
}
