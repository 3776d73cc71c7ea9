using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace ChainRule.Learning;

/// <summary>Rows of bytes, a quarter of the memory of floats, that are read as numbers from 0 to 1.</summary>
internal sealed class ByteRows(ReadOnlyMemory<byte> elements, int width) : IRows
{
    // 1/255 in two parts: b·high + b·low, rounded once, is b/255 rounded once for every byte b, and needs no division.
    private const float High = 1f / 255, Low = (float)((1.0 / 255) - High);

    // Where the machine does not round once itself, that takes longer than a division.
    private static bool IsFused => Fma.IsSupported || AdvSimd.IsSupported;

    public int Width => width;

    public void CopyRow(int row, Span<float> destination)
    {
        ReadOnlySpan<byte> source = elements.Span.Slice(row * width, width);
        destination = destination[..width];
        int i = Avx512F.IsSupported ? WriteWide(source, destination) : Write(source, destination);
        for (; i < width; i++) destination[i] = source[i] / 255f;
    }

    private static int WriteWide(ReadOnlySpan<byte> source, Span<float> destination)
    {
        ref byte from = ref MemoryMarshal.GetReference(source);
        ref float to = ref MemoryMarshal.GetReference(destination);
        int i = 0;
        for (; i <= source.Length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            Vector512<int> bytes = Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref from, (nuint)i));
            Vector512<float> numbers = Vector512.ConvertToSingle(bytes);
            Vector512.FusedMultiplyAdd(numbers, Vector512.Create(High), numbers * Vector512.Create(Low))
                .StoreUnsafe(ref to, (nuint)i);
        }

        return i;
    }

    private static int Write(ReadOnlySpan<byte> source, Span<float> destination)
    {
        ref byte from = ref MemoryMarshal.GetReference(source);
        ref float to = ref MemoryMarshal.GetReference(destination);
        int i = 0;
        for (; Vector128.IsHardwareAccelerated && i <= source.Length - Vector128<byte>.Count;
            i += Vector128<byte>.Count)
        {
            (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(Vector128.LoadUnsafe(ref from, (nuint)i));
            Write(low, ref to, i);
            Write(high, ref to, i + Vector128<ushort>.Count);
        }

        return i;
    }

    private static void Write(Vector128<ushort> bytes, ref float destination, int start)
    {
        (Vector128<uint> low, Vector128<uint> high) = Vector128.Widen(bytes);
        // Signed, because only for those there is an instruction everywhere.
        Vector256<float> numbers = Vector256.ConvertToSingle(Vector256.Create(low, high).AsInt32());
        Vector256<float> fractions = IsFused
            ? Vector256.FusedMultiplyAdd(numbers, Vector256.Create(High), numbers * Vector256.Create(Low))
            : numbers / Vector256.Create(255f);
        fractions.StoreUnsafe(ref destination, (nuint)start);
    }
}
