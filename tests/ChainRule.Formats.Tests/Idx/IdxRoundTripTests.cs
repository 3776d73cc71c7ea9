using System.Numerics;
using CsCheck;

namespace ChainRule.Formats.Tests;

public sealed class IdxRoundTripTests
{
    [Fact]
    public void Unsigned_bytes_return() => Return(Gen.Byte);

    [Fact]
    public void Signed_bytes_return() => Return(Gen.SByte);

    [Fact]
    public void Shorts_return() => Return(Gen.Short);

    [Fact]
    public void Ints_return() => Return(Gen.Int);

    [Fact]
    public void Floats_return() => Return(Gen.Float);

    [Fact]
    public void Doubles_return() => Return(Gen.Double);

    private static void Return<T>(Gen<T> element)
        where T : unmanaged, INumber<T> =>
        Gen.Int[0, 4].Array[1, 8]
            .SelectMany(dimensions => Gen.Select(
                Gen.Const(dimensions), element.Array[dimensions.Aggregate(1, (x, y) => x * y)], Gen.Bool))
            .Sample((dimensions, values, compress) =>
            {
                using var file = new MemoryStream();
                IdxFile.Write(file, IdxArray.Of<T>(values, dimensions));
                byte[] bytes = compress ? Gzip.Compress(file.ToArray()) : file.ToArray();
                IdxArray array = IdxFile.Read(new MemoryStream(bytes), "returned");

                // NaN equals NaN here.
                Assert.Equal(dimensions, array.Dimensions.AsSpan());
                Assert.Equal(values, array.AsSpan<T>());
                Assert.Equal(values, array.To<T>());
            });
}
