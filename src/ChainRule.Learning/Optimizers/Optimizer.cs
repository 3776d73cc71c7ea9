using System.Globalization;
using ChainRule.Graphs;

namespace ChainRule.Learning;

/// <summary>Trains parameters: moves them step by step to where a loss is smaller.</summary>
public abstract class Optimizer
{
    private readonly Variable[] _parameters;

    // In each dtype that a parameter may have.
    private readonly Variable _rate32 = new(Tensor.Scalar(0f), "learning_rate");
    private readonly Variable _rate64 = new(Tensor.Scalar(0.0), "learning_rate");

    /// <summary>Sets up an optimiser.</summary>
    /// <param name="parameters">
    /// What is trained: a network's parameters. One that is given twice is trained once.
    /// </param>
    /// <param name="learningRate">How far a step goes; positive.</param>
    /// <exception cref="ArgumentException">There are no parameters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is not positive and finite.</exception>
    protected Optimizer(IEnumerable<Variable> parameters, double learningRate)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = [.. parameters.Distinct()];
        if (_parameters.Length == 0)
        {
            throw new ArgumentException(
                "There are no parameters to train. Give the optimiser those of a network: net.Parameters. "
                + "A layer of your own lists the layers it consists of in Children, "
                + "and variables of its own in Variables.");
        }

        LearningRate = learningRate;
    }

    /// <summary>What is trained.</summary>
    public IReadOnlyList<Variable> Parameters => _parameters;

    /// <summary>
    /// How far a step goes. It may change between steps, of compiled functions too: the next one goes as far as it says
    /// then.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive and finite.</exception>
    public double LearningRate
    {
        get;
        set
        {
            field = double.IsFinite(value) && value > 0
                ? value
                : throw new ArgumentOutOfRangeException(nameof(value), string.Create(CultureInfo.InvariantCulture,
                    $"The learning rate cannot be {value}. Give a positive, finite number such as 0.1."));
            Variable.AssignAll([(_rate32, Tensor.Scalar((float)value)), (_rate64, Tensor.Scalar(value))]);
        }
    }

    /// <summary>
    /// The learning rate as a scalar tensor. A rule that uses it instead of <see cref="LearningRate"/> follows changes
    /// when it is compiled.
    /// </summary>
    /// <param name="dtype">float32 or float64: that of the gradient.</param>
    protected Tensor Rate(DType dtype) => dtype == DType.Float32 ? _rate32 : _rate64;

    /// <summary>
    /// Goes one step: computes the loss, its gradients and the new parameters in one run. Reading the loss afterwards
    /// costs nothing; it is that of the parameters before the step.
    /// </summary>
    /// <param name="loss">A scalar that depends on every parameter as it is now: build it anew for each step.</param>
    /// <exception cref="GradientException">
    /// The loss is not one float, or does not depend on a parameter as it is now.
    /// </exception>
    public void Minimize(Tensor loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        Step(Gradients(loss), loss);
    }

    /// <summary>Goes one step with gradients that you computed or changed, for instance limited in size.</summary>
    /// <param name="gradients">For each parameter a tensor of its shape and dtype.</param>
    /// <param name="alongside">What is computed in the same run: the loss, for instance.</param>
    /// <exception cref="ArgumentException">There is not one gradient for each parameter.</exception>
    public void Step(IReadOnlyList<Tensor> gradients, params ReadOnlySpan<Tensor> alongside)
    {
        Variable.AssignAll(Updates(gradients), alongside);
    }

    /// <summary>
    /// Goes one step like <see cref="Minimize"/>, unless the loss turns out infinite or NaN:
    /// then everything stays as it was.
    /// </summary>
    internal bool TryMinimize(Tensor loss)
    {
        (Variable, Tensor Value)[] updates = Updates(Gradients(loss));
        Tensor.Compute([loss, .. updates.Select(static update => update.Value)]);
        if (!double.IsFinite(loss.Item())) return false;
        Variable.AssignAll(updates);
        return true;
    }

    /// <summary>
    /// The same for a function that is traced: whether the loss is finite is known only when the function runs, so
    /// every variable gets its new value or its old one again.
    /// </summary>
    internal void MinimizeIfFinite(Tensor loss)
    {
        (Variable Variable, Tensor Value)[] updates = Updates(Gradients(loss));
        Tensor isFinite = loss.Abs() < double.PositiveInfinity;
        foreach (ref (Variable Variable, Tensor Value) update in updates.AsSpan())
            update.Value = Tensor.Select(isFinite, update.Value, update.Variable);
        Variable.AssignAll(updates);
    }

    /// <summary>
    /// The rule: the new values of the parameters, and of variables in which the optimiser remembers earlier steps.
    /// </summary>
    /// <param name="gradients">For each parameter its gradient, in order.</param>
    protected abstract IEnumerable<(Variable Variable, Tensor Value)> Update(IReadOnlyList<Tensor> gradients);

    private (Variable Variable, Tensor Value)[] Updates(IReadOnlyList<Tensor> gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        if (gradients.Count != _parameters.Length)
        {
            throw new ArgumentException(
                $"The number of gradients must be that of the parameters, {_parameters.Length}, "
                + $"but it is {gradients.Count}. Give one for each, in their order.");
        }

        using (Scope.Begin("update")) return [.. Update(gradients)];
    }

    private Tensor[] Gradients(Tensor loss)
    {
        try
        {
            return Gradient.Of(loss, _parameters);
        }
        catch (GradientException error) when (Missing(loss) is { } parameter)
        {
            throw new GradientException(
                $"Minimize: {loss.Node.Description} was not built from {parameter.Node.Description} as it is now. "
                + "If it was built before the last step or assignment, build it anew for each step; "
                + "if nothing in it uses this parameter, leave that out of the optimiser's.",
                error);
        }
    }

    /// <summary>The first parameter that does not occur in a loss with its present value.</summary>
    private Variable? Missing(Tensor loss)
    {
        var nodes = Graph.TopologicalOrder(loss.Node).ToHashSet();
        return _parameters.FirstOrDefault(parameter => !nodes.Contains(parameter.Node));
    }

    /// <summary>For each parameter a variable like it, of zeros: a place to remember earlier steps.</summary>
    /// <param name="name">What is remembered.</param>
    private protected Variable[] Memory(string name) =>
        Array.ConvertAll(_parameters, parameter => new Variable(parameter.ZerosLike(), $"{parameter.Name}.{name}"));

    /// <summary>Checks a factor that says how much of earlier steps is kept.</summary>
    private protected static double Fraction(double value, string name) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, string.Create(CultureInfo.InvariantCulture,
            $"The {name} cannot be {value}. Give a number from 0 to less than 1."));

    /// <summary>Checks the number that keeps a division from 0.</summary>
    private protected static double Small(double epsilon) => double.IsFinite(epsilon) && epsilon > 0
        ? epsilon
        : throw new ArgumentOutOfRangeException(nameof(epsilon), string.Create(CultureInfo.InvariantCulture,
            $"The epsilon cannot be {epsilon}. Give a small positive number such as 1e-7."));
}
