namespace ChainRule.Formats.Tests;

public sealed class IdxArrayTests
{
    [Fact]
    public void Elements_convert_to_every_type_of_number()
    {
        var array = IdxArray.Of<short>([-3, 0, 300], 3);

        Assert.Equal([-3f, 0f, 300f], array.To<float>());
        Assert.Equal([-3.0, 0.0, 300.0], array.To<double>());
        Assert.Equal([-3L, 0L, 300L], array.To<long>());
        Assert.Equal([(Half)(-3), (Half)0, (Half)300], array.To<Half>());
    }

    [Fact]
    public void Fractions_are_cut_off_in_integers() =>
        Assert.Equal([-1, 0, 1], IdxArray.Of([-1.9, -0.5, 1.9], 3).To<int>());

    [Fact]
    public void The_values_are_copied()
    {
        int[] values = [1, 2];
        var array = IdxArray.Of<int>(values, 2);
        values[0] = 3;
        array.To<int>()[1] = 3;

        Assert.Equal([1, 2], array.AsSpan<int>());
    }

    [Fact]
    public void An_array_tells_its_name_and_its_content()
    {
        Assert.Equal("2 × 3 floats", IdxArray.Of(new float[6], 2, 3).ToString());
        byte[] file = [0, 0, 0x08, 1, 0, 0, 0, 1, 42];
        Assert.Equal("answer.idx: 1 unsigned bytes", IdxFile.Read(new MemoryStream(file), "answer.idx").ToString());
    }

    [Fact]
    public void Errors_say_what_is_wrong_and_what_to_do()
    {
        var doubles = IdxArray.Of([0.5, 1e300, double.NaN], 3);
        var errors = new ErrorList();
        errors.Add("as another type", () => doubles.AsSpan<byte>());
        errors.Add("too large", () => doubles.To<int>());
        errors.Add("not a number", () => IdxArray.Of([float.NaN], 1).To<byte>());
        errors.Add("negative", () => IdxArray.Of<int>([1, -1], 2).To<uint>());
        errors.Add("no such type", () => IdxArray.Of<long>([1], 1));
        errors.Add("no dimensions", () => IdxArray.Of<int>([1]));
        errors.Add("nine dimensions", () => IdxArray.Of<int>([1], 1, 1, 1, 1, 1, 1, 1, 1, 1));
        errors.Add("a negative dimension", () => IdxArray.Of<int>([1], -1, -1));
        errors.Add("another product", () => IdxArray.Of<int>([1, 2, 3], 2, 2));
        errors.Add("a product beyond all arrays", () => IdxArray.Of<int>([1, 2, 3], 65536, 65536));

        Approved.Verify(errors.ToString());
    }
}
