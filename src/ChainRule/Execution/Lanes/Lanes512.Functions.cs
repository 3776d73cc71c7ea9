namespace ChainRule.Execution;

internal readonly partial struct Lanes512<T>
{
    public static Lanes512<T> Exp(Lanes512<T> x) => LaneByLane.Apply<Exp, Lanes512<T>, T>(x);

    public static Lanes512<T> Expm1(Lanes512<T> x) => LaneByLane.Apply<Expm1, Lanes512<T>, T>(x);

    public static Lanes512<T> Log(Lanes512<T> x) => LaneByLane.Apply<Log, Lanes512<T>, T>(x);

    public static Lanes512<T> Log1p(Lanes512<T> x) => LaneByLane.Apply<Log1p, Lanes512<T>, T>(x);

    public static Lanes512<T> Sin(Lanes512<T> x) => LaneByLane.Apply<Sin, Lanes512<T>, T>(x);

    public static Lanes512<T> Cos(Lanes512<T> x) => LaneByLane.Apply<Cos, Lanes512<T>, T>(x);

    public static Lanes512<T> Tan(Lanes512<T> x) => LaneByLane.Apply<Tan, Lanes512<T>, T>(x);

    public static Lanes512<T> Asin(Lanes512<T> x) => LaneByLane.Apply<Asin, Lanes512<T>, T>(x);

    public static Lanes512<T> Acos(Lanes512<T> x) => LaneByLane.Apply<Acos, Lanes512<T>, T>(x);

    public static Lanes512<T> Atan(Lanes512<T> x) => LaneByLane.Apply<Atan, Lanes512<T>, T>(x);

    public static Lanes512<T> Sinh(Lanes512<T> x) => LaneByLane.Apply<Sinh, Lanes512<T>, T>(x);

    public static Lanes512<T> Cosh(Lanes512<T> x) => LaneByLane.Apply<Cosh, Lanes512<T>, T>(x);

    public static Lanes512<T> Tanh(Lanes512<T> x) => LaneByLane.Apply<Tanh, Lanes512<T>, T>(x);

    public static Lanes512<T> Erf(Lanes512<T> x) => LaneByLane.Apply<Erf, Lanes512<T>, T>(x);

    public static Lanes512<T> Erfc(Lanes512<T> x) => LaneByLane.Apply<Erfc, Lanes512<T>, T>(x);

    public static Lanes512<T> Atan2(Lanes512<T> y, Lanes512<T> x) => LaneByLane.Apply<Atan2, Lanes512<T>, T>(y, x);

    public static Lanes512<T> Pow(Lanes512<T> x, Lanes512<T> y) => LaneByLane.Apply<Pow, Lanes512<T>, T>(x, y);
}
