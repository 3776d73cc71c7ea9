using ChainRule.Network;

namespace ChainRule.Web.Tests.Training;

public sealed class LiveTrainingTests
{
    // Numbers of float32 and sums of fifty products.
    private const double Tolerance = 1e-5;

    [Theory]
    [InlineData("spirals")]
    [InlineData("moons")]
    [InlineData("circles")]
    public void The_usual_settings_learn_every_set_of_points(string data)
    {
        var training = new LiveTraining(new() { Data = data });
        double before = training.Accuracy;
        for (int i = 0; i < 1500; i++) training.Step();
        Assert.True(before < 0.9);
        Assert.InRange(training.Accuracy, 0.97, 1);
    }

    [Fact]
    public void Names_that_are_unknown_are_refused()
    {
        Assert.Contains(
            "spirals", Assert.Throws<ArgumentException>(() => new LiveTraining(new() { Data = "digits" })).Message);
        Assert.Contains(
            "momentum", Assert.Throws<ArgumentException>(() => new LiveTraining(new() { Optimizer = "adma" })).Message);
    }

    [Theory]
    [InlineData("sgd")]
    [InlineData("momentum")]
    [InlineData("adagrad")]
    [InlineData("adam")]
    public void Every_rule_makes_the_loss_smaller(string rule)
    {
        var training = new LiveTraining(new() { Optimizer = rule, LearningRate = 0.05 });
        double before = training.Snapshot().Loss;
        for (int i = 0; i < 500; i++) training.Step();
        Assert.InRange(training.Snapshot().Loss, 0, 0.8 * before);
    }

    [Fact]
    public void A_weights_story_adds_up_and_the_step_did_what_it_says()
    {
        var training = new LiveTraining(new() { Optimizer = "sgd", LearningRate = 0.5 });
        Assert.Null(training.Tell(0, 1, 3).Next);
        for (int i = 0; i < 20; i++) training.Step();
        Snapshot before = training.Snapshot();
        for (int layer = 0; layer < before.Layers.Count; layer++)
        {
            WeightStory story = training.Tell(layer, 1, 2);
            double sum = story.Terms.Sum(static term => term.Product) + story.Rest;
            Assert.NotEqual(0, story.Derivative);
            Assert.Equal(story.Derivative, sum, Tolerance);
            Assert.Equal(story.Value - (0.5 * story.Derivative), story.Next!.Value, Tolerance);
        }

        // Telling has changed nothing.
        Assert.Equal(before with { StepsASecond = 0 }, training.Snapshot() with { StepsASecond = 0 }, SameSteps);
        Assert.Throws<ArgumentOutOfRangeException>(() => training.Tell(0, 2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => training.Tell(3, 0, 0));
    }

    [Fact]
    public void The_same_seed_gives_the_same_run_and_another_another()
    {
        double[] losses = [.. ((int[])[1, 1, 2]).Select(static seed =>
        {
            var training = new LiveTraining(new() { Seed = seed });
            for (int i = 0; i < 30; i++) training.Step();
            return training.Snapshot().Loss;
        })];
        Assert.Equal(losses[0], losses[1]);
        Assert.NotEqual(losses[0], losses[2]);
    }

    [Fact]
    public void What_is_shown_is_bounded_and_complete()
    {
        var training = new LiveTraining(new());
        for (int i = 0; i < 700; i++) training.Step();
        Snapshot shown = training.Snapshot();
        Assert.Equal(700, shown.Steps);
        Assert.InRange(shown.Losses.Count, 100, 240);
        Assert.Equal(shown.Losses.Count, shown.Accuracies.Count);
        Assert.Equal(300, shown.Confusion.Sum(static row => row.Sum()));
        Assert.Equal(3, shown.Layers.Count);
        foreach (LayerSnapshot layer in shown.Layers)
        {
            Assert.Equal(layer.Inputs * layer.Outputs, layer.Gradients.Counts.Sum());
            Assert.Equal(50 * layer.Outputs, layer.Activations.Counts.Sum());
        }

        float[] map = training.Map(8, 1);
        Assert.Equal(8 * 8 * 3, map.Length);
        for (int i = 0; i < map.Length; i += 3) Assert.Equal(1, map[i] + map[i + 1] + map[i + 2], 1e-5f);
    }

    [Fact]
    public void Steps_that_are_too_long_end_the_run()
    {
        var training = new LiveTraining(new()
        {
            Hidden = [128, 128, 128, 128],
            Activation = "silu",
            Initializer = "1",
            Optimizer = "sgd",
            LearningRate = 100,
        });
        for (int i = 0; i < 2000 && !training.HasDiverged; i++) training.Step();
        Assert.True(training.HasDiverged);
        int steps = training.Steps;
        training.Step();
        Assert.Equal(steps, training.Steps);
        Assert.True(training.Snapshot().HasDiverged);
        Assert.All(training.Weights(1), weight => Assert.InRange(weight, 1, 255));
    }

    [Fact]
    public void Settings_survive_the_address_and_nonsense_is_as_usual()
    {
        var settings = new NetworkSettings
        {
            Data = "moons",
            Hidden = [],
            Activation = "relu",
            Initializer = "0.01",
            Optimizer = "momentum",
            LearningRate = 0.25,
            Batch = 7,
            Seed = -3,
        };
        Assert.Equal(settings.ToString(), NetworkSettings.Parse(settings.ToString()).ToString());
        Assert.Equal(new NetworkSettings().ToString(), NetworkSettings.Parse(null).ToString());
        Assert.Equal(
            (new NetworkSettings() with { Batch = 500 }).ToString(),
            NetworkSettings.Parse("dogs;9999;x;y;z;-1;1000;<b>").ToString());
        Assert.Equal([3, 5], NetworkSettings.ParseHidden("3， 5"));
        Assert.Null(NetworkSettings.ParseHidden("3, x"));
        Assert.Null(NetworkSettings.ParseHidden("1 1 1 1 1 1 1"));
    }

    private static bool SameSteps(Snapshot a, Snapshot b) =>
        a.Steps == b.Steps && a.Loss == b.Loss && a.Accuracy == b.Accuracy
        && a.Layers.Zip(b.Layers).All(static pair =>
            pair.First.Gradients.Counts.SequenceEqual(pair.Second.Gradients.Counts)
            && pair.First.Gradients.Low == pair.Second.Gradients.Low);
}
