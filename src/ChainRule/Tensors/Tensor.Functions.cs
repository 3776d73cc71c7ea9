namespace ChainRule;

// Every function exists twice: Tensor.Exp(x) reads like a formula, x.Exp() like a chain of steps.
public partial class Tensor
{
    /// <summary>x²; element by element.</summary>
    public static Tensor Square(Tensor x) => Apply<Square>(x);

    /// <summary>x²; element by element.</summary>
    public Tensor Square() => Apply<Square>(this);

    /// <summary>√x; NaN below 0; element by element.</summary>
    public static Tensor Sqrt(Tensor x) => Apply<Sqrt>(x);

    /// <summary>√x; NaN below 0; element by element.</summary>
    public Tensor Sqrt() => Apply<Sqrt>(this);

    /// <summary>1/x; element by element.</summary>
    public static Tensor Reciprocal(Tensor x) => Apply<Reciprocal>(x);

    /// <summary>1/x; element by element.</summary>
    public Tensor Reciprocal() => Apply<Reciprocal>(this);

    /// <summary>|x|; its derivative at 0 is 0; element by element.</summary>
    public static Tensor Abs(Tensor x) => Apply<Abs>(x);

    /// <summary>|x|; its derivative at 0 is 0; element by element.</summary>
    public Tensor Abs() => Apply<Abs>(this);

    /// <summary>−1, 0 or 1; its derivative is 0; element by element.</summary>
    public static Tensor Sign(Tensor x) => Apply<Sign>(x);

    /// <summary>−1, 0 or 1; its derivative is 0; element by element.</summary>
    public Tensor Sign() => Apply<Sign>(this);

    /// <summary>⌊x⌋; its derivative is 0; element by element.</summary>
    public static Tensor Floor(Tensor x) => Apply<Floor>(x);

    /// <summary>⌊x⌋; its derivative is 0; element by element.</summary>
    public Tensor Floor() => Apply<Floor>(this);

    /// <summary>the nearest integer, halves to the even one; its derivative is 0; element by element.</summary>
    public static Tensor Round(Tensor x) => Apply<Round>(x);

    /// <summary>the nearest integer, halves to the even one; its derivative is 0; element by element.</summary>
    public Tensor Round() => Apply<Round>(this);

    /// <summary>eˣ; element by element.</summary>
    public static Tensor Exp(Tensor x) => Apply<Exp>(x);

    /// <summary>eˣ; element by element.</summary>
    public Tensor Exp() => Apply<Exp>(this);

    /// <summary>eˣ − 1, accurate near 0; element by element.</summary>
    public static Tensor Expm1(Tensor x) => Apply<Expm1>(x);

    /// <summary>eˣ − 1, accurate near 0; element by element.</summary>
    public Tensor Expm1() => Apply<Expm1>(this);

    /// <summary>ln x; −∞ at 0, NaN below; element by element.</summary>
    public static Tensor Log(Tensor x) => Apply<Log>(x);

    /// <summary>ln x; −∞ at 0, NaN below; element by element.</summary>
    public Tensor Log() => Apply<Log>(this);

    /// <summary>ln(1 + x), accurate near 0; element by element.</summary>
    public static Tensor Log1p(Tensor x) => Apply<Log1p>(x);

    /// <summary>ln(1 + x), accurate near 0; element by element.</summary>
    public Tensor Log1p() => Apply<Log1p>(this);

    /// <summary>sin x; element by element.</summary>
    public static Tensor Sin(Tensor x) => Apply<Sin>(x);

    /// <summary>sin x; element by element.</summary>
    public Tensor Sin() => Apply<Sin>(this);

    /// <summary>cos x; element by element.</summary>
    public static Tensor Cos(Tensor x) => Apply<Cos>(x);

    /// <summary>cos x; element by element.</summary>
    public Tensor Cos() => Apply<Cos>(this);

