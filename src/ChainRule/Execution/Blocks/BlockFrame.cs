using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>
/// What a running <see cref="BlockProgram"/> works with: its memory, where values lie, and at which block it is. There
/// is one a thread, lent to one run at a time; a run inside a run gets another one.
/// </summary>
internal sealed class BlockFrame
{
    /// <summary>The bytes of a cell: the widest register. It holds a value that is the same for all elements.</summary>
    public const int CellSize = 64;

    // For the arguments and the result of a register that is not full.
    private const int Parts = 4;

    [ThreadStatic]
    private static BlockFrame? _spare;

    // It never moves.
    private byte[] _memory = [];
    private nint _start;

    /// <summary>For each value where it lies.</summary>
    public Slot[] Slots { get; private set; } = [];

    /// <summary>The slots that move from block to block.</summary>
    public MovingSlot[] Moving { get; private set; } = [];

    /// <summary>The number of <see cref="Moving"/> slots.</summary>
    public int MovingCount { get; private set; }

    /// <inheritdoc cref="LoopFunction"/>
    public Array[] Arrays { get; private set; } = [];

    /// <summary>The offsets of the operands.</summary>
    public nint[] Offsets { get; private set; } = [];

    /// <summary>Their distances between rows.</summary>
    public nint[] RowStrides { get; private set; } = [];

    /// <summary>Their distances between columns, where these are strided.</summary>
    public nint[] ColumnStrides { get; private set; } = [];

    /// <summary>The columns of a row.</summary>
    public nint Columns { get; private set; }

    /// <summary>Whether several whole rows are worked on at once. Then there is one block, of all of them.</summary>
    public bool IsGrouped { get; set; }

    /// <summary>The first row that is worked on.</summary>
    public nint Row { get; set; }

    /// <summary>The number of rows that are worked on.</summary>
    public nint Rows { get; set; }

    /// <summary>The column that the block starts at.</summary>
    public nint Column { get; set; }

    /// <summary>The bytes of a cell that are filled: the longest register that is loaded from it.</summary>
    public int FilledSize { get; set; }

    /// <summary>The number of elements to work on.</summary>
    public nint Count { get; set; }

    /// <summary>The elements of each row that are in the block.</summary>
    public nint CountOfRow => IsGrouped ? Columns : Count;

    /// <summary>Borrows the thread's frame.</summary>
    public static BlockFrame Rent(
        Array[] arrays, nint[] offsets, nint[] rowStrides, nint[] columnStrides, nint columns)
    {
        BlockFrame frame = _spare ?? new BlockFrame();
        _spare = null;
        frame.Arrays = arrays;
        frame.Offsets = offsets;
        frame.RowStrides = rowStrides;
        frame.ColumnStrides = columnStrides;
        frame.Columns = columns;
        return frame;
    }

    /// <summary>Gives the frame back; it keeps no operand alive.</summary>
    public void Return()
    {
        for (int i = 0; i < MovingCount; i++) Slots[Moving[i].Slot].Array = _memory;
        Arrays = [];
        _spare = this;
    }

