using ChainRule.Graphs;

namespace ChainRule.Execution;

/// <summary>Storages between two uses: a training loop asks for the same sizes again and again.</summary>
internal sealed class StoragePool
{
    // Enough for the intermediates of a large step; what exceeds it is left to the garbage collector.
    private const long CapacityInElements = 1 << 26;

    [ThreadStatic]
    private static StoragePool? _current;

    private readonly Dictionary<(DType, int), Stack<Storage>> _free = [];
    private long _held;

    /// <summary>The pool of this thread.</summary>
    public static StoragePool Current => _current ??= new StoragePool();

    public Storage Rent(DType dtype, int length)
    {
        if (!_free.TryGetValue((dtype, length), out Stack<Storage>? stack) || !stack.TryPop(out Storage? storage))
            return Storage.Allocate(dtype, length);
        _held -= length;
        return storage;
    }

    public void Return(Storage storage)
    {
        if (_held + storage.Length > CapacityInElements)
        {
            // Sizes that are not asked for any more would fill the pool for ever.
            _free.Clear();
            _held = 0;
            return;
        }

        if (!_free.TryGetValue((storage.DType, storage.Length), out Stack<Storage>? stack))
            _free.Add((storage.DType, storage.Length), stack = new());
        stack.Push(storage);
        _held += storage.Length;
    }
}
