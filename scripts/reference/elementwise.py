"""Writes the reference values of the elementwise ops: elementwise.csv (float64) and elementwise32.csv (float32).

    python3 scripts/reference/elementwise.py        (from the root of the repository; needs mpmath and NumPy)

The inputs are exact binary numbers; value and derivatives are computed with mpmath to at least 50 correct digits from
exactly those inputs and rounded once, to nearest even. Conventions:

  * relu'(0) = 0, abs'(0) = 0; sign, floor and round have derivative 0 everywhere; second derivatives there are 0;
  * min and max give half of the derivative to each argument where the arguments are equal (0 and -0 are equal);
  * clamp: d1x = 1 for lo <= x <= hi; outside, the bound that holds x (y = lo, z = hi) gets the 1;
  * at a pole inside the closed domain the one-sided limit: sqrt'(0) = inf, log'(0) = inf, asin'(1) = inf,
    reciprocal'(0) = reciprocal'(-0) = -inf; sqrt and log have no derivative columns at -0;
  * pow: d1x at x = 0 is 0 for y = 0 and y > 1, 1 for y = 1, inf for 0 < y < 1; d1y at x = 0 is 0 for y > 0;
    d1y is empty for x < 0 and for 0^0; both are empty for 0 to a negative power;
  * derivatives are empty where the value is NaN, where an input is infinite or NaN, for a division by 0 and for
    atan2(0, 0); d2x is given for unary ops only; a zero derivative is written 0.0 whatever its sign;
  * gelu(-inf) and silu(-inf) are the limits, -0.0; relu(-0.0) is written 0.0, and -0.0 is as good.
"""

import math
import random
from pathlib import Path

import mpmath
import numpy as np
from mpmath import mp, mpf

import checks
from binary_ops import BINARY, CLAMP, clamp, clamp_d
from rounding import FLOAT32, FLOAT64, bits
from unary_ops import UNARY

TARGET = Path("tests/ChainRule.Tests/Ops/Reference")
COLUMNS = "op,x,y,z,value,d1x,d1y,d1z,d2x"
MAGNITUDES = (1e-300, 1e-20, 1e-8, 1e-3, 0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0, 7.5, 10.0, 20.0, 50.0, 100.0)
SPECIALS = {FLOAT64: (0.0, -0.0, math.inf, -math.inf, math.nan, 5e-324, -5e-324, 1e308, -1e308),
            FLOAT32: (0.0, -0.0, math.inf, -math.inf, math.nan, 2.0**-149, -(2.0**-149), 1e38, -1e38)}
PAIR_SPECIALS = (0.0, -0.0, 1.0, -1.0, math.inf, -math.inf, math.nan)


def derivative(exact, form):
    """A derivative cell: rounded, zeros without sign, None where there is none."""
    if exact is None:
        return None
    return form.round(exact) + 0.0 if isinstance(exact, mpf) else exact


def unary_rows(op, form):
    dice = random.Random(op.name)
    common = [s * m for m in MAGNITUDES for s in (1, -1)]
    raw = [x for x in common if op.inside(x) or abs(x) in (1.5, 100.0)]  # outside the domain two are enough
    raw += [dice.uniform(*op.span) for _ in range(12)] + list(op.points) + list(SPECIALS[form])
    for x in unique((form.nearest(x),) for x in raw):
        yield x, unary_cells(op, form, *x)


def unary_cells(op, form, x):
    """The value and the derivatives d1x, d2x at x."""
    for point, value, d1, d2 in op.poles:
        if bits(point) == bits(x):
            return form.nearest(value), d1, d2
    if math.isnan(x) or math.isinf(x):
        value = math.nan if math.isnan(x) else op.at[2 if x > 0 else 3]
        return form.nearest(value), None, None
    if not op.inside(x):
        return math.nan, None, None
    exact = mpf(x)
    if x == 0:
        tabled = op.at[0 if math.copysign(1, x) > 0 else 1]
        value = form.round(tabled) if isinstance(tabled, mpf) else form.nearest(tabled)
        if not op.d_at_zero:
            return value, None, None
    else:
        value = form.round(op.f(exact))
        if value == 0 and op.name == "round":
            value = math.copysign(value, x)
    return value, derivative(op.d1(exact), form), derivative(op.d2(exact), form)


def binary_rows(op, form):
    dice = random.Random(op.name)
    specials = PAIR_SPECIALS + SPECIALS[form][5:]
    low = 0.01 if op.name == "pow" else -4
    raw = [(dice.uniform(low, 4), dice.uniform(-4, 4)) for _ in range(30)]
    raw += list(op.pairs) + [(x, y) for x in specials for y in specials]
    for x, y in unique((form.nearest(x), form.nearest(y)) for x, y in raw):
        yield (x, y), binary_cells(op, form, x, y)


def binary_cells(op, form, x, y):
    """The value and the derivatives d1x, d1y at (x, y)."""
    finite = math.isfinite(x) and math.isfinite(y)
    value = None if finite and x != 0 and y != 0 and op.name != "pow" else op.ieee(x, y)
    if value is None:
        value = form.round(op.f(mpf(x), mpf(y)))
    else:
        value = form.nearest(value)
    if not finite or math.isnan(value):
        return value, None, None
    return value, *(derivative(d, form) for d in op.d(mpf(x), mpf(y)))


def unique(rows):
    seen = set()
    for row in rows:
        key = tuple(bits(x) for x in row)
        if key not in seen:
            seen.add(key)
            yield row


def table(form):
    """All rows: op, inputs (3 columns), value, d1x, d1y, d1z, d2x."""
    rows = []
    for op in UNARY:
        rows += [(op.name, x, None, None, v, d1, None, None, d2) for (x,), (v, d1, d2) in unary_rows(op, form)]
    for op in BINARY:
        rows += [(op.name, x, y, None, v, dx, dy, None, None) for (x, y), (v, dx, dy) in binary_rows(op, form)]
    for args in unique(tuple(form.nearest(a) for a in case) for case in CLAMP):
        d = clamp_d(*args) if all(map(math.isfinite, args)) else (None, None, None)
        rows.append(("clamp", *args, clamp(*args), *d, None))
    return rows


def write(name, form, rows, columns):
    with open(TARGET / name, "w", encoding="utf-8", newline="\n") as file:
        file.write(f"# Made by scripts/reference/elementwise.py with mpmath {mpmath.__version__} "
                   f"at {mp.dps} digits and NumPy {np.__version__}; do not edit. See README.md.\n")
        file.write(",".join(columns) + "\n")
        for row in rows:
            cells = ("" if c is None else c if isinstance(c, str) else form.text(c) for c in row[:len(columns)])
            file.write(",".join(cells) + "\n")


if __name__ == "__main__":
    double, single = table(FLOAT64), table(FLOAT32)
    checks.against_numpy(double)
    checks.against_differences()
    write("elementwise.csv", FLOAT64, double, COLUMNS.split(","))
    write("elementwise32.csv", FLOAT32, single, COLUMNS.split(",")[:5])
    print(f"{len(double)} rows float64, {len(single)} rows float32")
