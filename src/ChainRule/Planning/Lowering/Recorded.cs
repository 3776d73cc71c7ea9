using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>
/// A value of a kernel that is being built: running an op's body on it writes down the steps, instead of computing.
/// </summary>
internal readonly struct Recorded : IReal<Recorded>
{
    [ThreadStatic]
    private static LoopBuilder? _builder;

    [ThreadStatic]
    private static LaneType _type;

    private readonly int _id;

    private Recorded(int id) => _id = id;

    /// <summary>Runs bodies that build a kernel.</summary>
    /// <param name="builder">Where the steps go.</param>
    /// <param name="type">Real or whole: what the values are.</param>
    /// <param name="inputs">The arguments.</param>
    /// <param name="body">Gets the arguments.</param>
    /// <returns>The result's position.</returns>
    public static int Run(LoopBuilder builder, LaneType type, ReadOnlySpan<int> inputs, DifferentiableOp body)
    {
        (LoopBuilder? outer, LaneType outerType) = (_builder, _type);
        (_builder, _type) = (builder, type);
        try
        {
            var loop = new Loop(inputs);
            body.Run(ref loop);
            return loop.Result;
        }
        finally
        {
            (_builder, _type) = (outer, outerType);
        }
    }

    public static Recorded Of(double constant) => new(_type == LaneType.Real
        ? _builder!.Constant(constant)
        : _builder!.Constant(LaneType.Whole, checked((long)constant)));

    public static Recorded operator +(Recorded left, Recorded right) => Apply(Primitive.Add, left, right);

    public static Recorded operator -(Recorded left, Recorded right) => Apply(Primitive.Subtract, left, right);

    public static Recorded operator *(Recorded left, Recorded right) => Apply(Primitive.Multiply, left, right);

    public static Recorded operator /(Recorded left, Recorded right) => Apply(Primitive.Divide, left, right);

    public static Recorded operator -(Recorded value) => Apply(Primitive.Negate, value);

    public static Recorded Abs(Recorded x) => Apply(Primitive.Abs, x);

    public static Recorded Sign(Recorded x) => Apply(Primitive.Sign, x);

    // A whole number is its own floor.
    public static Recorded Floor(Recorded x) => _type == LaneType.Whole ? x : Apply(Primitive.Floor, x);

    public static Recorded Round(Recorded x) => _type == LaneType.Whole ? x : Apply(Primitive.Round, x);

    public static Recorded Sqrt(Recorded x) => Apply(Primitive.Sqrt, x);

    public static Recorded Exp(Recorded x) => Apply(Primitive.Exp, x);

    public static Recorded Expm1(Recorded x) => Apply(Primitive.Expm1, x);

    public static Recorded Log(Recorded x) => Apply(Primitive.Log, x);

    public static Recorded Log1p(Recorded x) => Apply(Primitive.Log1p, x);

    public static Recorded Sin(Recorded x) => Apply(Primitive.Sin, x);

    public static Recorded Cos(Recorded x) => Apply(Primitive.Cos, x);

    public static Recorded Tan(Recorded x) => Apply(Primitive.Tan, x);

    public static Recorded Asin(Recorded x) => Apply(Primitive.Asin, x);

    public static Recorded Acos(Recorded x) => Apply(Primitive.Acos, x);

    public static Recorded Atan(Recorded x) => Apply(Primitive.Atan, x);

    public static Recorded Atan2(Recorded y, Recorded x) => Apply(Primitive.Atan2, y, x);

    public static Recorded Sinh(Recorded x) => Apply(Primitive.Sinh, x);

    public static Recorded Cosh(Recorded x) => Apply(Primitive.Cosh, x);

    public static Recorded Tanh(Recorded x) => Apply(Primitive.Tanh, x);

    public static Recorded Erf(Recorded x) => Apply(Primitive.Erf, x);

    public static Recorded Erfc(Recorded x) => Apply(Primitive.Erfc, x);

    public static Recorded Pow(Recorded x, Recorded y) => Apply(Primitive.Pow, x, y);

    public static Recorded Min(Recorded x, Recorded y) => Apply(Primitive.Min, x, y);

    public static Recorded Max(Recorded x, Recorded y) => Apply(Primitive.Max, x, y);

    public static Recorded IfLess(Recorded a, Recorded b, Recorded then, Recorded otherwise) =>
        If(Primitive.Less, a, b, then, otherwise);

    public static Recorded IfLessOrEqual(Recorded a, Recorded b, Recorded then, Recorded otherwise) =>
        If(Primitive.LessOrEqual, a, b, then, otherwise);

    public static Recorded IfEqual(Recorded a, Recorded b, Recorded then, Recorded otherwise) =>
        If(Primitive.Equal, a, b, then, otherwise);

    private static Recorded Apply(Primitive primitive, Recorded x) =>
        new(_builder!.Apply(primitive, _type, x._id));

    private static Recorded Apply(Primitive primitive, Recorded x, Recorded y) =>
        new(_builder!.Apply(primitive, _type, x._id, y._id));

    private static Recorded If(Primitive comparison, Recorded a, Recorded b, Recorded then, Recorded otherwise)
    {
        int mask = _builder!.Apply(comparison, LaneType.Mask, a._id, b._id);
        return new(_builder.Apply(Primitive.Select, _type, mask, then._id, otherwise._id));
    }

    private ref struct Loop(ReadOnlySpan<int> inputs) : IElementwiseLoop
    {
        private readonly ReadOnlySpan<int> _inputs = inputs;

        public int Result { get; private set; }

        public void Unary<TOp>() where TOp : struct, IUnaryOp => Result = TOp.Primal(new Recorded(_inputs[0]))._id;

        public void Binary<TOp>() where TOp : struct, IBinaryOp =>
            Result = TOp.Primal(new Recorded(_inputs[0]), new Recorded(_inputs[1]))._id;

        public void Ternary<TOp>() where TOp : struct, ITernaryOp =>
            Result = TOp.Primal(new Recorded(_inputs[0]), new Recorded(_inputs[1]), new Recorded(_inputs[2]))._id;
    }
}
