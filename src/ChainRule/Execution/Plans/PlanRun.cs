using System.Diagnostics;
using System.Runtime.InteropServices;
using ChainRule.Graphs;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// A plan with memory for its temporaries. One thread at a time may use it; nothing is allocated when it runs again.
/// </summary>
internal sealed class PlanRun
{
    private readonly StepRun[] _steps;
    private readonly MovingPlace[] _inputs, _outputs;
    private readonly Storage?[] _boundInputs, _boundOutputs;
    private readonly byte[] _arena;

    public PlanRun(Plan plan)
    {
        Plan = plan;
        _steps = [.. plan.Steps.Select(StepRun.Of)];
        List<StepRun>[] users = UsersOfPlaces();
        _arena = Arena(plan.Memory.Size, out nint start);
        foreach (Place place in plan.Places)
        {
            if (place.Kind == PlaceKind.Constant) Bind(users, place, plan.Constants[place.Number]);
            else if (place.Kind == PlaceKind.Temporary && plan.Memory.OffsetOf(place) >= 0)
            {
                nint offset = start + (nint)plan.Memory.OffsetOf(place);
                Bind(users, place, Storage.In(_arena, offset, place.DType, place.Length));
            }
        }

        _inputs = Moving(users, plan.Program.Inputs.Count, PlaceKind.Input);
        _outputs = Moving(users, plan.Outputs.Count, PlaceKind.Output);
        (_boundInputs, _boundOutputs) = (new Storage?[_inputs.Length], new Storage?[_outputs.Length]);
    }

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>Gives an input of the plan its value.</summary>
    public void BindInput(int number, Storage storage) => Bind(_inputs, _boundInputs, number, storage);

    /// <summary>Gives an output of the plan its place.</summary>
    public void BindOutput(int number, Storage storage) => Bind(_outputs, _boundOutputs, number, storage);

    /// <summary>Computes the outputs from the inputs.</summary>
    public void Run()
    {
        int threads = ExecutionSettings.Threads;
        if (ExecutionProfile.Current is { } profile)
        {
            RunProfiled(threads, profile);
            return;
        }

        foreach (StepRun step in _steps) step.Run(threads);
    }

    private void RunProfiled(int threads, ExecutionProfile profile)
    {
        foreach (StepRun step in _steps)
        {
            long start = Stopwatch.GetTimestamp();
            step.Run(threads);
            profile.Add(step.Step, Stopwatch.GetTimestamp() - start);
        }
    }

    /// <summary>The value of a root of the plan's program, once the plan has run.</summary>
    public Storage Root(int root)
    {
        Place place = Plan.Roots[root];
        return place.Kind switch
        {
            PlaceKind.Input => _boundInputs[place.Number]!,
            PlaceKind.Output => _boundOutputs[place.Number]!,
            _ => Plan.Constants[place.Number],
        };
    }

    /// <summary>
    /// Writes a byte all over the temporaries, so that a test sees what is read before it is written.
    /// </summary>
    internal void FillArena(byte value) => Array.Fill(_arena, value);

    /// <summary>Forgets what it was given, so that nothing is kept alive.</summary>
    public void Release()
    {
        for (int i = 0; i < _inputs.Length; i++) BindInput(i, Storage.Empty);
        for (int i = 0; i < _outputs.Length; i++) BindOutput(i, Storage.Empty);
    }

    private static byte[] Arena(long size, out nint start)
    {
        if (size > Array.MaxLength - MemoryPlan.Alignment)
            throw new InsufficientMemoryException(
                $"The intermediate values would need {size} bytes at the same time, more than one array holds. "
                + "Compute in smaller batches.");
        // Pinned, so that addresses stay aligned.
        byte[] arena = GC.AllocateUninitializedArray<byte>((int)size + MemoryPlan.Alignment, pinned: true);
        nint address = AddressOf(arena);
        start = ((address + MemoryPlan.Alignment - 1) & -MemoryPlan.Alignment) - address;
        return arena;
    }

    private static nint AddressOf(byte[] pinned) => Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);

    // For each place by number the steps that read or write it.
    private List<StepRun>[] UsersOfPlaces()
    {
        var users = new List<StepRun>[Plan.Places.Count];
        for (int i = 0; i < users.Length; i++) users[i] = [];
        foreach (StepRun step in _steps)
        {
            foreach (Place place in step.Step.Reads.Union(step.Step.Writes)) users[place.Index].Add(step);
        }

        return users;
    }

    private MovingPlace[] Moving(List<StepRun>[] users, int count, PlaceKind kind)
    {
        var moving = new MovingPlace[count];
        foreach (Place place in Plan.Places)
        {
            if (place.Kind == kind) moving[place.Number] = new(place, users[place.Index]);
        }

        // An input that nothing reads has no place.
        for (int i = 0; i < count; i++) moving[i] ??= MovingPlace.Nowhere;
        return moving;
    }

    private static void Bind(List<StepRun>[] users, Place place, Storage storage)
    {
        foreach (StepRun step in users[place.Index]) step.Bind(place, storage);
    }

    private static void Bind(MovingPlace[] users, Storage?[] bound, int number, Storage storage)
    {
        if (ReferenceEquals(bound[number], storage)) return;
        bound[number] = storage;
        users[number].Bind(storage);
    }
}
