using System.Numerics;

namespace ChainRule.Execution;

/// <summary>Reals and wholes lie in memory as they are.</summary>
internal readonly struct PlainFormat<T> : IMemoryFormat<T, T> where T : unmanaged, IBinaryInteger<T>
{
    public static T Read(T element) => element;

    public static T Write(T value) => value;

    public static void Read(ref T elements, ref T values, nint count) =>
        BlockFrame.Copy(ref elements, ref values, count);

    public static void Write(ref T values, ref T elements, nint count) =>
        BlockFrame.Copy(ref values, ref elements, count);
}
