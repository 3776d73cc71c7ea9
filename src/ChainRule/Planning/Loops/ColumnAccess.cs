namespace ChainRule.Planning;

/// <summary>How the elements of an <see cref="Operand"/> lie along a row.</summary>
internal enum ColumnAccess : byte
{
    /// <summary>The row has one element, the same for all columns.</summary>
    Repeated,

    /// <summary>One after the other.</summary>
    Contiguous,

    /// <summary>At a regular distance that is told when the kernel runs; may be negative or 0.</summary>
    Strided,
}
