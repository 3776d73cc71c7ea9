using ChainRule.Graphs;

namespace ChainRule.Execution;

/// <summary>Storages between two uses: a training loop asks for the same sizes again and again.</summary>
internal sealed class StoragePool
{
    // Enough for the intermediates of most steps; what exceeds it is left to the garbage collector.
    private const long Capacity = 64 << 20;

    [ThreadStatic]
    private static StoragePool? _current;

    private readonly Dictionary<(DType, int), Stack<Storage>> _free = [];
    private long _bytes;

    /// <summary>The pool of this thread.</summary>
    public static StoragePool Current => _current ??= new StoragePool();

    public Storage Rent(DType dtype, int length)
    {
        if (!_free.TryGetValue((dtype, length), out Stack<Storage>? stack) || !stack.TryPop(out Storage? storage))
            return Storage.Allocate(dtype, length);
        _bytes -= Bytes(storage);
        return storage;
    }

    public void Return(Storage storage)
    {
        if (_bytes + Bytes(storage) > Capacity)
        {
            // Sizes that are not asked for any more would fill the pool for ever.
            _free.Clear();
            _bytes = 0;
            return;
        }

        if (!_free.TryGetValue((storage.DType, storage.Length), out Stack<Storage>? stack))
            _free.Add((storage.DType, storage.Length), stack = new());
        stack.Push(storage);
        _bytes += Bytes(storage);
    }

    private static long Bytes(Storage storage) => (long)storage.DType.Size * storage.Length;
}
