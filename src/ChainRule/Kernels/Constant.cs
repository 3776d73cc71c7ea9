namespace ChainRule.Kernels;

/// <summary>The small numbers as types.</summary>
internal static class Constant
{
    /// <summary>The number 0.</summary>
    public readonly struct N0 : IConstant
    {
        public static int Value => 0;
    }

    /// <summary>The number 1.</summary>
    public readonly struct N1 : IConstant
    {
        public static int Value => 1;
    }

    /// <summary>The number 2.</summary>
    public readonly struct N2 : IConstant
    {
        public static int Value => 2;
    }

    /// <summary>The number 3.</summary>
    public readonly struct N3 : IConstant
    {
        public static int Value => 3;
    }

    /// <summary>The number 4.</summary>
    public readonly struct N4 : IConstant
    {
        public static int Value => 4;
    }

    /// <summary>The number 5.</summary>
    public readonly struct N5 : IConstant
    {
        public static int Value => 5;
    }

    /// <summary>The number 6.</summary>
    public readonly struct N6 : IConstant
    {
        public static int Value => 6;
    }

    /// <summary>The number 7.</summary>
    public readonly struct N7 : IConstant
    {
        public static int Value => 7;
    }

    /// <summary>The number 8.</summary>
    public readonly struct N8 : IConstant
    {
        public static int Value => 8;
    }

    /// <summary>The number 9.</summary>
    public readonly struct N9 : IConstant
    {
        public static int Value => 9;
    }

    /// <summary>The number 10.</summary>
    public readonly struct N10 : IConstant
    {
        public static int Value => 10;
    }

    /// <summary>The number 11.</summary>
    public readonly struct N11 : IConstant
    {
        public static int Value => 11;
    }

    /// <summary>The number 12.</summary>
    public readonly struct N12 : IConstant
    {
        public static int Value => 12;
    }

    /// <summary>The number 13.</summary>
    public readonly struct N13 : IConstant
    {
        public static int Value => 13;
    }

    /// <summary>The number 14.</summary>
    public readonly struct N14 : IConstant
    {
        public static int Value => 14;
    }
}
