"""The binary ops and clamp: exact values and partial derivatives; None where a derivative is meaningless."""

import math
from dataclasses import dataclass
from typing import Callable

from mpmath import mp, mpf

INF, NAN = math.inf, math.nan


@dataclass(frozen=True)
class Binary:
    """An op of two arguments. `f` is exact for finite non-zero arguments, `ieee` says the rest (and signs of zero)."""

    name: str
    f: Callable
    d: Callable
    ieee: Callable
    pairs: tuple = ()


def is_negative(x):
    """Whether the sign bit is set."""
    return math.copysign(1, x) < 0


def is_odd(y):
    """Whether y is an odd integer."""
    return math.isfinite(y) and y == math.floor(y) and int(y) % 2 == 1


def _add_ieee(x, y):
    return x + y  # Python's float addition is the machine's


def _mul_ieee(x, y):
    return x * y


def _div_ieee(x, y):
    if y != 0 or math.isnan(y):
        return x / y
    if x == 0 or math.isnan(x):
        return NAN
    return -INF if is_negative(x) != is_negative(y) else INF


def pow_exact(x, y):
    """x^y for finite x and y, x not 0; an integer power is multiplied out because it can be a tie between doubles."""
    if y == mp.floor(y) and abs(y) <= 40:
        return x ** int(y)
    if x < 0:
        magnitude = mp.exp(y * mp.log(-x))
        return -magnitude if int(y) % 2 else magnitude
    return mp.sqrt(x) if y == 0.5 else mp.exp(y * mp.log(x))


def _pow_ieee(x, y):
    """C's pow (C17 F.10.4.4) where an argument is 0, infinite or NaN, or where x < 0 and y is no integer."""
    if y == 0 or x == 1:
        return 1.0
    if math.isnan(x) or math.isnan(y):
        return NAN
    if math.isinf(y):
        if abs(x) == 1:
            return 1.0
        return INF if (abs(x) > 1) == (y > 0) else 0.0
    if x == 0 or math.isinf(x):
        magnitude = INF if (x == 0) == (y < 0) else 0.0
        return -magnitude if is_negative(x) and is_odd(y) else magnitude
    if x < 0 and y != math.floor(y):
        return NAN
    return None


def _pow_d(x, y):
    if x == 0:
        if y < 0:
            return None, None
        dx = {0: mpf(0), 1: mpf(1)}.get(y, mpf(0) if y > 1 else INF)
        return dx, mpf(0) if y > 0 else None
    dx = mpf(0) if y == 0 else y * pow_exact(x, y - 1)
    return dx, pow_exact(x, y) * mp.log(x) if x > 0 else None


def _atan2_d(y, x):
    if x == 0 and y == 0:
        return None, None
    square = x * x + y * y
    return x / square, -y / square


def _tie(left_wins):
    def d(x, y):
        if x == y:
            return mpf(0.5), mpf(0.5)
        return (mpf(1), mpf(0)) if left_wins(x, y) else (mpf(0), mpf(1))

    return d


def _min_ieee(x, y):
    if math.isnan(x) or math.isnan(y):
        return NAN
    if x == y == 0:
        return -0.0 if is_negative(x) or is_negative(y) else 0.0
    return x if x < y else y


def _max_ieee(x, y):
    return -_min_ieee(-x, -y)


_CLOSE = ((1.0, 1 + 2.0**-52), (1 + 1e-10, 1.0), (1e-300, -1e-300), (0.1, 0.2), (0.3, -0.1), (1e16, 1.0),
          (1e308, 1e308), (3.0, 3.0), (-2.5, -2.5), (2.0**53, 1.0), (1.0, 2.0**-53), (2.0**-1022, -1e-310))
_SCALES = ((1e-200, 1e-200), (1e-160, 1e-160), (1e200, 1e200), (1e-300, 1e10), (1e300, 1e-10), (0.1, 3.0), (-7.0, 3.0),
           (1.0, 3.0), (2.0, 3.0), (-1.0, 49.0), (1e308, 0.1), (5e-324, 0.5), (1e-310, 3.0), (5e-324, 2.0))
