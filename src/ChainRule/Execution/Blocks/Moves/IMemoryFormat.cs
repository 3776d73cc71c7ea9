using System.Numerics;

namespace ChainRule.Execution;

/// <summary>How values lie in the memory of operands.</summary>
/// <typeparam name="TMemory">An element of the operand.</typeparam>
/// <typeparam name="T">The bits of a value: an integer of the kernel's element size.</typeparam>
internal interface IMemoryFormat<TMemory, T> where TMemory : unmanaged where T : unmanaged, IBinaryInteger<T>
{
    /// <summary>The value of an element.</summary>
    static abstract T Read(TMemory element);

    /// <summary>The element that holds a value.</summary>
    static abstract TMemory Write(T value);

    /// <summary>The values of elements that lie one after the other.</summary>
    static abstract void Read(ref TMemory elements, ref T values, nint count);

    /// <summary>Writes values one after the other.</summary>
    static abstract void Write(ref T values, ref TMemory elements, nint count);
}
