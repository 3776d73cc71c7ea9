"""Writes the reference values of the special functions: special.csv.

    python3 scripts/reference/special.py        (from the root of the repository; needs mpmath)

A row is function, x, f(x). x is an exact binary number; f(x) is computed with 80 digits and rounded once, to nearest
even. The points are drawn with a fixed seed over the whole range and, more densely, where an implementation changes
its method; zeros, infinities, NaN, subnormals and the ends of the range are added by hand.
"""

import math
import random
from fractions import Fraction
from pathlib import Path

from mpmath import mp, mpf

TARGET = Path("tests/ChainRule.Tests/Kernels/Reference/special.csv")
INF, NAN = math.inf, math.nan
TINY = (5e-324, 2.2250738585072014e-308, 1e-300, 1e-17, 2.0**-54, 2.0**-53, 2.0**-52, 1e-10, 1e-5)

# Name, exact function, values at inf and -inf, intervals with the number of points drawn in each, extra points.
FUNCTIONS = (
    ("expm1", mp.expm1, INF, -1.0, ((-1, 1, 200), (-45, 45, 150), (0, 709.7, 100), (-0.4, -0.3, 40), (0.3, 0.4, 40),
                                    (1.0, 1.1, 20)),
     (709.782712893384, 709.7827128933841, 709.4, 710.0, 1e308, -36.8, -37.5, -50.0, -745.0, -1e308)),
    ("log1p", mp.log1p, INF, NAN, ((-0.999999, 1, 200), (-0.01, 0.01, 100), (0, 1000, 100), (-1e-15, 1e-15, 100)),
     (-0.9999999999999999, 2.0**53, 2.0**53 + 2, 1e16, 1e100, 1.7976931348623157e308)),
    ("erf", mp.erf, 1.0, -1.0, ((-1, 1, 300), (-6, 6, 200), (0.9, 1.1, 60)), (5.9, 5.95, 6.0, 7.0, 27.0, 1e308)),
    ("erfc", mp.erfc, 0.0, 2.0, ((-1, 1, 200), (-6, 28, 300), (0.4, 0.6, 60), (0.5, 3, 100), (26, 27.3, 40)),
     (27.226, 27.2260171, 27.3, 28.0, 30.0, -6.0, -7.0, 1e308)),
)


def nearest(exact):
    """The nearest double, ties to even, also among the subnormals: as Python divides integers."""
    sign, mantissa, exponent, _ = exact._mpf_
    try:
        size = float(Fraction(mantissa) * Fraction(2) ** exponent)
    except OverflowError:
        size = INF
    return -size if sign else size


def value(f, x, at_infinity, at_minus_infinity):
    if math.isnan(x):
        return NAN
    if math.isinf(x):
        return at_infinity if x > 0 else at_minus_infinity
    if x == 0:
        return 1.0 if f == mp.erfc else x
    with mp.workdps(80):
        if f == mp.expm1 and abs(x) > 1000:  # beyond every double
            return INF if x > 0 else -1.0
        if f == mp.erfc and abs(x) > 40:
            return 0.0 if x > 0 else 2.0
        if f == mp.erf and abs(x) > 40:
            return math.copysign(1.0, x)
        return nearest(f(mpf(x)))


def points(intervals, extra):
    random.seed(1)
    yield from (0.0, -0.0, INF, -INF, NAN)
    for tiny in TINY:
        yield from (tiny, -tiny)
    for low, high, count in intervals:
        for _ in range(count):
            yield random.uniform(low, high)
    yield from extra


def main():
    rows = ["function,x,value"]
    for name, f, at_infinity, at_minus_infinity, intervals, extra in FUNCTIONS:
        for x in points(intervals, extra):
            rows.append(f"{name},{x!r},{value(f, x, at_infinity, at_minus_infinity)!r}")
    TARGET.write_text("\n".join(rows) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(rows) - 1} rows")


main()
