namespace ChainRule.Planning;

/// <summary>One use of a value that is no view: by a consumer that is none either, perhaps through views.</summary>
/// <param name="Consumer">Who uses it.</param>
/// <param name="Input">As which of its inputs.</param>
/// <param name="Along">
/// For each axis of the value the axis of the consumer's input along it, if the views between are so simple
/// (<see cref="AxisMap"/>); null otherwise.
/// </param>
internal readonly record struct Use(Value Consumer, int Input, int[]? Along);
