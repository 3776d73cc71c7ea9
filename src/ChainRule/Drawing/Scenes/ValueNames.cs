using System.Globalization;

namespace ChainRule.Drawing.Scenes;

/// <summary>What the values of a scene are called where each needs a name.</summary>
internal static class ValueNames
{
    /// <summary>
    /// The names of leaves and operations, in their order: the user's; <c>result</c> for a nameless last one; v1, v2 …
    /// for others. No two are the same.
    /// </summary>
    /// <param name="scene">The scene.</param>
    /// <param name="result">What a nameless result is called.</param>
    public static IReadOnlyDictionary<SceneNode, string> Of(Scene scene, string result = "result")
    {
        var names = new Dictionary<SceneNode, string>();
        SceneNode last = scene.Result.Inputs[0].Source;
        SceneNode[] listed = [.. scene.Nodes.Where(static node =>
            node.Kind is SceneNodeKind.Leaf or SceneNodeKind.Operation)];
        var taken = new HashSet<string>(listed.Select(static node => node.Name).OfType<string>());
        var used = new HashSet<string>();
        int number = 0;
        foreach (SceneNode node in listed)
        {
            string name = node.Name ?? (node == last && taken.Add(result) ? result : Next("v"));
            // Two nodes of one name must be told apart.
            if (!used.Add(name)) used.Add(name = Next($"{name}_"));
            names.Add(node, name);
        }

        return names;

        string Next(string stem)
        {
            string name;
            do name = stem + (++number).ToString(CultureInfo.InvariantCulture);
            while (!taken.Add(name));
            return name;
        }
    }
}