    /// <summary>tan x; element by element.</summary>
    public static Tensor Tan(Tensor x) => Apply<Tan>(x);

    /// <summary>tan x; element by element.</summary>
    public Tensor Tan() => Apply<Tan>(this);

    /// <summary>arcsin x; NaN outside [−1, 1]; element by element.</summary>
    public static Tensor Asin(Tensor x) => Apply<Asin>(x);

    /// <summary>arcsin x; NaN outside [−1, 1]; element by element.</summary>
    public Tensor Asin() => Apply<Asin>(this);

    /// <summary>arccos x; NaN outside [−1, 1]; element by element.</summary>
    public static Tensor Acos(Tensor x) => Apply<Acos>(x);

    /// <summary>arccos x; NaN outside [−1, 1]; element by element.</summary>
    public Tensor Acos() => Apply<Acos>(this);

    /// <summary>arctan x; element by element.</summary>
    public static Tensor Atan(Tensor x) => Apply<Atan>(x);

    /// <summary>arctan x; element by element.</summary>
    public Tensor Atan() => Apply<Atan>(this);

    /// <summary>sinh x; element by element.</summary>
    public static Tensor Sinh(Tensor x) => Apply<Sinh>(x);

    /// <summary>sinh x; element by element.</summary>
    public Tensor Sinh() => Apply<Sinh>(this);

    /// <summary>cosh x; element by element.</summary>
    public static Tensor Cosh(Tensor x) => Apply<Cosh>(x);

    /// <summary>cosh x; element by element.</summary>
    public Tensor Cosh() => Apply<Cosh>(this);

    /// <summary>tanh x; element by element.</summary>
    public static Tensor Tanh(Tensor x) => Apply<Tanh>(x);

    /// <summary>tanh x; element by element.</summary>
    public Tensor Tanh() => Apply<Tanh>(this);

    /// <summary>1/(1 + e⁻ˣ); element by element.</summary>
    public static Tensor Sigmoid(Tensor x) => Apply<Sigmoid>(x);

    /// <summary>1/(1 + e⁻ˣ); element by element.</summary>
    public Tensor Sigmoid() => Apply<Sigmoid>(this);

    /// <summary>ln(1 + eˣ); element by element.</summary>
    public static Tensor Softplus(Tensor x) => Apply<Softplus>(x);

    /// <summary>ln(1 + eˣ); element by element.</summary>
    public Tensor Softplus() => Apply<Softplus>(this);

    /// <summary>max(x, 0); its derivative at 0 is 0; element by element.</summary>
    public static Tensor Relu(Tensor x) => Apply<Relu>(x);

    /// <summary>max(x, 0); its derivative at 0 is 0; element by element.</summary>
    public Tensor Relu() => Apply<Relu>(this);

    /// <summary>x·Φ(x), exact; element by element.</summary>
    public static Tensor Gelu(Tensor x) => Apply<Gelu>(x);

    /// <summary>x·Φ(x), exact; element by element.</summary>
    public Tensor Gelu() => Apply<Gelu>(this);

    /// <summary>x·σ(x); element by element.</summary>
    public static Tensor Silu(Tensor x) => Apply<Silu>(x);

    /// <summary>x·σ(x); element by element.</summary>
    public Tensor Silu() => Apply<Silu>(this);

    /// <summary>2/√π · ∫₀ˣ e^(−t²) dt; element by element.</summary>
    public static Tensor Erf(Tensor x) => Apply<Erf>(x);

    /// <summary>2/√π · ∫₀ˣ e^(−t²) dt; element by element.</summary>
    public Tensor Erf() => Apply<Erf>(this);

    /// <summary>1 − erf x, accurate where erf x is nearly 1; element by element.</summary>
    public static Tensor Erfc(Tensor x) => Apply<Erfc>(x);

    /// <summary>1 − erf x, accurate where erf x is nearly 1; element by element.</summary>
    public Tensor Erfc() => Apply<Erfc>(this);
}
