"""Prints the constants of src/ChainRule/Kernels/RealFunctions*.cs.

    python3 scripts/reference/real_functions.py [name ...]        (needs mpmath)

Errors are those of the exact polynomial with rounded coefficients, relative to the function.
"""

import sys

from mpmath import exp, expm1, ln, log, mp, mpf, pi, sin, sqrt, tan, cos, erf, erfc, atan, asin

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


ALL = {"exp": exponential, "log": logarithm, "sin": sine}

if __name__ == "__main__":
    for chosen in sys.argv[1:] or ALL:
        ALL[chosen]()
