using ChainRule.Graphs;

namespace ChainRule.Tests.Graphs;

public sealed class DTypeTests
{
    [Fact]
    public void Every_dtype_has_its_type_of_elements()
    {
        Assert.Equal(DType.Float32, DTypes.Of<float>());
        Assert.Equal(DType.Float64, DTypes.Of<double>());
        Assert.Equal(DType.Int32, DTypes.Of<int>());
        Assert.Equal(DType.Int64, DTypes.Of<long>());
        Assert.Equal(DType.Bool, DTypes.Of<bool>());
        Assert.Throws<DTypeException>(static () => DTypes.Of<uint>());
        // The runtime takes an int[] for a uint[], and an enum for its number; a storage does not.
        Assert.Throws<DTypeException>(static () => Storage.Own(new DayOfWeek[1]));
        Assert.Throws<DTypeException>(static () => Storage.Own(new int[1]).Span<uint>());
    }

    [Fact]
    public void Dtypes_tell_what_they_are()
    {
        DType[] all = Enum.GetValues<DType>();
        Assert.Equal(["float32", "float64", "int32", "int64", "bool"], all.Select(static dtype => dtype.Name));
        Assert.Equal(["float", "double", "int", "long", "bool"], all.Select(static dtype => dtype.Keyword));
        Assert.Equal([DType.Float32, DType.Float64], all.Where(static dtype => dtype.IsFloat));
        Assert.Equal([DType.Int32, DType.Int64], all.Where(static dtype => dtype.IsInteger));
    }

    [Fact]
    public void A_storage_has_room_for_its_elements_and_gives_them_as_numbers()
    {
        foreach (DType dtype in Enum.GetValues<DType>())
        {
            Assert.Equal(
                (dtype, 3), (Storage.Allocate(dtype, 3).DType, Storage.Allocate(dtype, 3).Length));
        }
        Assert.Equal(1, Storage.Own<bool>([true])[0]);
        Assert.Equal(0.5, Storage.Own<float>([0.5f])[0]);
        Assert.Equal(-7, Storage.Own<long>([-7])[0]);
    }
}
