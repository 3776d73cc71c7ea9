using System.Numerics;

namespace ChainRule.Execution;

/// <summary>What the steps do with wholes, and with the bits of masks.</summary>
internal static class WholeOp
{
    /// <summary>x + y, wrapping around.</summary>
    public readonly struct Add : IWholeOp
    {
        public static T Run<T>(T x, T y) where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> =>
            x + y;

        public static Vector<T> Run<T>(Vector<T> x, Vector<T> y)
            where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> => x + y;
    }

    /// <summary>x − y, wrapping around.</summary>
    public readonly struct Subtract : IWholeOp
    {
        public static T Run<T>(T x, T y) where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> =>
            x - y;

        public static Vector<T> Run<T>(Vector<T> x, Vector<T> y)
            where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> => x - y;
    }

    /// <summary>x·y, wrapping around.</summary>
    public readonly struct Multiply : IWholeOp
    {
        public static T Run<T>(T x, T y) where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> =>
            x * y;

        public static Vector<T> Run<T>(Vector<T> x, Vector<T> y)
            where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> => x * y;
    }

    /// <summary>The smaller one.</summary>
    public readonly struct Min : IWholeOp
    {
        public static T Run<T>(T x, T y) where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> =>
            x < y ? x : y;

        public static Vector<T> Run<T>(Vector<T> x, Vector<T> y)
            where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> => Vector.Min(x, y);
    }

    /// <summary>The larger one.</summary>
    public readonly struct Max : IWholeOp
    {
        public static T Run<T>(T x, T y) where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> =>
            x > y ? x : y;

        public static Vector<T> Run<T>(Vector<T> x, Vector<T> y)
            where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> => Vector.Max(x, y);
    }

    /// <summary>|x|, where y is 0; the smallest number stays itself.</summary>
    public readonly struct Abs : IWholeOp
    {
        public static T Run<T>(T x, T y) where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> =>
            x < y ? y - x : x;

        public static Vector<T> Run<T>(Vector<T> x, Vector<T> y)
            where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> =>
            Vector.ConditionalSelect(Vector.LessThan(x, y), y - x, x);
    }

    /// <summary>−1, 0 or 1 with the sign of x, where y is 0.</summary>
    public readonly struct Sign : IWholeOp
    {
        public static T Run<T>(T x, T y) where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> =>
            T.CreateTruncating(x.CompareTo(y));

        public static Vector<T> Run<T>(Vector<T> x, Vector<T> y)
            where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> =>
            Vector.LessThan(x, y) - Vector.GreaterThan(x, y);
    }

    /// <summary>Where x &lt; y.</summary>
    public readonly struct Less : IWholeOp
    {
        public static T Run<T>(T x, T y) where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> =>
            x < y ? T.NegativeOne : T.Zero;

        public static Vector<T> Run<T>(Vector<T> x, Vector<T> y)
            where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> => Vector.LessThan(x, y);
    }

    /// <summary>Where x ≤ y.</summary>
    public readonly struct LessOrEqual : IWholeOp
    {
        public static T Run<T>(T x, T y) where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> =>
            x <= y ? T.NegativeOne : T.Zero;

        public static Vector<T> Run<T>(Vector<T> x, Vector<T> y)
            where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> => Vector.LessThanOrEqual(x, y);
    }

    /// <summary>Where x = y.</summary>
    public readonly struct Equal : IWholeOp
    {
        public static T Run<T>(T x, T y) where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> =>
            x == y ? T.NegativeOne : T.Zero;

        public static Vector<T> Run<T>(Vector<T> x, Vector<T> y)
            where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> => Vector.Equals(x, y);
    }

    /// <summary>The bits that both have.</summary>
    public readonly struct And : IWholeOp
    {
        public static T Run<T>(T x, T y) where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> =>
            x & y;

        public static Vector<T> Run<T>(Vector<T> x, Vector<T> y)
            where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> => x & y;
    }

    /// <summary>The bits that one has.</summary>
    public readonly struct Or : IWholeOp
    {
        public static T Run<T>(T x, T y) where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> =>
            x | y;

        public static Vector<T> Run<T>(Vector<T> x, Vector<T> y)
            where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> => x | y;
    }

    /// <summary>The bits in which they differ.</summary>
    public readonly struct Xor : IWholeOp
    {
        public static T Run<T>(T x, T y) where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> =>
            x ^ y;

        public static Vector<T> Run<T>(Vector<T> x, Vector<T> y)
            where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T> => x ^ y;
    }
}
