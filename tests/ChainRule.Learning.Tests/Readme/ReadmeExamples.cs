using ChainRule.Ops;

namespace ChainRule.Learning.Tests.Readme;

// The examples of the README and the docs, word for word: ReadmeTests checks that their code blocks stand here.
internal static class ReadmeExamples
{
    public static string[] Run()
    {
        using var written = new StringWriter();
        TextWriter console = Console.Out;
        Console.SetOut(written);
        try
        {
            Square();
            Functions();
            Network();
            Scalars();
            Check();
            OwnOp();
            GuardedSelect();
        }
        finally
        {
            Console.SetOut(console);
        }

        return written.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The texts that docs/compiler.md shows.</summary>
    public static string[] Explained() => [SoftmaxPlan(), StepPlan()];

    /// <summary>The pictures of docs/pictures.md.</summary>
    public static string[] Pictured() => [.. Drawn(), Layers()];

    private static string[] Drawn()
    {
        Tensor x = Tensor.Scalar(3.0, "x"), y = Tensor.Scalar(4.0, "y");
        Tensor z = (x + y).Square();
        string text = z.Draw();           // the picture as text; z is called z
        string story = z.Explain();       // with all steps and formulas
        string picture = z.DrawSvg(new GraphSvgOptions { Labels = DerivativeLabels.Simplified, Dark = true });
        return [text, story, picture];
    }

    private static string Layers()
    {
        var network = Sequential.Dense([784, 50, 10], () => new Relu(), key: 42);
        Tensor images = Tensor.RandomUniform([100, 784], key: 1), labels = Tensor.Zeros([100], DType.Int32);
        string svg = network.Draw(images, output => Loss.SoftmaxCrossEntropy(output, labels), unfold: ["linear2"]);
        return svg;
    }

    private static void Square()
    {
        Tensor x = Tensor.Scalar(3.0, "x"), y = Tensor.Scalar(4.0, "y");
        Tensor z = (x + y).Square();                 // builds a graph, computes nothing
        Console.WriteLine(z);                        // 49
        var (dx, dy) = Gradient.Of(z, x, y);         // graphs again, so differentiate them again if you like
        Console.WriteLine($"{dx} {dy}");             // 14 14
    }

    private static void Functions()
    {
        Tensor x = Tensor.Scalar(3.0, "x");
        Func<Tensor, Tensor> f = v => v * v + Tensor.Sin(v);
        Func<Tensor, Tensor> df = Gradient.Of(f), d2f = Gradient.Of(df);
        Console.WriteLine($"{df(x)} {d2f(x)}");      // 5.010007503399555 1.8588799919401329
    }

    private static void Network()
    {
        Mnist mnist = Mnist.Load();
        var net = new Sequential(new Linear(784, 50), new Relu(), new Linear(50, 10));
        var optimizer = new Sgd(net.Parameters, learningRate: 0.1);
        foreach (var (images, labels) in mnist.Train.Batches(100, seed: 1))
            optimizer.Minimize(Loss.SoftmaxCrossEntropy(net.Forward(images), labels));
        Console.WriteLine(Training.Accuracy(net, mnist.Test));   // 0.92

        Func<Tensor, Tensor, Tensor> step = Compile.Of((Tensor images, Tensor labels) =>
        {
            Tensor loss = Loss.SoftmaxCrossEntropy(net.Forward(images), labels);
            optimizer.Minimize(loss);
            return loss;
        });
        foreach (var (images, labels) in mnist.Train.Batches(100, seed: 2))
            step(images, labels);
        Console.WriteLine(Training.Accuracy(net, mnist.Test));   // 0.93
    }

    private static void Scalars()
    {
        ScalarFunction rosenbrock = Compile.Scalars(v =>
        {
            Tensor z = (1 - v[0]).Square() + 100 * (v[1] - v[0].Square()).Square();
            return [z, .. Gradient.Of(z, v)];
        }, arguments: 2);
        var results = new double[3];
        rosenbrock([1.5, 2.0], results);
        Console.WriteLine(string.Join(" ", results));            // 6.5 151 -50
    }

    private static void Check()
    {
        Tensor at = Tensor.From(0.5, -1.5, 2.0).Named("v");
        GradientCheckReport report = GradientCheck.Run(v => (v.Relu() * v.Exp()).Sum(), at);
        Console.WriteLine(report.Passed);            // True
    }

    private static void OwnOp()
    {
        Tensor x = Tensor.Scalar(3.0, "x");
        Console.WriteLine(Gradient.Of(Tensor.Apply<Cube>)(x));   // 27
    }

    private static void GuardedSelect()
    {
        Tensor x = Tensor.From(0.0, 4.0);
        Tensor positive = x > 0, safe = Tensor.Select(positive, x, 1);
        Tensor y = Tensor.Select(positive, safe.Log(), 0);
        Console.WriteLine(Gradient.Of(y.Sum(), x));
    }

    private static string SoftmaxPlan()
    {
        Tensor logits = Tensor.Zeros([100, 10]).Named("logits"), targets = Tensor.Zeros([100, 10]).Named("targets");
        string text = Compile.Explain(static x =>
        {
            Tensor loss = -(x[1] * x[0].LogSoftmax()).Sum(-1).Mean();
            return [loss, Gradient.Of(loss, x[0])];
        }, [logits, targets]);
        return text;
    }

    private static string StepPlan()
    {
        Tensor x = Tensor.Zeros([100, 784]).Named("x"), y = Tensor.Zeros([100, 10]).Named("y");
        Variable w = new(Tensor.Zeros([784, 10]), "w"), b = new(Tensor.Zeros([10]), "b");
        string text = Compile.Explain(data =>
        {
            Tensor loss = (data[0].Dot(w) + b - data[1]).Square().Mean();
            var (dw, db) = Gradient.Of(loss, w, b);
            Variable.AssignAll((w, w - 0.1 * dw), (b, b - 0.1 * db));
            return [loss];
        }, [x, y]);
        return text;
    }

    public readonly struct Cube : IUnaryOp
    {
        public static string Name => "cube";
        public static string Tex(string x) => $"{x}^3";
        public static T Primal<T>(T x) where T : struct, IReal<T> => x * x * x;
        public static T Derivative<T>(T x, T y) where T : struct, IReal<T> => T.Of(3) * x * x;
    }
}
