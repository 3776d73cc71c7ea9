"""The unary ops: exact value and two derivatives on the open domain, and what IEEE 754 says at 0, -0 and ±inf."""

import math
from dataclasses import dataclass
from typing import Callable

from mpmath import mp, mpf

INF, NAN = math.inf, math.nan
HALF_PI, PI = math.pi / 2, math.pi  # nearest doubles, and no tie between two float32


@dataclass(frozen=True)
class Unary:
    """An op y = f(x). `at` holds the values at 0, -0, +inf, -inf; `poles` lists (x, f, f', f'') at finite x."""

    name: str
    f: Callable
    d1: Callable
    d2: Callable
    at: tuple
    points: tuple = ()
    inside: Callable = lambda x: True
    poles: tuple = ()
    d_at_zero: bool = True
    span: tuple = (-3, 3)  # where the drawn points lie


def _zero(x):
    return mpf(0)


def _sign(x):
    return mp.sign(x)


def _sigmoid(x):
    return 1 / (1 + mp.exp(-x))


def _sigmoid1(x):
    return _sigmoid(x) * _sigmoid(-x)


def _sigmoid2(x):
    return -_sigmoid1(x) * mp.tanh(x / 2)


def _density(x):
    return mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi)


def _cumulative(x):
    if abs(x) > 1e10:  # mpmath's erfc overflows; the tail is φ(x)/|x| (1 - O(1/x²)), below exp(-5e19)
        tail = _density(x) / abs(x)
        return tail if x < 0 else 1 - tail
    return mp.erfc(-x / mp.sqrt(2)) / 2


def _erfc(x):
    return 2 * _cumulative(-x * mp.sqrt(2))


def _erf1(x):
    return 2 / mp.sqrt(mp.pi) * mp.exp(-x * x)


def _gap(x):
    return (1 - x) * (1 + x)


def _step(x):
    return mpf(1 if x > 0 else 0)


def _both(*values):
    return tuple(s * v for v in values for s in (1.0, -1.0))


_HALVES = _both(0.5, 1.5, 2.5, 3.5, 0.49999999999999994, 0.5000000000000001, 4503599627370495.5, 4503599627370496.0,
                9007199254740991.0, 2.0**31, 2.0**63, 1e300)
_POSITIVE = (2.0**-1022, 1e-310, 1 - 1e-10, 1 + 1e-10, 1 - 2.0**-53, 1 + 2.0**-52, 0.7071067811865476, 4.0, 1e5,
             123456789.0, 1e10, 1e100, 1e300, 1.7976931348623157e308)
_EDGE_OF_ONE = _both(0.9, 0.99, 0.999, 1 - 1e-6, 1 - 1e-10, 1 - 2.0**-53, 1.0, 1 + 2.0**-52)
_ANGLES = _both(math.pi / 4, math.pi / 2, 3 * math.pi / 4, math.pi, 2 * math.pi, 11.0, 22.0, 355.0, 1e5, 1e10,
                1e16, 1e22)
_EXPONENTS = _both(37.0, 88.0, 89.0, 104.0, 700.0, 709.0, 710.0, 745.0, 746.0, 800.0)

