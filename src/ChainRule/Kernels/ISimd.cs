namespace ChainRule.Kernels;

/// <summary>
/// The few operations a matrix kernel needs of a SIMD register. Kernels are written once over this interface;
/// the type argument decides the width, and the JIT turns every member into one instruction.
/// </summary>
/// <typeparam name="TVector">The register: <c>Vector512&lt;T&gt;</c>, <c>Vector256&lt;T&gt;</c> and so on.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal unsafe interface ISimd<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>The most rows of a tile whose sums fit the registers: 14 of 32 registers, 6 of 16.</summary>
    static abstract int TileRows { get; }

    /// <summary>Reads <see cref="Count"/> elements; no alignment is asked for.</summary>
    static abstract TVector Load(T* source);

    /// <summary>Writes <see cref="Count"/> elements; no alignment is asked for.</summary>
    static abstract void Store(TVector vector, T* target);

    /// <summary>The same number in every lane.</summary>
    static abstract TVector Broadcast(T value);

    /// <summary>x·y in every lane.</summary>
    static abstract TVector Multiply(TVector x, TVector y);

    /// <summary>x·y + z in every lane, rounded once where the processor can, otherwise twice.</summary>
    static abstract TVector MultiplyAdd(TVector x, TVector y, TVector z);

    /// <summary>The sum of all lanes, always in the same order.</summary>
    static abstract T Sum(TVector vector);
}
