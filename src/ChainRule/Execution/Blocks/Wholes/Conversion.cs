using System.Numerics;

namespace ChainRule.Execution;

/// <summary>
/// From wholes to reals and back; from reals towards zero, limited to the range of the wholes, NaN as 0.
/// </summary>
internal readonly struct Conversion :
    IConversion<int, float>, IConversion<long, double>, IConversion<float, int>, IConversion<double, long>
{
    public static float Run(int x) => x;

    public static double Run(long x) => x;

    public static int Run(float x) => (int)x;

    public static long Run(double x) => (long)x;

    public static Vector<float> Run(Vector<int> x) => Vector.ConvertToSingle(x);

    public static Vector<double> Run(Vector<long> x) => Vector.ConvertToDouble(x);

    public static Vector<int> Run(Vector<float> x) => Vector.ConvertToInt32(x);

    public static Vector<long> Run(Vector<double> x) => Vector.ConvertToInt64(x);
}
