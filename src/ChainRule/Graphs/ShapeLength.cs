namespace ChainRule;

/// <summary>The number of elements of shapes.</summary>
// As a member of Shape, C# would take it for the number of sizes: [.. shape] would have trailing zeros, and a pattern
// such as [var rows, var columns] would never match.
public static class ShapeLength
{
    extension(Shape shape)
    {
        /// <summary>
        /// How many elements a tensor of this shape has: the product of the sizes, 1 for a scalar.
        /// </summary>
        public int Length => shape.Elements;
    }
}
