namespace ChainRule.Drawing.Scenes;

/// <summary>What a drawn node is.</summary>
internal enum SceneNodeKind
{
    /// <summary>A leaf at the left: a variable, data, random numbers.</summary>
    Leaf,

    /// <summary>A number written into the program, drawn beside its only consumer.</summary>
    Constant,

    /// <summary>An operation.</summary>
    Operation,

    /// <summary>
    /// Where a value that is used several times splits up; the derivatives that come back are added there.
    /// </summary>
    Branch,

    /// <summary>The end of the last arrow.</summary>
    Result,
}
