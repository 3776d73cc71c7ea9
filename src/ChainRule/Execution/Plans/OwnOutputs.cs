using ChainRule.Graphs;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// The outputs of a plan that the caller keeps, so that every run needs new memory for them. Single numbers stay in one
/// place instead, and the caller copies them: that takes less time than to make an array for each.
/// </summary>
internal sealed class OwnOutputs
{
    private readonly PlanRun _run;
    private readonly Place[] _arrays;
    private readonly byte[]?[] _numbers;

    /// <summary>Finds the outputs that are the values of a plan's first roots.</summary>
    public OwnOutputs(PlanRun run, int roots)
    {
        (_run, _numbers) = (run, new byte[]?[roots]);
        var arrays = new List<Place>();
        for (int i = 0; i < roots; i++)
        {
            Place root = run.Plan.Roots[i];
            int first = run.Plan.Roots.Take(i).ToList().IndexOf(root);
            if (first >= 0)
            {
                _numbers[i] = _numbers[first];
                continue;
            }

            if (root.Kind != PlaceKind.Output) continue;
            // A variable that gets the same value keeps it where it is.
            if (root.Length != 1 || run.Plan.Roots.Skip(roots).Contains(root))
            {
                arrays.Add(root);
                continue;
            }

            byte[] number = _numbers[i] = new byte[sizeof(long)];
            run.BindOutput(root.Number, Storage.In(number, 0, root.DType, 1));
        }

        _arrays = [.. arrays];
    }

    /// <summary>Makes memory for the next run.</summary>
    public void Renew()
    {
        foreach (Place place in _arrays) _run.BindOutput(place.Number, StoragePool.Allocate(place.DType, place.Length));
    }

    /// <summary>Where each run leaves the value of a root that is a single number; null for others.</summary>
    public byte[]? NumberOf(int root) => _numbers[root];
}
