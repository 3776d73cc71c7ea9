"""Writes the reference steps of the optimisers: optimizers.csv, one row a step.

    python3 scripts/reference/optimizers.py        (from the root of the repository; needs NumPy)

Each rule, written here straight from its paper, minimises f(p) = 1/2 sum a (p - c)^2, whose gradient is a (p - c), in
float64. A row has the optimiser, the step and the three parameters after it; step 0 is the start.
"""

from pathlib import Path

import numpy as np

TARGET = Path("tests/ChainRule.Learning.Tests/Optimizers/Reference/optimizers.csv")
CURVATURE = np.array([0.5, 1.0, 20.0])
CENTRE = np.array([1.0, -2.0, 0.25])
START = np.array([-7.0, 2.0, 0.0])
STEPS = 20


def gradient(p):
    return CURVATURE * (p - CENTRE)


def sgd(p, rate=0.05):
    while True:
        p = p - rate * gradient(p)
        yield p


def momentum(p, rate=0.05, mu=0.9):
    """Polyak (1964): heavy ball."""
    v = np.zeros_like(p)
    while True:
        v = mu * v - rate * gradient(p)
        p = p + v
        yield p


def adagrad(p, rate=1.5, epsilon=1e-7):
    """Duchi, Hazan and Singer (2011)."""
    h = np.zeros_like(p)
    while True:
        g = gradient(p)
        h = h + g * g
        p = p - rate * g / (np.sqrt(h) + epsilon)
        yield p


def adam(p, rate=0.3, beta1=0.9, beta2=0.999, epsilon=1e-8):
    """Kingma and Ba (2015), algorithm 1."""
    m, v, t = np.zeros_like(p), np.zeros_like(p), 0
    while True:
        t += 1
        g = gradient(p)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        p = p - rate * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + epsilon)
        yield p


def main():
    lines = [f"# NumPy {np.__version__}, scripts/reference/optimizers.py", "optimizer,step,p0,p1,p2"]
    for rule in (sgd, momentum, adagrad, adam):
        steps = rule(START)
        for step in range(STEPS + 1):
            p = START if step == 0 else next(steps)
            lines.append(f"{rule.__name__},{step}," + ",".join(repr(float(x)) for x in p))
    TARGET.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
