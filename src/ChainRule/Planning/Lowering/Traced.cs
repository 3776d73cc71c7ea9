using ChainRule.Ops;

namespace ChainRule.Planning;

/// <summary>
/// A value of a kernel that is being built: running an op's body on it writes down the steps, instead of computing.
/// </summary>
internal readonly struct Traced : IReal<Traced>
{
    [ThreadStatic]
    private static KernelBuilder? _builder;

    [ThreadStatic]
    private static LaneType _type;

    private readonly int _id;

    private Traced(int id) => _id = id;

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

    public static Traced Of(double constant) => new(_type == LaneType.Real
        ? _builder!.Constant(constant)
        : _builder!.Constant(LaneType.Whole, checked((long)constant)));

    public static Traced operator +(Traced left, Traced right) => Apply(Primitive.Add, left, right);

    public static Traced operator -(Traced left, Traced right) => Apply(Primitive.Subtract, left, right);

    public static Traced operator *(Traced left, Traced right) => Apply(Primitive.Multiply, left, right);

    public static Traced operator /(Traced left, Traced right) => Apply(Primitive.Divide, left, right);

    public static Traced operator -(Traced value) => Apply(Primitive.Negate, value);

    public static Traced Abs(Traced x) => Apply(Primitive.Abs, x);

    public static Traced Sign(Traced x) => Apply(Primitive.Sign, x);

    // A whole number is its own floor.
    public static Traced Floor(Traced x) => _type == LaneType.Whole ? x : Apply(Primitive.Floor, x);

    public static Traced Round(Traced x) => _type == LaneType.Whole ? x : Apply(Primitive.Round, x);

    public static Traced Sqrt(Traced x) => Apply(Primitive.Sqrt, x);

    public static Traced Exp(Traced x) => Apply(Primitive.Exp, x);

    public static Traced Expm1(Traced x) => Apply(Primitive.Expm1, x);

    public static Traced Log(Traced x) => Apply(Primitive.Log, x);

    public static Traced Log1p(Traced x) => Apply(Primitive.Log1p, x);

    public static Traced Sin(Traced x) => Apply(Primitive.Sin, x);

    public static Traced Cos(Traced x) => Apply(Primitive.Cos, x);

    public static Traced Tan(Traced x) => Apply(Primitive.Tan, x);

    public static Traced Asin(Traced x) => Apply(Primitive.Asin, x);

    public static Traced Acos(Traced x) => Apply(Primitive.Acos, x);

    public static Traced Atan(Traced x) => Apply(Primitive.Atan, x);

    public static Traced Atan2(Traced y, Traced x) => Apply(Primitive.Atan2, y, x);

    public static Traced Sinh(Traced x) => Apply(Primitive.Sinh, x);

    public static Traced Cosh(Traced x) => Apply(Primitive.Cosh, x);

    public static Traced Tanh(Traced x) => Apply(Primitive.Tanh, x);

    public static Traced Erf(Traced x) => Apply(Primitive.Erf, x);

    public static Traced Erfc(Traced x) => Apply(Primitive.Erfc, x);

    public static Traced Pow(Traced x, Traced y) => Apply(Primitive.Pow, x, y);

    public static Traced Min(Traced x, Traced y) => Apply(Primitive.Min, x, y);

    public static Traced Max(Traced x, Traced y) => Apply(Primitive.Max, x, y);

    public static Traced IfLess(Traced a, Traced b, Traced then, Traced otherwise) =>
        If(Primitive.Less, a, b, then, otherwise);

    public static Traced IfLessOrEqual(Traced a, Traced b, Traced then, Traced otherwise) =>
        If(Primitive.LessOrEqual, a, b, then, otherwise);

    public static Traced IfEqual(Traced a, Traced b, Traced then, Traced otherwise) =>
        If(Primitive.Equal, a, b, then, otherwise);

    private static Traced Apply(Primitive primitive, Traced x) =>
        new(_builder!.Apply(primitive, _type, x._id));

    private static Traced Apply(Primitive primitive, Traced x, Traced y) =>
        new(_builder!.Apply(primitive, _type, x._id, y._id));

    private static Traced If(Primitive comparison, Traced a, Traced b, Traced then, Traced otherwise)
    {
        int mask = _builder!.Apply(comparison, LaneType.Mask, a._id, b._id);
        return new(_builder.Apply(Primitive.Select, _type, mask, then._id, otherwise._id));
    }

    private ref struct Loop(ReadOnlySpan<int> inputs) : IElementwiseLoop
    {
        private readonly ReadOnlySpan<int> _inputs = inputs;

        public int Result { get; private set; }

        public void Unary<TOp>() where TOp : struct, IUnaryOp => Result = TOp.Primal(new Traced(_inputs[0]))._id;

        public void Binary<TOp>() where TOp : struct, IBinaryOp =>
            Result = TOp.Primal(new Traced(_inputs[0]), new Traced(_inputs[1]))._id;

        public void Ternary<TOp>() where TOp : struct, ITernaryOp =>
            Result = TOp.Primal(new Traced(_inputs[0]), new Traced(_inputs[1]), new Traced(_inputs[2]))._id;
    }
}
