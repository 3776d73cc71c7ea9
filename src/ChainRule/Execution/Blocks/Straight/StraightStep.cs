using ChainRule.Planning;

namespace ChainRule.Execution;

/// <summary>A step of a <see cref="StraightProgram{T, TWhole}"/>.</summary>
/// <param name="Code">What is done: see <see cref="Encode"/>.</param>
/// <param name="Y">The cell of the result; for what writes memory the operand.</param>
/// <param name="A">The cell of the first argument; for a load the operand.</param>
/// <param name="B">The cell of the second one.</param>
/// <param name="C">The cell of the third one.</param>
internal readonly record struct StraightStep(int Code, int Y, int A, int B, int C)
{
    /// <summary>Added to a primitive where it takes wholes.</summary>
    public const int OfWholes = 64;

    /// <summary>Added to a primitive where it takes masks.</summary>
    public const int OfMasks = 128;

    /// <summary>What is done, with values of which type, in one number.</summary>
    public static int Encode(Primitive primitive, LaneType type) => (int)primitive + type switch
    {
        LaneType.Real => 0,
        LaneType.Whole => OfWholes,
        _ => OfMasks,
    };
}
