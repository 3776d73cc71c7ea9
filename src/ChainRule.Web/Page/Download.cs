namespace ChainRule.Web.Page;

/// <summary>A file for the reader.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Type">Its media type. A picture of the type <c>image/png</c> is made from the SVG of the text.</param>
/// <param name="Text">What is in it.</param>
public sealed record Download(string Name, string Type, string Text);
