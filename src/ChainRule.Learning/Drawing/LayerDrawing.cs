namespace ChainRule.Learning;

/// <summary>Draws networks, layer by layer.</summary>
public static class LayerDrawing
{
    /// <summary>
    /// Draws a network as an SVG picture. Each layer is a box, which holds its parameters; with a loss, the arrows back
    /// show the norms of the derivatives.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="input">A batch for it; its first axis is the batch.</param>
    /// <param name="loss">What the loss of the network's output is; null to draw the forward pass alone.</param>
    /// <param name="unfold">
    /// The names of layers and functions to be drawn with their parts and parameters, or their paths, such as
    /// <c>sequential/linear1</c>; <c>all</c> for everything.
    /// </param>
    /// <param name="options">Caption and colours; null for the usual.</param>
    /// <exception cref="ShapeException">The input does not fit the network, or the loss is not one number.</exception>
    public static string Draw(
        this Layer network,
        Tensor input,
        Func<Tensor, Tensor>? loss = null,
        IReadOnlyCollection<string>? unfold = null,
        GraphSvgOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(input);
        unfold ??= [];
        // How the batch came about is not a part of the network.
        input = input.Detach();
        if (input.Name is null) input = input.Named("input");
        Tensor output = network.Forward(input);
        Tensor result = loss is null ? output : loss(output);
        Variable[] inside = [.. network.Parameters.Where(parameter => !IsOpen(network, parameter, unfold))];
        options = (options ?? new()) with
        {
            Labels = DerivativeLabels.Norms,
            Unfold = network.Children.Count > 0 ? [network.Name, .. unfold] : unfold,
            Omit = inside,
        };
        return GraphSvg.Draw(result.Name is null ? result.Named(loss is null ? "output" : "loss") : result,
            loss is null ? [] : [input, .. network.Parameters], options);
    }

    // The parameters of a layer that is drawn with its parts are drawn too.
    private static bool IsOpen(Layer layer, Variable parameter, IReadOnlyCollection<string> unfold) =>
        unfold.Contains("all") || layer.Children.Any(child =>
            child.Parameters.Contains(parameter)
            && (child.Children.Count == 0 ? unfold.Contains(child.Name) : IsOpen(child, parameter, unfold)));
}
