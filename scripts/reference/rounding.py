"""Rounds exact results to binary floating point, once: mpmath's own conversion rounds subnormals twice."""

import math
from dataclasses import dataclass

import numpy as np
from mpmath import mp, mpf

# Every result keeps at least 50 correct digits: the worst cancellation among the formulas is 1 + x^2 at the smallest
# subnormal, x^2 = 2.4e-647, and the longest exact sum, 1e308 + 5e-324, has 632 digits.
mp.dps = 700


@dataclass(frozen=True)
class Format:
    """A binary floating-point format, by its precision in bits and its exponent range (p, emin, emax of IEEE 754)."""

    precision: int
    smallest_exponent: int
    largest_exponent: int
    numpy: type

    def round(self, exact: mpf) -> float:
        """The nearest number of the format, ties to even; subnormals, underflow and overflow as in IEEE 754."""
        sign, mantissa, exponent, bits = exact._mpf_
        if not mantissa:
            if exponent:
                raise ValueError(f"{exact} is not finite")
            return 0.0
        top = exponent + bits - 1
        if top > self.largest_exponent:
            magnitude = math.inf
        elif top < self.smallest_exponent - self.precision - 1:
            magnitude = 0.0
        else:
            quantum = max(top, self.smallest_exponent) - self.precision + 1
            magnitude = self._scale(_shift_half_even(mantissa, exponent - quantum), quantum)
        return -magnitude if sign else magnitude

    def _scale(self, units: int, quantum: int) -> float:
        if units.bit_length() + quantum - 1 > self.largest_exponent:
            return math.inf
        return math.ldexp(units, quantum)  # exact: units has at most p bits, or is a power of two

    def nearest(self, x: float) -> float:
        """The nearest number of the format to a double."""
        return self.round(mpf(x)) if math.isfinite(x) and x != 0 else x

    def text(self, x: float) -> str:
        """The shortest decimal that reads back as x in this format."""
        return repr(x) if self.numpy is np.float64 else str(np.float32(x))


FLOAT64 = Format(53, -1022, 1023, np.float64)
FLOAT32 = Format(24, -126, 127, np.float32)


def _shift_half_even(mantissa: int, shift: int) -> int:
    if shift >= 0:
        return mantissa << shift
    quotient, rest = divmod(mantissa, 1 << -shift)
    half = 1 << (-shift - 1)
    return quotient + (rest > half or (rest == half and quotient & 1))


def bits(x: float) -> tuple:
    """What tells two results apart: the value and the sign of zero; all NaNs are one."""
    return ("nan",) if math.isnan(x) else (x, math.copysign(1, x))
