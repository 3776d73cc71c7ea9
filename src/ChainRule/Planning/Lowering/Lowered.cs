using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>
/// A value of a kernel that is being built: running an op's body on it writes down the steps, instead of computing.
/// </summary>
internal readonly struct Lowered : IReal<Lowered>
{
    [ThreadStatic]
    private static KernelBuilder? _builder;

    [ThreadStatic]
    private static LaneType _type;

    private readonly int _id;

    private Lowered(int id) => _id = id;

    /// <summary>Runs bodies that build a kernel.</summary>
    /// <param name="builder">Where the steps go.</param>
    /// <param name="type">Real or whole: what the values are.</param>
    /// <param name="inputs">The arguments.</param>
    /// <param name="body">Gets the arguments.</param>
    /// <returns>The result's position.</returns>
    public static int Run(KernelBuilder builder, LaneType type, ReadOnlySpan<int> inputs, DifferentiableOp body)
    {
        (KernelBuilder? outer, LaneType outerType) = (_builder, _type);
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

    public static Lowered Of(double constant) => new(_type == LaneType.Real
        ? _builder!.Constant(constant)
        : _builder!.Constant(LaneType.Whole, checked((long)constant)));

    public static Lowered operator +(Lowered left, Lowered right) => Apply(Primitive.Add, left, right);

    public static Lowered operator -(Lowered left, Lowered right) => Apply(Primitive.Subtract, left, right);

    public static Lowered operator *(Lowered left, Lowered right) => Apply(Primitive.Multiply, left, right);

    public static Lowered operator /(Lowered left, Lowered right) => Apply(Primitive.Divide, left, right);

    public static Lowered operator -(Lowered value) => Apply(Primitive.Negate, value);

    public static Lowered Abs(Lowered x) => Apply(Primitive.Abs, x);

    public static Lowered Sign(Lowered x) => Apply(Primitive.Sign, x);

    // A whole number is its own floor.
    public static Lowered Floor(Lowered x) => _type == LaneType.Whole ? x : Apply(Primitive.Floor, x);

    public static Lowered Round(Lowered x) => _type == LaneType.Whole ? x : Apply(Primitive.Round, x);

    public static Lowered Sqrt(Lowered x) => Apply(Primitive.Sqrt, x);

    public static Lowered Exp(Lowered x) => Apply(Primitive.Exp, x);

    public static Lowered Expm1(Lowered x) => Apply(Primitive.Expm1, x);

    public static Lowered Log(Lowered x) => Apply(Primitive.Log, x);

    public static Lowered Log1p(Lowered x) => Apply(Primitive.Log1p, x);

    public static Lowered Sin(Lowered x) => Apply(Primitive.Sin, x);

    public static Lowered Cos(Lowered x) => Apply(Primitive.Cos, x);

    public static Lowered Tan(Lowered x) => Apply(Primitive.Tan, x);

    public static Lowered Asin(Lowered x) => Apply(Primitive.Asin, x);

    public static Lowered Acos(Lowered x) => Apply(Primitive.Acos, x);

    public static Lowered Atan(Lowered x) => Apply(Primitive.Atan, x);

    public static Lowered Atan2(Lowered y, Lowered x) => Apply(Primitive.Atan2, y, x);

    public static Lowered Sinh(Lowered x) => Apply(Primitive.Sinh, x);

    public static Lowered Cosh(Lowered x) => Apply(Primitive.Cosh, x);

    public static Lowered Tanh(Lowered x) => Apply(Primitive.Tanh, x);

    public static Lowered Erf(Lowered x) => Apply(Primitive.Erf, x);

    public static Lowered Erfc(Lowered x) => Apply(Primitive.Erfc, x);

    public static Lowered Pow(Lowered x, Lowered y) => Apply(Primitive.Pow, x, y);

    public static Lowered Min(Lowered x, Lowered y) => Apply(Primitive.Min, x, y);

    public static Lowered Max(Lowered x, Lowered y) => Apply(Primitive.Max, x, y);

    public static Lowered IfLess(Lowered a, Lowered b, Lowered then, Lowered otherwise) =>
        If(Primitive.Less, a, b, then, otherwise);

    public static Lowered IfLessOrEqual(Lowered a, Lowered b, Lowered then, Lowered otherwise) =>
        If(Primitive.LessOrEqual, a, b, then, otherwise);

    public static Lowered IfEqual(Lowered a, Lowered b, Lowered then, Lowered otherwise) =>
        If(Primitive.Equal, a, b, then, otherwise);

    private static Lowered Apply(Primitive primitive, Lowered x) =>
        new(_builder!.Apply(primitive, _type, x._id));

    private static Lowered Apply(Primitive primitive, Lowered x, Lowered y) =>
        new(_builder!.Apply(primitive, _type, x._id, y._id));

    private static Lowered If(Primitive comparison, Lowered a, Lowered b, Lowered then, Lowered otherwise)
    {
        int mask = _builder!.Apply(comparison, LaneType.Mask, a._id, b._id);
        return new(_builder.Apply(Primitive.Select, _type, mask, then._id, otherwise._id));
    }

    private ref struct Loop(ReadOnlySpan<int> inputs) : IElementwiseLoop
    {
        private readonly ReadOnlySpan<int> _inputs = inputs;

        public int Result { get; private set; }

        public void Unary<TOp>() where TOp : struct, IUnaryOp => Result = TOp.Primal(new Lowered(_inputs[0]))._id;

        public void Binary<TOp>() where TOp : struct, IBinaryOp =>
            Result = TOp.Primal(new Lowered(_inputs[0]), new Lowered(_inputs[1]))._id;

        public void Ternary<TOp>() where TOp : struct, ITernaryOp =>
            Result = TOp.Primal(new Lowered(_inputs[0]), new Lowered(_inputs[1]), new Lowered(_inputs[2]))._id;
    }
}