UNARY = [
    Unary("neg", lambda x: -x, lambda x: mpf(-1), _zero, (-0.0, 0.0, -INF, INF)),
    Unary("square", lambda x: x * x, lambda x: 2 * x, lambda x: mpf(2), (0.0, 0.0, INF, INF),
          _both(1e-162, 1e-160, 1e153, 1e154, 1.5e154)),
    Unary("sqrt", mp.sqrt, lambda x: 1 / (2 * mp.sqrt(x)), lambda x: -1 / (4 * x * mp.sqrt(x)),
          (0.0, -0.0, INF, NAN), _POSITIVE, lambda x: x >= 0, ((0.0, 0.0, INF, -INF),), False, (0, 10)),
    Unary("reciprocal", lambda x: 1 / x, lambda x: -1 / x**2, lambda x: 2 / x**3, (INF, -INF, 0.0, -0.0),
          _both(1e-310, 1e-154, 1e154, 1e300), poles=((0.0, INF, -INF, INF), (-0.0, -INF, -INF, -INF))),
    Unary("abs", abs, _sign, _zero, (0.0, 0.0, INF, INF)),
    Unary("sign", _sign, _zero, _zero, (0.0, -0.0, 1.0, -1.0)),
    Unary("floor", lambda x: mpf(math.floor(x)), _zero, _zero, (0.0, -0.0, INF, -INF), _HALVES),
    Unary("round", lambda x: mpf(round(float(x))), _zero, _zero, (0.0, -0.0, INF, -INF), _HALVES),
    Unary("exp", mp.exp, mp.exp, mp.exp, (1.0, 1.0, INF, 0.0), _EXPONENTS),
    Unary("expm1", lambda x: mp.exp(x) - 1, mp.exp, mp.exp, (0.0, -0.0, INF, -1.0), _EXPONENTS),
    Unary("log", mp.log, lambda x: 1 / x, lambda x: -1 / x**2, (-INF, -INF, INF, NAN), _POSITIVE,
          lambda x: x >= 0, ((0.0, -INF, INF, -INF),), False, (0, 10)),
    Unary("log1p", lambda x: mp.log(1 + x), lambda x: 1 / (1 + x), lambda x: -1 / (1 + x) ** 2,
          (0.0, -0.0, INF, NAN), _POSITIVE + (-0.9, -0.99, -0.999999, -1 + 1e-10, -1 + 2.0**-53, -1 - 2.0**-52),
          lambda x: x >= -1, ((-1.0, -INF, INF, -INF),), span=(-1, 5)),
    Unary("sin", mp.sin, mp.cos, lambda x: -mp.sin(x), (0.0, -0.0, NAN, NAN), _ANGLES),
    Unary("cos", mp.cos, lambda x: -mp.sin(x), lambda x: -mp.cos(x), (1.0, 1.0, NAN, NAN), _ANGLES),
    Unary("tan", mp.tan, lambda x: 1 / mp.cos(x) ** 2, lambda x: 2 * mp.sin(x) / mp.cos(x) ** 3,
          (0.0, -0.0, NAN, NAN), _ANGLES),
    Unary("asin", mp.asin, lambda x: 1 / mp.sqrt(_gap(x)), lambda x: x / (_gap(x) * mp.sqrt(_gap(x))),
          (0.0, -0.0, NAN, NAN), _EDGE_OF_ONE, lambda x: abs(x) <= 1,
          ((1.0, HALF_PI, INF, INF), (-1.0, -HALF_PI, INF, -INF)), span=(-1, 1)),
    Unary("acos", mp.acos, lambda x: -1 / mp.sqrt(_gap(x)), lambda x: -x / (_gap(x) * mp.sqrt(_gap(x))),
          (HALF_PI, HALF_PI, NAN, NAN), _EDGE_OF_ONE, lambda x: abs(x) <= 1,
          ((1.0, 0.0, -INF, -INF), (-1.0, PI, -INF, INF)), span=(-1, 1)),
    Unary("atan", mp.atan, lambda x: 1 / (1 + x * x), lambda x: -2 * x / (1 + x * x) ** 2,
          (0.0, -0.0, HALF_PI, -HALF_PI), _both(1 - 1e-10, 1 + 1e-10, 1e5, 1e10, 1e16, 1e100, 1e300)),
    Unary("sinh", mp.sinh, mp.cosh, mp.sinh, (0.0, -0.0, INF, -INF), _EXPONENTS),
    Unary("cosh", mp.cosh, mp.sinh, mp.cosh, (1.0, 1.0, INF, INF), _EXPONENTS),
    Unary("tanh", mp.tanh, lambda x: 1 / mp.cosh(x) ** 2, lambda x: -2 * mp.tanh(x) / mp.cosh(x) ** 2,
          (0.0, -0.0, 1.0, -1.0), _both(0.625, 4.0, 9.0, 15.0, 18.0, 18.5, 19.0, 19.1, 22.0, 300.0, 400.0, 800.0)),
    Unary("sigmoid", _sigmoid, _sigmoid1, _sigmoid2, (0.5, 0.5, 1.0, 0.0), _EXPONENTS + _both(17.0, 36.0, 40.0)),
    Unary("softplus", lambda x: mp.log(1 + mp.exp(x)), _sigmoid, _sigmoid1, (mp.log(2), mp.log(2), INF, 0.0),
          _EXPONENTS + _both(17.0, 33.0, 36.0, 40.0)),
    Unary("relu", lambda x: x if x > 0 else mpf(0), _step, _zero, (0.0, 0.0, INF, 0.0), _both(1e5, 1e300)),
    Unary("gelu", lambda x: x * _cumulative(x), lambda x: _cumulative(x) + x * _density(x),
          lambda x: (2 - x * x) * _density(x), (0.0, -0.0, INF, -0.0),
          _both(0.7517915246935645, 1.414213562373095, 4.0, 6.0, 8.0, 8.5, 12.0, 30.0, 37.0, 38.0, 39.0)),
    Unary("silu", lambda x: x * _sigmoid(x), lambda x: _sigmoid(x) + x * _sigmoid1(x),
          lambda x: 2 * _sigmoid1(x) + x * _sigmoid2(x), (0.0, -0.0, INF, -0.0),
          _EXPONENTS + _both(1.2784645427610738, 17.0, 36.0, 40.0)),
    Unary("erf", mp.erf, _erf1, lambda x: -2 * x * _erf1(x), (0.0, -0.0, 1.0, -1.0),
          _both(0.46875, 0.84375, 1.25, 2.857142857142857, 4.0, 5.5, 5.9, 6.0, 6.5, 26.0, 28.0)),
    Unary("erfc", _erfc, lambda x: -_erf1(x), lambda x: 2 * x * _erf1(x), (1.0, 1.0, 0.0, 2.0),
          _both(0.46875, 0.84375, 1.25, 2.857142857142857, 4.0, 5.5, 5.9, 6.0, 6.5, 26.0, 26.5, 28.0)),
]