    /// <summary>Makes room for the slots and bytes of a program.</summary>
    public void Reserve(int slots, int moving, nint bytes)
    {
        if (Slots.Length < slots) Slots = new Slot[Math.Max(slots, 2 * Slots.Length)];
        if (Moving.Length < moving) Moving = new MovingSlot[Math.Max(moving, 2 * Moving.Length)];
        MovingCount = 0;
        bytes += (Parts + 1) * CellSize;
        if (_memory.Length >= bytes) return;
        _memory = GC.AllocateArray<byte>(checked((int)Math.Max(bytes, 2 * _memory.Length)), pinned: true);
        // Registers that lie across two lines of the cache are slow to load.
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0);
        _start = Parts * CellSize + (-address & (CellSize - 1));
    }

    /// <summary>Lets a slot lie in the frame's memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Place(int slot, nint position, nint mask)
    {
        ref Slot target = ref Slots[slot];
        if (target.Array != _memory) target.Array = _memory;
        target.Offset = _start + position;
        target.Mask = mask;
        target.IsReadable = true;
        target.IsInPlace = false;
    }

    /// <summary>Lets a slot follow the blocks of a scratch row.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="position">Where the row begins in the frame's memory.</param>
    public void Follow(int slot, nint position)
    {
        Place(slot, position, -1);
        Moving[MovingCount++] = new MovingSlot(slot, _start + position, 0, nint.MaxValue);
    }

    /// <summary>Lets a slot follow the blocks of an operand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FollowOperand(int slot, int operand)
    {
        ref Slot target = ref Slots[slot];
        Array array = Arrays[operand];
        target.Array = array;
        target.Mask = -1;
        target.IsInPlace = true;
        int size = array switch { float[] or int[] => sizeof(float), double[] or long[] => sizeof(double), _ => 1 };
        nint end = (nint)array.LongLength * size;
        Moving[MovingCount++] = new MovingSlot(slot, Offsets[operand], RowStrides[operand], end);
    }

    /// <summary>Moves slots to the present row and column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Move(int elementSize)
    {
        for (int i = 0; i < MovingCount; i++)
        {
            ref MovingSlot moving = ref Moving[i];
            ref Slot slot = ref Slots[moving.Slot];
            slot.Offset = moving.Origin + Row * moving.RowStride + Column * elementSize;
            slot.IsReadable = slot.Offset + Count * elementSize <= moving.End - CellSize;
        }
    }

    /// <summary>The first element of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T At<T>(ref Slot slot) =>
        ref Unsafe.As<byte, T>(
            ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(slot.Array), slot.Offset));

    /// <summary>An element of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T At<T>(ref Slot slot, nint index) => ref Unsafe.Add(ref At<T>(ref slot), index & slot.Mask);

    /// <summary>The first element of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T At<T>(int slot) => ref At<T>(ref Slots[slot]);

    /// <summary>The first element of the memory that programs use.</summary>
    public ref T First<T>() =>
        ref Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(_memory), _start));

    /// <summary>An operand's element in a row of those worked on, at the column that the block starts at.</summary>
    /// <param name="operand">The operand.</param>
    /// <param name="row">The row, from the first one that is worked on.</param>
    /// <param name="columnStride">The distance in bytes between columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Operand<T>(int operand, nint row, nint columnStride) => ref Unsafe.As<byte, T>(
        ref Unsafe.AddByteOffset(
            ref MemoryMarshal.GetArrayDataReference(Arrays[operand]),
            Offsets[operand] + (Row + row) * RowStrides[operand] + Column * columnStride));

    /// <summary>A value of less elements than a register has, in memory from which a register may be loaded.</summary>
    /// <param name="slot">The value.</param>
    /// <param name="count">Their number.</param>
    /// <param name="part">The argument that it is, from 0.</param>
    public ref T Part<T>(ref Slot slot, nint count, int part) where T : unmanaged
    {
        ref T start = ref At<T>(ref slot);
        if (slot.IsReadable) return ref start;
        ref T copy = ref Part<T>(part);
        Pad(ref copy);
        Copy(ref start, ref copy, count);
        return ref copy;
    }

    /// <summary>A register's memory, for a result of which only a part is meant.</summary>
    public ref T Result<T>() where T : unmanaged => ref Part<T>(Parts - 1);

    /// <summary>Fills the cell of a value that is the same for all elements.</summary>
    public void Fill<T>(ref T cell, T value) where T : unmanaged =>
        MemoryMarshal.CreateSpan(ref cell, FilledSize / Unsafe.SizeOf<T>()).Fill(value);

    /// <summary>Puts zeros behind elements: whatever lies there could be slow to compute with.</summary>
    public static void Pad<T>(ref T end) where T : unmanaged =>
        Unsafe.As<T, Vector512<byte>>(ref end) = default;

    /// <summary>Copies elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy<T>(ref T source, ref T target, nint count) => Unsafe.CopyBlockUnaligned(
        ref Unsafe.As<T, byte>(ref target), ref Unsafe.As<T, byte>(ref source), (uint)(count * Unsafe.SizeOf<T>()));

    private ref T Part<T>(int part) => ref Unsafe.As<byte, T>(
        ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(_memory), _start + (part - Parts) * CellSize));
}
