"""Best polynomials for a machine's numbers: used by real_functions.py.

The exchange algorithm of Remez (1934) finds the polynomial whose largest weighted error is smallest. Coefficients are
then rounded one after the other, lowest first, where that is possible; each time the others are fitted anew, so that
they make up for it.
"""

import struct

from mpmath import cos, lu_solve, matrix, mp, mpf, pi

mp.dps = 50
GRID = 600

# Weights may vanish where a factor of the function does, but the equations need some.
FLOOR = mpf("1e-9")


def nearest(value, double):
    """The value rounded to float64 or float32, exactly."""
    rounded = float(value)
    return mpf(rounded if double else struct.unpack("f", struct.pack("f", rounded))[0])


def split(value, bits):
    """The value rounded to so many significant bits, and the rest."""
    value = mpf(value)
    unit = mpf(2) ** (int(mp.floor(mp.log(abs(value), 2))) + 1 - bits)
    high = mp.nint(value / unit) * unit
    return high, value - high


def text(value, double):
    """The shortest decimal number that is read back as the value."""
    if value == int(value) and abs(value) < 1000:
        return repr(int(value))
    if double:
        return repr(float(value))
    return next(t for t in (f"{float(value):.{n}g}" for n in range(1, 18)) if nearest(mpf(t), False) == value)


def remez(f, powers, low, high, weight):
    """The coefficients of the powers that make the largest |Σ cᵢxᵖ − f(x)|·weight(x) smallest, and that error."""
    if not powers:
        return [], None
    low, high = mpf(low), mpf(high)
    count = len(powers) + 1
    grid = [(low + high) / 2 - (high - low) / 2 * cos(pi * i / GRID) for i in range(GRID + 1)]
    values = [(x, f(x), max(weight(x), FLOOR)) for x in grid]
    table = [[x ** p for p in powers] for x in grid]
    chosen = [round(i * GRID / (count - 1)) for i in range(count)]
    best = None
    for _ in range(40):
        system = matrix([table[i] + [(-1) ** k / values[i][2]] for k, i in enumerate(chosen)])
        solution = lu_solve(system, matrix([values[i][1] for i in chosen]))
        coefficients = list(solution)[:-1]
        errors = [(sum(c * t for c, t in zip(coefficients, row)) - y) * w for row, (_, y, w) in zip(table, values)]
        size = max(abs(e) for e in errors)
        if best is None or size < best[1]:
            best = coefficients, size
        if size < abs(solution[count - 1]) * mpf("1.001"):
            break
        chosen = exchange(errors, count)
        if chosen is None:
            break
    return best


def exchange(errors, count):
    """The positions of extrema of alternating sign, with the largest error among them."""
    extrema = []
    for i, error in enumerate(errors):
        if extrema and (error > 0) == (errors[extrema[-1]] > 0):
            if abs(error) > abs(errors[extrema[-1]]):
                extrema[-1] = i
        else:
            extrema.append(i)
    while len(extrema) > count:
        extrema.pop(0 if abs(errors[extrema[0]]) < abs(errors[extrema[-1]]) else -1)
    return extrema if len(extrema) == count else None


def fit(f, powers, low, high, double, weight, given=()):
    """Rounded coefficients, after those that are given, and the largest weighted error of the exact polynomial."""
    powers, fixed = list(powers), list(given)
    while len(fixed) < len(powers):
        rest = powers[len(fixed):]
        known = list(zip(fixed, powers))
        found, _ = remez(lambda x: f(x) - sum(c * x ** p for c, p in known), rest, low, high, weight)
        # Around 0 higher powers alone do not fit a function best by alternation, so there all are rounded at once.
        fixed += [nearest(c, double) for c in (found if low < 0 else found[:1])]
    error = max(abs(sum(c * x ** p for c, p in zip(fixed, powers)) - f(x)) * weight(x)
                for x in (mpf(low) + (mpf(high) - mpf(low)) * mpf(i) / 500 for i in range(501)))
    return fixed, error


def show(name, coefficients, error, double, variable="x"):
    """Prints Horner's rule in C#, highest coefficient first."""
    kind = "float64" if double else "float32"
    print(f"// {name}, {kind}: error 2^{float(mp.log(error, 2)):.1f}" if error else f"// {name}, {kind}")
    print(f"T y = T.Of({text(coefficients[-1], double)});")
    for c in reversed(coefficients[:-1]):
        print(f"y = T.MultiplyAdd(y, {variable}, T.Of({text(c, double)}));")


def parts(name, value, bits, count, double):
    """Prints a constant as a sum: numbers of so many bits, and a last one of full precision."""
    pieces = []
    for _ in range(count - 1):
        piece, value = split(value, bits)
        pieces.append(piece)
    pieces.append(nearest(value, double))
    print(f"// {name}, {'float64' if double else 'float32'}: {', '.join(repr(float(p)) for p in pieces)}")
