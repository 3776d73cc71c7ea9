using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// Emits the reductions of one pass over a row with variables as accumulators, in blocks as
/// <see cref="LoopKernel.BlockLength"/> says.
/// </summary>
[RequiresDynamicCode("Emits code while it runs.")]
internal sealed class ReductionWriter
{
    private readonly ILGenerator _il;
    private readonly LoopKernel _kernel;
    private readonly ValueWriter _values;
    private readonly CellWriter _cells;
    private readonly ReductionSteps _steps;
    private readonly LocalPool _pool;
    private readonly VectorShape _wide, _narrow;

    // A register for the block and, for the blocks before, a double or the first lane of a register.
    private readonly SortedDictionary<int, (LocalBuilder Block, LocalBuilder Total)> _accumulators = [];

    public ReductionWriter(
        ILGenerator il, LoopKernel kernel, ValueWriter values, CellWriter cells, ElementWriter elements, LocalPool pool,
        VectorShape wide)
    {
        (_il, _kernel, _values, _cells, _pool, _wide) = (il, kernel, values, cells, pool, wide);
        _steps = new(il, kernel, values, elements, wide);
        _narrow = VectorShape.Of(128, kernel.ElementSize);
    }

    /// <summary>Whether the pass has any.</summary>
    public bool Any => _accumulators.Count > 0;

    /// <summary>Emits what stands before the blocks.</summary>
    public void BeginRow(LoopRange range)
    {
        for (int i = range.Start; i < range.End; i++)
        {
            Instruction step = _kernel.Instructions[i];
            if (!step.IsReduction) continue;
            bool isSum = IsRealSum(step);
            LocalBuilder total = _pool.Rent(isSum ? typeof(double) : _narrow.Register(step.Type));
            if (isSum) _il.Emit(OpCodes.Ldc_R8, 0.0);
            else _steps.PushIdentity(step, _narrow);
            _il.Emit(OpCodes.Stloc, total);
            _accumulators.Add(i, (_pool.Rent(_wide.Register(step.Type)), total));
        }
    }

    /// <summary>Emits what stands before a block.</summary>
    public void BeginBlock()
    {
        foreach ((int i, (LocalBuilder block, _)) in _accumulators)
        {
            _steps.PushIdentity(_kernel.Instructions[i], _wide);
            _il.Emit(OpCodes.Stloc, block);
        }
    }

    /// <summary>Emits a reduction's step for the columns of one register.</summary>
    public void Add(int reduction)
    {
        Instruction step = _kernel.Instructions[reduction];
        LocalBuilder block = _accumulators[reduction].Block;
        _il.Emit(OpCodes.Ldloc, block);
        _steps.PushElements(step);
        _il.Emit(OpCodes.Call, ReductionSteps.Combination(step, _wide));
        _il.Emit(OpCodes.Stloc, block);
    }

    /// <summary>Emits what stands behind a block.</summary>
    public void EndBlock()
    {
        foreach ((int i, (LocalBuilder block, LocalBuilder total)) in _accumulators)
        {
            Instruction step = _kernel.Instructions[i];
            _il.Emit(OpCodes.Ldloc, total);
            _il.Emit(OpCodes.Ldloc, block);
            PushCombinedLanes(step);
            if (IsRealSum(step))
            {
                _il.Emit(OpCodes.Conv_R8);
                _il.Emit(OpCodes.Add);
            }
            else
            {
                _cells.FromNumber(step.Type);
                _il.Emit(OpCodes.Call, ReductionSteps.Combination(step, _narrow));
            }

            _il.Emit(OpCodes.Stloc, total);
        }
    }

    /// <summary>Emits what stands behind the blocks.</summary>
    public void EndRow()
    {
        foreach ((int i, (LocalBuilder block, LocalBuilder total)) in _accumulators)
        {
            Instruction step = _kernel.Instructions[i];
            _pool.Return(block);
            LocalBuilder result = total;
            if (step.Type == LaneType.Real)
            {
                result = _pool.Rent(_narrow.RealElement);
                _il.Emit(OpCodes.Ldloc, total);
                if (!IsRealSum(step)) _cells.ToNumber(LaneType.Real);
                else if (_kernel.ElementSize == 4) _il.Emit(OpCodes.Conv_R4);
                _il.Emit(OpCodes.Stloc, result);
                _pool.Return(total);
            }

            _values.Locals[i] = result;
        }

        _accumulators.Clear();
    }

    private static bool IsRealSum(Instruction step) => step is { Primitive: Primitive.RowSum, Type: LaneType.Real };

    private void PushCombinedLanes(Instruction step)
    {
        string name = step.Primitive.ToString()["Row".Length..];
        if (step.Type == LaneType.Whole)
        {
            Type open = _wide.Whole.GetGenericTypeDefinition();
            MethodInfo combine = typeof(WholeLanes).GetMethods().Single(method => method.Name == name
                && method.GetParameters()[0].ParameterType.GetGenericTypeDefinition() == open);
            _il.Emit(OpCodes.Call, LoopEmitter.Close(combine, _wide.WholeElement));
            return;
        }

        _values.Wrap(_wide.Carrier, _wide.Real);
        _il.Emit(OpCodes.Call, _wide.Carrier.GetMethod(name + "OfLanes")!);
    }
}
