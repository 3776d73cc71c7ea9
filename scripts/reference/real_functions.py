"""Prints the constants of src/ChainRule/Kernels/RealFunctions*.cs.

    python3 scripts/reference/real_functions.py [name ...]        (needs mpmath)

Errors are those of the exact polynomial with rounded coefficients, relative to the function.
"""

import sys

from mpmath import exp, expm1, ln, log, mp, mpf, pi, sin, sqrt, tan, erf, erfc, atan, asin

from minimax import fit, parts, show

BOTH = (False, True)


# Quotients like (eˣ − 1 − x)/x² are replaced by their limits below this size.
NEGLIGIBLE = mpf("1e-13")


def exponential():
    half = ln(2) / 2 * mpf("1.0001")
    for double, degree in zip(BOTH, (4, 10)):
        # (e^r − 1 − r)/r², weighted by what it means for e^r − 1
        c, error = fit(lambda x: (expm1(x) - x) / x ** 2 if abs(x) > NEGLIGIBLE else mpf(1) / 2, range(degree + 1), -half, half,
                       double, lambda x: abs(x ** 2 / expm1(x)) if x else 0)
        show("expm1", c, error, double)
        parts("ln 2", ln(2), 42 if double else 15, 2, double)


def logarithm():
    low, high = sqrt(mpf(1) / 2) - 1, sqrt(mpf(2)) - 1
    for double, degree in zip(BOTH, (8, 20)):
        # (log(1 + f) − f)/f² = −½ + f/3 − …
        c, error = fit(lambda x: (log(1 + x) - x) / x ** 2 if abs(x) > NEGLIGIBLE else -mpf(1) / 2, range(degree + 1), low, high, double,
                       lambda x: abs(x ** 2 / log(1 + x)) if x else 0)
        show("log", c, error, double)


def sine():
    half = pi / 2 * mpf("1.0001")
    for double, degree in zip(BOTH, (4, 8)):
        # (sin r − r)/r³ in z = r²
        def f(z):
            r = sqrt(z)
            return (sin(r) - r) / r ** 3 if z > mpf("1e-12") else -mpf(1) / 6 + z / 120
        c, error = fit(f, range(degree + 1), 0, half ** 2, double,
                       lambda z: z * sqrt(z) / sin(sqrt(z)) if z else 0)
        show("sin", c, error, double)
        parts("π", pi, 32 if double else 13, 4, double)
        parts("1/π", 1 / pi, 53, 1, double)


def tangent():
    for double, degree in zip(BOTH, (6, 14)):
        # (tan r − r)/r³ in z = r², for |r| ≤ π/4
        def f(z):
            r = sqrt(z)
            return (tan(r) - r) / r ** 3 if z > NEGLIGIBLE else mpf(1) / 3 + z * 2 / 15
        c, error = fit(f, range(degree + 1), 0, (pi / 4 * mpf("1.0001")) ** 2, double,
                       lambda z: z * sqrt(z) / tan(sqrt(z)) if z else 0)
        show("tan", c, error, double)


def error_function():
    for double, degree, far, high in zip(BOTH, (6, 11), (11, 25), (mpf("3.95"), mpf("5.95"))):
        # erf(x)/x − 1 in z = x², for |x| ≤ 1
        def f(z):
            x = sqrt(z)
            return erf(x) / x - 1 if z > NEGLIGIBLE else 2 / sqrt(pi) * (1 - z / 3) - 1
        c, error = fit(f, range(degree + 1), 0, 1, double,
                       lambda z: sqrt(z) / erf(sqrt(z)) if z else sqrt(pi) / 2)
        show("erf", c, error, double)
        # ⁴√erfc(t + middle), beyond 1. The weight is what an error means for erfc, and so for erf, which is nearly 1.
        middle = mpf(int((1 + high) * 2)) / 4
        c, error = fit(lambda t: erfc(t + middle) ** mpf("0.25"), range(far + 1), 1 - middle, high - middle, double,
                       lambda t: 4 * erfc(t + middle) ** mpf("0.75"))
        show("erf far", c, error, double)
        print(f"// middle {float(middle)}")


def complementary_error_function():
    # Of the numbers near the middle of the interval, the one by which the coefficients of floats are rounded best.
    middle = mpf(19) / 64
    for double, degree, high in zip(BOTH, (9, 24), (mpf("10.2"), mpf("27.3"))):
        # (x + 1)·exp(x²)·erfc(x) in u = 1/(x + 1) − 19/64, for x ≥ 13/16; after Shepherd & Laframboise (1981)
        def f(u):
            x = 1 / (u + middle) - 1
            return (x + 1) * exp(x ** 2) * erfc(x)
        c, error = fit(f, range(degree + 1), 1 / (high + 1) - middle, mpf(16) / 29 - middle, double,
                       lambda u: 1 / f(u))
        show("erfc", c, error, double)


def arc_tangent():
    for double, degree in zip(BOTH, (8, 19)):
        # (atan t − t)/t³ in z = t², for |t| ≤ 1
        def f(z):
            t = sqrt(z)
            return (atan(t) - t) / t ** 3 if z > NEGLIGIBLE else -mpf(1) / 3 + z / 5
        c, error = fit(f, range(degree + 1), 0, 1, double, lambda z: z * sqrt(z) / atan(sqrt(z)) if z else 0)
        show("atan", c, error, double)
        parts("π/2", pi / 2, 53 if double else 24, 2, double)
        parts("π", pi, 53 if double else 24, 2, double)


def arc_sine():
    for double, degree in zip(BOTH, (4, 12)):
        # (asin s − s)/s³ in z = s², for |s| ≤ ½
        def f(z):
            s = sqrt(z)
            return (asin(s) - s) / s ** 3 if z > NEGLIGIBLE else mpf(1) / 6 + z * 3 / 40
        c, error = fit(f, range(degree + 1), 0, mpf(1) / 4, double, lambda z: z * sqrt(z) / asin(sqrt(z)) if z else 0)
        show("asin", c, error, double)


ALL = {
    "exp": exponential,
    "log": logarithm,
    "sin": sine,
    "tan": tangent,
    "erf": error_function,
    "erfc": complementary_error_function,
    "atan": arc_tangent,
    "asin": arc_sine,
}

if __name__ == "__main__":
    for chosen in sys.argv[1:] or ALL:
        ALL[chosen]()
