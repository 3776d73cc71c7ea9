namespace ChainRule.Planning;

/// <summary>What an <see cref="Instruction"/> does with its arguments a, b and c.</summary>
internal enum Primitive : byte
{
    /// <summary>The number <see cref="Instruction.Constant"/>.</summary>
    Constant,

    /// <summary>The element of an operand at the present row and column.</summary>
    Load,

    /// <summary>Writes a to an operand at the present row and column. Has no value.</summary>
    Store,

    /// <summary>
    /// Adds a to what an operand holds at the present row and column. Has no value. At element level the operand holds
    /// one number for each column; at row level it is one cell, which is a double for reals of any size.
    /// </summary>
    Accumulate,

    /// <summary>
    /// The sum of a over the columns of the row; the value is known when the phase has run. Columns are added in
    /// blocks: see <see cref="LoopKernel.BlockLength"/>.
    /// </summary>
    RowSum,

    /// <summary>The largest a of the row, NaN if one is.</summary>
    RowMax,

    /// <summary>The smallest a of the row, NaN if one is.</summary>
    RowMin,

    // Arithmetic, of reals; that before Divide of wholes too, wrapping around.
    Add,
    Subtract,
    Multiply,
    Negate,
    Abs,
    Sign,
    Min,
    Max,
    Divide,
    Floor,
    Round,
    Sqrt,

    // Functions of reals.
    Exp,
    Expm1,
    Log,
    Log1p,
    Sin,
    Cos,
    Tan,
    Asin,
    Acos,
    Atan,
    Atan2,
    Sinh,
    Cosh,
    Tanh,
    Erf,
    Erfc,
    Pow,

    // What functions are lowered to, of reals: see IMachine.
    MultiplyAdd,
    CopySign,
    Scale,
    Exponent,
    Mantissa,

    // Comparisons of reals or wholes; the value is a mask. False with NaN.
    Less,
    LessOrEqual,
    Equal,

    // Logic of masks.
    And,
    Or,
    Xor,
    Not,

    /// <summary>b where the mask a holds, c elsewhere. Of reals, wholes or masks.</summary>
    Select,

    /// <summary>1 where the mask a holds, 0 elsewhere, as a real or a whole.</summary>
    FromMask,

    /// <summary>The whole a as a real.</summary>
    FromWhole,

    /// <summary>The real a towards zero, limited to the range of the wholes, NaN as 0.</summary>
    Truncate,
}
