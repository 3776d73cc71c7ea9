namespace ChainRule;

/// <summary>The type of a tensor's elements.</summary>
public enum DType
{
    /// <summary>IEEE 754 single precision (<see cref="float"/>).</summary>
    Float32,

    /// <summary>IEEE 754 double precision (<see cref="double"/>).</summary>
    Float64,

    /// <summary>32-bit two's complement integer (<see cref="int"/>); arithmetic wraps on overflow.</summary>
    Int32,

    /// <summary>64-bit two's complement integer (<see cref="long"/>); arithmetic wraps on overflow.</summary>
    Int64,

    /// <summary>True or false (<see cref="bool"/>): what comparisons give and selections take.</summary>
    Bool,
}
