"""Prints the polynomials of Erf and Erfc in src/ChainRule/Kernels/SpecialFunctions.

    python3 scripts/reference/erf_coefficients.py        (needs mpmath)

Both are Chebyshev interpolants computed with 60 digits, written as powers, lowest first, and rounded once:

  * erf(x)/x - 1 in z = x^2, for 0 <= x <= 1;
  * (1 + x) exp(x^2) erfc(x) in t = (x - K)/(x + K), for 1/2 <= x <= 28; the substitution and the factor that makes the
    function nearly constant are from Shepherd & Laframboise, "Chebyshev approximation of (1 + 2x)exp(x^2)erfc x in
    0 <= x < inf", Mathematics of Computation 36 (1981).

The degree is the smallest whose neglected Chebyshev coefficients are below 2^-57.
"""

from mpmath import cos, erf, erfc, exp, mp, mpf, pi, polyval, sqrt

mp.dps = 60
K = mpf(15) / 4
TOLERANCE = mpf(2) ** -57
POINTS = 40


def chebyshev(f, low, high):
    """The Chebyshev coefficients of f on [low, high], without those at the end that are below the tolerance."""
    angles = [pi * (2 * j + 1) / (2 * POINTS) for j in range(POINTS)]
    values = [f((high - low) / 2 * cos(a) + (low + high) / 2) for a in angles]
    series = [2 * sum(v * cos(n * a) for v, a in zip(values, angles)) / POINTS for n in range(POINTS)]
    series[0] /= 2
    while abs(series[-1]) < TOLERANCE:
        series.pop()
    return series


def powers(series, low, high):
    """The same polynomial by powers of its variable on [low, high], lowest first."""
    scaled = [2 / (high - low), -(high + low) / (high - low)]  # of u in [-1, 1]
    previous, current = [mpf(1)], scaled[::-1]
    total = [mpf(0)] * len(series)
    for n, coefficient in enumerate(series):
        basis = previous if n == 0 else current
        if n > 1:
            shifted = [mpf(0)] + [2 * scaled[0] * c for c in current]
            basis = [s + 2 * scaled[1] * c - p for s, c, p in
                     zip(shifted, current + [mpf(0)], previous + [mpf(0)] * 2)]
            previous, current = current, basis
        total = [t + coefficient * (basis[i] if i < len(basis) else 0) for i, t in enumerate(total)]
    return total


def show(name, f, low, high):
    coefficients = powers(chebyshev(f, low, high), low, high)
    worst = max(abs(polyval(coefficients[::-1], x) - f(x)) for x in
                ((high - low) * mpf(i) / 500 + low for i in range(1, 501)))
    print(f"{name}: absolute error before rounding {float(worst):.2g}")
    for coefficient in coefficients:
        print(f"        {float(coefficient)!r},")


def error_function(z):
    return erf(sqrt(z)) / sqrt(z) - 1


def complement(t):
    x = K * (1 + t) / (1 - t)
    return (1 + x) * exp(x * x) * erfc(x)


def variable(x):
    return (x - K) / (x + K)


show("erf", error_function, mpf(0), mpf(1))
show("erfc", complement, variable(mpf(1) / 2), variable(mpf(28)))
