using System.Diagnostics;

namespace ChainRule.Ops;

/// <summary>Turns a dtype into the type argument of a loop.</summary>
internal static class Elements
{
    public static void Run<TLoop>(TLoop loop, DType dtype) where TLoop : struct, IElementLoop, allows ref struct
    {
        switch (dtype)
        {
            case DType.Float32: loop.Run<float>(); break;
            case DType.Float64: loop.Run<double>(); break;
            case DType.Int32: loop.Run<int>(); break;
            case DType.Int64: loop.Run<long>(); break;
            case DType.Bool: loop.Run<bool>(); break;
            default: throw new UnreachableException(dtype.ToString());
        }
    }

    public static void RunNumbers<TLoop>(TLoop loop, DType dtype) where TLoop : struct, INumberLoop, allows ref struct
    {
        switch (dtype)
        {
            case DType.Float32: loop.Run<float>(); break;
            case DType.Float64: loop.Run<double>(); break;
            case DType.Int32: loop.Run<int>(); break;
            case DType.Int64: loop.Run<long>(); break;
            default: throw new UnreachableException(dtype.ToString());
        }
    }
}
