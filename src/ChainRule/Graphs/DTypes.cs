using System.Diagnostics;

namespace ChainRule;

/// <summary>Facts about each <see cref="DType"/>.</summary>
public static class DTypes
{
    extension(DType dtype)
    {
        /// <summary>The name as it is written in messages and in other languages: float32, int64, bool …</summary>
        public string Name => dtype switch
        {
            DType.Float32 => "float32",
            DType.Float64 => "float64",
            DType.Int32 => "int32",
            DType.Int64 => "int64",
            DType.Bool => "bool",
            _ => throw new UnreachableException($"{(int)dtype}"),
        };

        /// <summary>The C# keyword of the elements' type: float, double, int, long or bool.</summary>
        internal string Keyword => dtype switch
        {
            DType.Float32 => "float",
            DType.Float64 => "double",
            DType.Int32 => "int",
            DType.Int64 => "long",
            DType.Bool => "bool",
            _ => throw new UnreachableException($"{(int)dtype}"),
        };

        /// <summary>The size of an element in bytes.</summary>
        public int Size => dtype switch
        {
            DType.Bool => 1,
            DType.Float32 or DType.Int32 => 4,
            _ => 8,
        };

        /// <summary>Whether the type has derivatives: float32 and float64 do.</summary>
        public bool IsFloat => dtype is DType.Float32 or DType.Float64;

        /// <summary>Whether the type is int32 or int64.</summary>
        public bool IsInteger => dtype is DType.Int32 or DType.Int64;
    }

    /// <summary>The dtype of elements of the C# type <typeparamref name="T"/>.</summary>
    /// <exception cref="DTypeException"><typeparamref name="T"/> is not float, double, int, long or bool.</exception>
    public static DType Of<T>()
    {
        if (typeof(T) == typeof(float)) return DType.Float32;
        if (typeof(T) == typeof(double)) return DType.Float64;
        if (typeof(T) == typeof(int)) return DType.Int32;
        if (typeof(T) == typeof(long)) return DType.Int64;
        if (typeof(T) == typeof(bool)) return DType.Bool;
        throw new DTypeException(
            $"A tensor's elements are float, double, int, long or bool, but {typeof(T).Name} was asked for. "
            + "Convert the values first.");
    }
}
