// One class a question: dotnet run -c Release --project bench/ChainRule.Benchmarks -- --filter '*ElementwiseChain*'
using BenchmarkDotNet.Running;
using ChainRule.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(ElementwiseChain).Assembly).Run(args);
