"""Second opinions on the elementwise reference values: NumPy for the values, differences for the derivatives."""

import math

import numpy as np
from mpmath import mp, mpf

from binary_ops import BINARY
from unary_ops import UNARY

_erf, _erfc = np.vectorize(math.erf), np.vectorize(math.erfc)


def _softplus(x):
    return np.logaddexp(0.0, x)


# Each with the ulps allowed: 0 where IEEE 754 asks for the nearest double, 4 for a library function; gelu gets more
# below, as erfc magnifies the rounding of x/√2 by up to x².
NUMPY = {
    "neg": (np.negative, 0), "square": (np.square, 0), "sqrt": (np.sqrt, 0), "reciprocal": (np.reciprocal, 0),
    "abs": (np.abs, 0), "sign": (np.sign, 0), "floor": (np.floor, 0), "round": (np.rint, 0), "exp": (np.exp, 4),
    "expm1": (np.expm1, 4), "log": (np.log, 4), "log1p": (np.log1p, 4), "sin": (np.sin, 4), "cos": (np.cos, 4),
    "tan": (np.tan, 4), "asin": (np.arcsin, 4), "acos": (np.arccos, 4), "atan": (np.arctan, 4), "sinh": (np.sinh, 4),
    "cosh": (np.cosh, 4), "tanh": (np.tanh, 4), "sigmoid": (lambda x: 1 / (1 + np.exp(-x)), 4),
    "softplus": (_softplus, 4), "relu": (lambda x: np.maximum(x, 0.0), 0),
    "gelu": (lambda x: 0.5 * x * _erfc(-x / math.sqrt(2)), 4),
    "silu": (lambda x: x / (1 + np.exp(-x)), 4), "erf": (_erf, 4), "erfc": (_erfc, 4),
    "add": (np.add, 0), "sub": (np.subtract, 0), "mul": (np.multiply, 0), "div": (np.divide, 0), "pow": (np.power, 4),
    "atan2": (np.arctan2, 4), "min": (np.minimum, 0), "max": (np.maximum, 0), "clamp": (np.clip, 0),
}
# Where NumPy's own answer differs by design, and is not an opinion on ours.
SIGN_OF_ZERO = {"min", "max", "relu", "sign"}


def against_numpy(rows):
    """Exactly rounded ops agree everywhere; the others do at ordinary inputs; all agree on NaN and inf."""
    compared = 0
    with np.errstate(all="ignore"):
        for op, x, y, z, value, *_ in rows:
            args = [np.float64(a) for a in (x, y, z) if a is not None]
            f, ulps = NUMPY[op]
            if op in ("gelu", "silu") and x == -math.inf:
                continue  # the formula is inf * 0 there, the table holds the limit
            other = float(f(*args))
            ordinary = all(a == 0 or 1e-3 <= abs(a) <= 100 for a in args)
            where = f"{op}{tuple(map(float, args))}: {value!r} here, {other!r} by NumPy"
            assert math.isnan(value) == math.isnan(other), where
            if math.isnan(value) or (ulps and not ordinary and math.isfinite(value) and math.isfinite(other)):
                continue
            compared += 1
            ulps += 2 * x * x if op == "gelu" and ordinary else 0
            if not math.isfinite(value) or not math.isfinite(other):
                assert value == other, where
            else:
                assert abs(value - other) <= ulps * np.spacing(abs(value)), where
                if value == 0 and op not in SIGN_OF_ZERO:
                    assert math.copysign(1, value) == math.copysign(1, other), where
    assert compared > 0.6 * len(rows), f"only {compared} of {len(rows)} rows were compared"


def against_differences():
    """Central differences of the exact values, step 1e-60: truncation 1e-120, cancellation leaves 640 digits."""
    step = mpf(10) ** -60
    bound = mpf(10) ** -40  # far above the truncation, far below any double

    def near(claimed, difference, where):
        assert abs(claimed - difference) <= bound * (1 + abs(claimed)), where

    for op in UNARY:
        for x in map(mpf, (-2.375, -0.8125, -0.3, 0.2, 0.7, 0.9375, 1.625, 3.25)):
            if not op.inside(x):
                continue
            left, middle, right = (op.f(x + k * step) for k in (-1, 0, 1))
            near(op.d1(x), (right - left) / (2 * step), f"{op.name}'({x})")
            near(op.d2(x), (right - 2 * middle + left) / step**2, f"{op.name}''({x})")
    for op in BINARY:
        for x, y in ((0.3, 0.7), (1.25, -2.5), (2.5, 1.5), (0.1, -0.2)):
            x, y = mpf(x), mpf(y)
            dx, dy = op.d(x, y)
            near(dx, (op.f(x + step, y) - op.f(x - step, y)) / (2 * step), f"d {op.name}/dx at {x}, {y}")
            near(dy, (op.f(x, y + step) - op.f(x, y - step)) / (2 * step), f"d {op.name}/dy at {x}, {y}")
