using System.Globalization;
using ChainRule.Workloads;
using ChainRule.Workloads.Generating;
using ChainRule.Workloads.Reporting;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["report", string results]:
        Console.Write(Report.Of(Results.Read(results)));
        return 0;
    case ["train", string steps]:
        Console.WriteLine(TextbookTraining.Run(int.Parse(steps, CultureInfo.InvariantCulture)));
        return 0;
    case ["generate", string path]:
        File.WriteAllText(path, ScalarGraphSource.Text(ScalarGraph.Thousand));
        return 0;
    case ["list"]:
        foreach (Workload workload in Catalogue.All(1)) Console.WriteLine(workload.Name);
        return 0;
}

if (!Arguments.TryParse(args, out Arguments? arguments))
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

ChainRule.ExecutionSettings.Threads = arguments.Threads;
foreach (Workload workload in Catalogue.All(arguments.Threads))
{
    if (workload.Name.Contains(arguments.Filter, StringComparison.Ordinal))
        Console.WriteLine(Stopclock.Time(workload, arguments.Threads, arguments.Seconds));
}

return 0;
