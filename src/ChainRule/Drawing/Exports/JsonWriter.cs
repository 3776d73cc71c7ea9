using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChainRule.Drawing.Scenes;
using ChainRule.Formulas;
using ChainRule.Graphs;

namespace ChainRule.Drawing.Exports;

/// <summary>Writes a scene as JSON; <see cref="GraphExport.Json"/> says what is in it.</summary>
internal static class JsonWriter
{
    // Names in other scripts stay readable; the text is data, not part of a page.
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The graph.</summary>
    public static string Write(Scene scene)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            var numbers = Numbers.Of(scene);
            json.WriteStartArray("nodes");
            foreach (SceneNode node in scene.Nodes) Write(json, node, numbers[node]);
            json.WriteEndArray();
            json.WriteStartArray("edges");
            foreach (SceneNode node in scene.Nodes)
            {
                for (int input = 0; input < node.Inputs.Count; input++)
                {
                    SceneEdge edge = node.Inputs[input];
                    json.WriteStartObject();
                    json.WriteNumber("from", numbers[edge.Source]);
                    json.WriteNumber("to", numbers[node]);
                    json.WriteNumber("input", input);
                    WriteNumber(json, "derivative", edge.Share);
                    json.WriteEndObject();
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter json, SceneNode node, int number)
    {
        json.WriteStartObject();
        json.WriteNumber("id", number);
        json.WriteString("kind", node.Kind.ToString().ToLowerInvariant());
        json.WriteString("op", node.OpName);
        json.WriteString("symbol", node.Symbol);
        if (node.Name is not null) json.WriteString("name", node.Name);
        json.WriteString("dtype", node.Node.DType.ToString().ToLowerInvariant());
        json.WriteStartArray("shape");
        foreach (int size in node.Node.Shape) json.WriteNumberValue(size);
        json.WriteEndArray();
        WriteNumber(json, "value", node.Node);
        WriteNumber(json, "derivative", node.Adjoint);
        json.WriteEndObject();
    }

    // JSON has no infinity and no NaN: they are strings.
    private static void WriteNumber(Utf8JsonWriter json, string name, Node? node)
    {
        if (node is not { Value: { } value } || !node.Shape.IsScalar) return;
        if (node.DType == DType.Bool) json.WriteBoolean(name, value[0] != 0);
        else if (double.IsFinite(value[0])) json.WriteNumber(name, value[0]);
        else json.WriteString(name, ValueText.OfNumber(value[0]));
    }
}
