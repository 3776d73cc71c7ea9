"""Writes the reference values of RealFunctions for float64: real-functions.csv.

    python3 scripts/reference/real_values.py        (from the root of the repository; needs mpmath)

A row is function, x, f(x). x is an exact binary number; f(x) is computed with 60 digits (more where x is large) and
rounded once. The points are drawn with a fixed seed: intervals where an implementation changes its method, and all
exponents; sines get numbers next to multiples of π/2 too.
"""

import math
import random
from pathlib import Path

from mpmath import mp, mpf

TARGET = Path("tests/ChainRule.Tests/Kernels/Reference/real-functions.csv")

# Name, exact function, intervals, range of exponents, whether negative numbers are in the domain.
FUNCTIONS = (
    ("exp", mp.exp, ((-745.1, 709.78), (-1, 1), (-745, -700), (-0.36, 0.36)), (-60, 9), True),
    ("expm1", mp.expm1, ((-40, 40), (-1, 1), (0, 709.7), (-2, 2)), (-80, 9), True),
    ("log", mp.log, ((0.5, 2), (0.99, 1.01), (0, 10)), (-1074, 1023), False),
    ("log1p", mp.log1p, ((-0.99999, 1), (-0.5, 0.5), (0, 10)), (-80, 1023), False),
    ("tanh", mp.tanh, ((-22, 22), (-2, 2), (-0.6, 0.6)), (-80, 1), True),
    ("sin", mp.sin, ((-10, 10), (-2, 2), (-3.2e6, 3.2e6)), (-80, 60), True),
    ("cos", mp.cos, ((-10, 10), (-2, 2), (-3.2e6, 3.2e6)), (-80, 60), True),
    ("tan", mp.tan, ((-10, 10), (-2, 2), (-3.2e6, 3.2e6)), (-80, 60), True),
    ("erf", mp.erf, ((-6, 6), (-1.2, 1.2), (0.9, 1.1)), (-80, 1), True),
    ("erfc", mp.erfc, ((-6, 27.2), (-1.2, 1.2), (0, 6), (26, 27.2)), (-80, 1), True),
    ("sinh", mp.sinh, ((-40, 40), (-2, 2), (-710, 710)), (-80, 8), True),
    ("cosh", mp.cosh, ((-40, 40), (-2, 2), (-710, 710)), (-80, 8), True),
    ("asin", mp.asin, ((-1, 1), (0.4, 0.6), (0.9999, 1)), (-80, -1), True),
    ("acos", mp.acos, ((-1, 1), (0.4, 0.6), (0.9999, 1)), (-80, -1), True),
    ("atan", mp.atan, ((-10, 10), (-1.2, 1.2), (-3, 3)), (-80, 80), True),
)
POINTS = 60


def points(name, intervals, exponents, negative):
    for low, high in intervals:
        for _ in range(POINTS):
            yield random.uniform(low, high)
    for _ in range(2 * POINTS):
        x = math.ldexp(random.uniform(1, 2), random.randint(*exponents))
        yield x * random.choice((1, -1)) if negative else x
    if name in ("sin", "cos", "tan"):
        for _ in range(POINTS):
            yield float(random.randint(1, 2 ** random.randint(1, 21)) * mp.pi / 2)


def main():
    random.seed(20261125)
    mp.dps = 60
    with TARGET.open("w", encoding="utf-8") as file:
        for name, f, intervals, exponents, negative in FUNCTIONS:
            for x in points(name, intervals, exponents, negative):
                y = float(f(mpf(x)))
                if math.isfinite(y):
                    file.write(f"{name},{x!r},{y!r}\n")


main()
