using ChainRule.Network;

namespace ChainRule.Web.Network;

/// <summary>The way to where a network is trained: beside the page, so that the page stays quick.</summary>
public interface INetworkPort : IAsyncDisposable
{
    /// <summary>There is something new to be seen; whether training goes on.</summary>
    event Action<Snapshot, bool>? Looked;

    /// <summary>The derivative by a weight was told.</summary>
    event Action<WeightStory>? Told;

    /// <summary>The graph of a batch was drawn, as SVG.</summary>
    event Action<string>? Drawn;

    /// <summary>The probabilities of the digits for a drawn one.</summary>
    event Action<float[]>? Classified;

    /// <summary>A weight was pressed: its layer, row and column.</summary>
    event Action<int, int, int>? WeightPressed;

    /// <summary>A race was run.</summary>
    event Action<RaceResult>? Raced;

    /// <summary>
    /// A place of the race's picture was pressed: which part of the way from its left and from its top.
    /// </summary>
    event Action<double, double>? PlacePressed;

    /// <summary>The race's starting point was moved by keys: so many steps to the right, and up.</summary>
    event Action<int, int>? PlaceMoved;

    /// <summary>Something went wrong.</summary>
    event Action<string>? Failed;

    /// <summary>Begins anew.</summary>
    Task StartAsync(NetworkSettings settings);

    /// <summary>Trains until told otherwise.</summary>
    Task PlayAsync();

    /// <summary>Stops.</summary>
    Task PauseAsync();

    /// <summary>Goes one step.</summary>
    Task StepAsync();

    /// <summary>Changes how far steps go.</summary>
    Task SetRateAsync(double rate);

    /// <summary>Asks for the graph of the last batch.</summary>
    Task DrawAsync(bool isDark, Language language, IReadOnlyCollection<string> unfold);

    /// <summary>Asks how the derivative by a weight came about.</summary>
    Task TellAsync(int layer, int input, int output);

    /// <summary>Lets optimisers race.</summary>
    Task RaceAsync(RaceSettings settings);

    /// <summary>Whether the reader wants no motion.</summary>
    Task<bool> IsStillAsync();

    /// <summary>Begins to take what is drawn into the digit pad, or empties it.</summary>
    Task ClearPadAsync();
}
