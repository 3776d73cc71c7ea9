namespace ChainRule.Execution;

internal readonly partial struct Lanes1<T>
{
    public static Lanes1<T> Exp(Lanes1<T> x) => LaneByLane.Apply<Exp, Lanes1<T>, T>(x);

    public static Lanes1<T> Expm1(Lanes1<T> x) => LaneByLane.Apply<Expm1, Lanes1<T>, T>(x);

    public static Lanes1<T> Log(Lanes1<T> x) => LaneByLane.Apply<Log, Lanes1<T>, T>(x);

    public static Lanes1<T> Log1p(Lanes1<T> x) => LaneByLane.Apply<Log1p, Lanes1<T>, T>(x);

    public static Lanes1<T> Sin(Lanes1<T> x) => LaneByLane.Apply<Sin, Lanes1<T>, T>(x);

    public static Lanes1<T> Cos(Lanes1<T> x) => LaneByLane.Apply<Cos, Lanes1<T>, T>(x);

    public static Lanes1<T> Tan(Lanes1<T> x) => LaneByLane.Apply<Tan, Lanes1<T>, T>(x);

    public static Lanes1<T> Asin(Lanes1<T> x) => LaneByLane.Apply<Asin, Lanes1<T>, T>(x);

    public static Lanes1<T> Acos(Lanes1<T> x) => LaneByLane.Apply<Acos, Lanes1<T>, T>(x);

    public static Lanes1<T> Atan(Lanes1<T> x) => LaneByLane.Apply<Atan, Lanes1<T>, T>(x);

    public static Lanes1<T> Sinh(Lanes1<T> x) => LaneByLane.Apply<Sinh, Lanes1<T>, T>(x);

    public static Lanes1<T> Cosh(Lanes1<T> x) => LaneByLane.Apply<Cosh, Lanes1<T>, T>(x);

    public static Lanes1<T> Tanh(Lanes1<T> x) => LaneByLane.Apply<Tanh, Lanes1<T>, T>(x);

    public static Lanes1<T> Erf(Lanes1<T> x) => LaneByLane.Apply<Erf, Lanes1<T>, T>(x);

    public static Lanes1<T> Erfc(Lanes1<T> x) => LaneByLane.Apply<Erfc, Lanes1<T>, T>(x);

    public static Lanes1<T> Atan2(Lanes1<T> y, Lanes1<T> x) => LaneByLane.Apply<Atan2, Lanes1<T>, T>(y, x);

    public static Lanes1<T> Pow(Lanes1<T> x, Lanes1<T> y) => LaneByLane.Apply<Pow, Lanes1<T>, T>(x, y);
}