_POWERS = ((2.0, 10.0), (2.0, -10.0), (3.0, 34.0), (3.0, 33.0), (10.0, 22.0), (10.0, 23.0), (10.0, -5.0), (0.5, 0.5),
           (2.0, 0.5), (9.0, 1.5), (2.0, 1023.0), (2.0, 1024.0), (2.0, -1074.0), (2.0, -1075.0), (0.1, 100.0),
           (1.0000001, 1e7), (1 + 2.0**-52, 1e15), (1 - 2.0**-53, 1e15), (0.999, 1000.0), (1.001, -1000.0),
           (1e-300, 1e-3), (1e300, 1e-3), (1e-20, 0.1), (1e-8, 3.0), (7.0, 1 / 3), (2.0, 1e-10), (2.0, 1e-300),
           (-2.0, 3.0), (-2.0, 2.0), (-2.0, -3.0), (-1.5, 7.0), (-8.0, 1 / 3), (-3.0, 0.5), (-1.1, 101.0),
           (-1.1, 1e3), (0.0, 0.5), (0.0, 2.0), (0.0, 3.0), (-0.0, 2.0), (-0.0, 3.0), (-0.0, 0.5), (0.0, -2.0),
           (-0.0, -3.0), (-0.0, -2.0), (INF, 0.5), (-INF, 3.0), (-INF, 2.0), (-INF, -3.0), (-INF, -2.0), (0.5, INF),
           (0.5, -INF), (2.0, INF), (-2.0, INF), (-0.5, -INF), (4.0, 3.0), (2.718281828459045, 1.0), (3.14, 2.72))
_PLANE = tuple((s * a, t * b) for a, b in ((1.0, 1.0), (1e-300, 1.0), (1.0, 1e-300), (1e-20, 1e-8), (3.0, 4.0),
                                           (1e5, 1e-3), (1e300, 1e300), (1.0, 1e10))
               for s in (1, -1) for t in (1, -1))

BINARY = [
    Binary("add", lambda x, y: x + y, lambda x, y: (mpf(1), mpf(1)), _add_ieee, _CLOSE),
    Binary("sub", lambda x, y: x - y, lambda x, y: (mpf(1), mpf(-1)), lambda x, y: x - y, _CLOSE),
    Binary("mul", lambda x, y: x * y, lambda x, y: (y, x), _mul_ieee, _SCALES),
    Binary("div", lambda x, y: x / y, lambda x, y: (1 / y, -x / y**2) if y else (None, None), _div_ieee, _SCALES),
    Binary("pow", pow_exact, _pow_d, _pow_ieee, _POWERS),
    Binary("atan2", lambda y, x: mp.atan2(y, x), _atan2_d, math.atan2, _PLANE),
    Binary("min", min, _tie(lambda x, y: x < y), _min_ieee, _CLOSE),
    Binary("max", max, _tie(lambda x, y: x > y), _max_ieee, _CLOSE),
]


def clamp(x, lo, hi):
    """max(lo, min(x, hi)) for lo <= hi and bounds that are numbers; a NaN x stays NaN."""
    return x if math.isnan(x) else lo if x < lo else hi if x > hi else x


def clamp_d(x, lo, hi):
    """The bound that holds x gets the derivative; x itself where it lies within the bounds or on one."""
    return (0.0, 1.0, 0.0) if x < lo else (0.0, 0.0, 1.0) if x > hi else (1.0, 0.0, 0.0)


CLAMP = [(x, lo, hi)
         for lo, hi in ((-1.0, 1.0), (0.25, 0.75), (-INF, 2.0), (-2.0, INF), (1.5, 1.5), (-1e30, -1e-30))
         for x in (-INF, -1e308, -2.0, -1.0, -1 + 1e-10, -1 - 1e-10, -5e-324, 5e-324, 0.25, 0.5, 0.75, 1.0, 1 + 1e-10,
                   1.5, 2.0, 3.0, 1e308, INF, NAN)]
CLAMP += [(0.0, -1.0, 1.0), (-0.0, -1.0, 1.0), (-0.0, 1.0, 2.0), (0.0, -2.0, -1.0)]
