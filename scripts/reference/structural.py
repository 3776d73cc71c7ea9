"""Writes the reference cases of the structural ops: structural.json, one case a line.

    python3 scripts/reference/structural.py        (from the root of the repository; needs NumPy)

A case is {"op", "args", "inputs": [{"dtype", "shape", "data"}], "output": {...}}; data is flat and row-major, with NaN
and infinities as the strings "nan", "inf", "-inf". Floating data are small multiples of 1/8, so every sum and product
is exact in whatever order it is taken, and results can be compared without a tolerance; a mean is one exact sum and
one division, and may differ in the last bit where it is taken as a product with 1/n.
"""

import itertools
import json
import math
import warnings
from pathlib import Path

import numpy as np

import layouts

TARGET = Path("tests/ChainRule.Tests/Ops/Reference/structural.json")
CASES = []


def numbers(*shape, dtype="float64", start=1):
    """A fixed array of distinct-looking multiples of 1/8 in [-4, 4], whole numbers for integer types."""
    n = math.prod(shape)
    k = (np.arange(start, start + n) * 37 + 11) % 65 - 32
    return (k // 3 if "int" in dtype else k / 8).reshape(shape).astype(dtype)


def indices(values):
    return np.array(values, dtype="int32")


def array(x):
    x = np.asarray(x)

    def cell(v):
        return str(v) if isinstance(v, float) and not math.isfinite(v) else v

    return {"dtype": str(x.dtype), "shape": list(x.shape), "data": [cell(v) for v in x.ravel().tolist()]}


def case(op, inputs, output, **args):
    inputs = [np.asarray(x) for x in inputs]
    output = np.asarray(output)
    assert all(x.size <= 60 for x in (*inputs, output)), f"{op} {args}: keep the case small"
    CASES.append({"op": op, "args": args, "inputs": [array(x) for x in inputs], "output": array(output)})


def reductions():
    special = np.array([[1.0, np.nan, 2.0], [np.inf, 1.0, -np.inf], [-0.5, np.inf, 3.0]])
    for op in ("sum", "mean", "prod", "max", "min"):
        f = getattr(np, op)

        def add(x, axes=None, keepdims=False):
            x = np.asarray(x)
            keep_type = {"dtype": x.dtype} if op in ("sum", "prod") else {}
            with np.errstate(all="ignore"), warnings.catch_warnings(action="ignore"):
                y = f(x, axis=None if axes is None else tuple(axes), keepdims=keepdims, **keep_type)
            case(op, [x], y, axes=axes, keepdims=keepdims)

        x = numbers(2, 3, 4)
        if op == "prod":  # 24 factors: powers of two stay exact
            x = np.sign(x) * 2.0 ** (np.arange(24).reshape(2, 3, 4) % 4 - 1.0)
        for axes, keepdims in ((None, False), (None, True), ([0], False), ([1], False), ([2], True), ([-1], False),
                               ([0, 2], False), ([-1, 0], True), ([0, 1, 2], False), ([], False)):
            add(x, axes, keepdims)
        add(numbers(1, 5, 1), [0, 2])
        add(numbers(5, 1), [1])
        add(np.float64(2.5))
        add({"mean": np.arange(8), "prod": 2 - 4 * (np.arange(7) % 2)}.get(op, numbers(7)).astype("float32"), [0])
        add(special, [1])
        add(np.zeros((0, 3)), [1])
        if op in ("sum", "prod", "mean"):
            add(np.zeros((0, 3)), [0])
            add(np.zeros((2, 0)), None)
        if op != "mean":
            add(numbers(3, 4, dtype="int32"), [0])
            add(numbers(3, 4, dtype="int64"), [1])


def scans_and_argmax():
    ties = np.array([[1.0, 3.0, 3.0, 2.0], [5.0, 5.0, 5.0, 5.0], [-1.0, -2.0, -1.0, -3.0]])
    for x, axis in ((ties, 0), (ties, 1), (ties, -1), (numbers(2, 3, 4), 1), (numbers(7), 0), (numbers(1, 5), 0),
                    (numbers(3, 4, dtype="int32"), 1), (np.array([0.0, -0.0, 0.0]), 0), (np.zeros((0, 3)), 1),
                    (np.array([1.0, np.inf, np.inf]), 0), (np.array([1.0, np.nan, 5.0, np.nan]), 0)):
        case("argmax", [x], np.argmax(x, axis=axis).astype("int32"), axis=axis)
    for x, axis in ((numbers(7), 0), (numbers(2, 3, 4), 0), (numbers(2, 3, 4), 1), (numbers(2, 3, 4), -1),
                    (numbers(1, 4), 0), (np.zeros((0, 3)), 0), (numbers(2, 5, dtype="int32"), 1),
                    (np.array([1.0, np.inf, 2.0, np.nan]), 0)):
        case("cumsum", [x], np.cumsum(x, axis=axis, dtype=x.dtype), axis=axis, reverse=False)
        y = np.flip(np.cumsum(np.flip(x, axis), axis=axis, dtype=x.dtype), axis)
        case("cumsum", [x], y, axis=axis, reverse=True)


def shapes():
    for x, shape in ((numbers(2, 6), [3, 4]), (numbers(2, 6), [12]), (numbers(12), [2, 1, 6]), (numbers(1, 1), []),
                     (np.float64(3.5), [1, 1, 1]), (numbers(0, 3), [3, 0, 2]), (numbers(2, 3, 4), [4, 6]),
                     (numbers(2, 3, dtype="int32"), [6])):
        case("reshape", [x], np.reshape(x, shape), shape=shape)
    for x, perm in ((numbers(3, 4), [1, 0]), (numbers(3, 4), [0, 1]), (numbers(5), [0]), (np.float64(1.5), []),
                    *((numbers(2, 3, 4), list(p)) for p in itertools.permutations(range(3))),
                    (numbers(2, 1, 3, 2), [3, 1, 0, 2]), (numbers(0, 3), [1, 0]),
                    (numbers(2, 3, dtype="int64"), [1, 0])):
        case("transpose", [x], np.transpose(x, perm), permutation=perm)
    for x, shape in ((np.float64(2.5), [3]), (np.float64(2.5), []), (numbers(3), [2, 3]), (numbers(3, 1), [3, 4]),
                     (numbers(1, 4), [3, 4]), (numbers(2, 1, 3), [2, 2, 3]), (numbers(1, 1), [2, 3, 2]),
                     (numbers(1), [0]), (numbers(1, 3), [0, 3]), (numbers(0, 1), [2, 0, 3]),
                     (numbers(2, dtype="int32"), [3, 2])):
        case("broadcast_to", [x], np.broadcast_to(x, shape), shape=shape)
    for length, dtype in ((5, "int32"), (0, "int32"), (1, "int64"), (6, "float64"), (4, "float32")):
        case("iota", [], np.arange(length, dtype=dtype), length=length, dtype=dtype)
    for start, stop, step, dtype in ((2, 11, 3, "int32"), (2, 12, 3, "int32"), (5, -1, -2, "int64"),
                                     (3, 3, 1, "int32"), (0.0, 1.0, 0.25, "float64"), (1.0, -1.0, -0.5, "float64"),
                                     (2.0, 1.0, 1.0, "float64"), (-1.5, 1.25, 0.5, "float32")):
        case("arange", [], np.arange(start, stop, step, dtype=dtype), start=start, stop=stop, step=step, dtype=dtype)


def pieces():
    a, b, c = numbers(7), numbers(4, 5), numbers(2, 3, 4)
    for x, slices in ((a, [[2, 5, 1]]), (a, [[0, 7, 1]]), (a, [[None, None, 2]]), (a, [[1, None, 3]]),
                      (a, [[None, None, -1]]), (a, [[5, 1, -2]]), (a, [[6, None, -3]]), (a, [[-3, None, 1]]),
                      (a, [[None, -2, 1]]), (a, [[3, 3, 1]]), (a, [[5, 2, 1]]), (a, [[3, 100, 1]]),
                      (b, [[1, 3, 1], [None, None, 1]]), (b, [[None, None, -1], [None, None, -1]]),
                      (b, [[0, 4, 2], [4, 0, -2]]), (b, [[2, 2, 1], [0, 3, 1]]),
                      (c, [[1, 2, 1], [None, None, -2], [1, 4, 2]]), (numbers(0, 3), [[None, None, -1], [0, 2, 1]]),
                      (numbers(6, dtype="int32"), [[4, None, -2]])):
        ranges = [range(*slice(*s).indices(n)) for s, n in zip(slices, x.shape)]
        case("slice", [x], x[tuple(slice(*s) for s in slices)], slices=slices, starts=[r.start for r in ranges],
             steps=[r.step for r in ranges], lengths=[len(r) for r in ranges])
    for x, lo, hi, interior, value in (
            (numbers(3), [1], [2], [0], 0.0), (numbers(3), [0], [0], [0], 5.0), (numbers(3), [0], [0], [2], 0.0),
            (numbers(3), [1], [1], [1], -1.5), (numbers(2, 3), [1, 0], [0, 2], [0, 0], 0.5),
            (numbers(2, 3), [1, 2], [1, 0], [1, 2], -1.0), (numbers(1, 2), [0, 0], [0, 0], [3, 1], 2.0),
            (numbers(0), [1], [2], [0], 4.0), (numbers(0), [1], [1], [3], 4.0),
            (numbers(2, 0), [1, 1], [0, 1], [1, 0], 0.0), (np.float64(1.25), [], [], [], 0.0),
            (numbers(2), [1], [0], [0], -math.inf), (numbers(2, 2, dtype="int32"), [0, 1], [1, 0], [0, 1], 7)):
        case("pad", [x], layouts.pad(x, lo, hi, interior, value), lo=lo, hi=hi, interior=interior,
             value=str(value) if value == -math.inf else value)
    for parts, axis in (([numbers(2), numbers(3, start=9)], 0), ([numbers(2, 3), numbers(1, 3, start=9)], 0),
                        ([numbers(2, 3), numbers(2, 2, start=9)], 1), ([numbers(2, 3), numbers(2, 3, start=9)], -1),
                        ([numbers(2, 1, 3), numbers(2, 2, 3, start=5), numbers(2, 1, 3, start=9)], 1),
                        ([numbers(4)], 0), ([numbers(0, 2), numbers(3, 2)], 0), ([numbers(0), numbers(0)], 0),
                        ([numbers(2, dtype="int32"), numbers(2, dtype="int32", start=9)], 0)):
        case("concat", parts, np.concatenate(parts, axis), axis=axis)
    for parts, axis in (([np.float64(1.5), np.float64(-2)], 0), ([numbers(3), numbers(3, start=9)], 0),
                        ([numbers(3), numbers(3, start=9)], 1), ([numbers(3), numbers(3, start=9)], -1),
                        ([numbers(2, 3), numbers(2, 3, start=9), numbers(2, 3, start=20)], 1), ([numbers(2, 3)], 2),
                        ([numbers(0), numbers(0)], 0),
                        ([numbers(2, dtype="int64"), numbers(2, dtype="int64", start=5)], 1)):
        case("stack", parts, np.stack(parts, axis), axis=axis)


def indexing():
    a, b, c = numbers(6), numbers(4, 3), numbers(2, 3, 4)
    for x, i, axis in ((a, [0, 5, 2], 0), (a, [3, 3, 3, 0], 0), (a, 4, 0), (a, [[1, 2], [5, 0]], 0), (a, [], 0),
                       (b, [2, 0], 0), (b, [2, 0, 2, 1], 1), (b, [1, 0], -1), (b, 3, 0),
                       (b, [[0, 3], [1, 1], [2, 0]], 0), (c, [[2, 0]], 1), (c, 1, -1), (numbers(0, 3), [2, 1], 1),
                       (numbers(5, dtype="int32"), [4, 4, 0], 0)):
        i = indices(i)
        y = np.take(x, i, axis=axis)
        case("gather", [x, i], y, axis=axis)
        updates = numbers(*y.shape, dtype=str(x.dtype), start=40)
        z = layouts.scatter_add(x, i, updates, axis)
        case("scatter_add", [x, i, updates], z, axis=axis)
        # The transpose of gather: <scatter_add(0, i, u), x> = <u, gather(x, i)>, and all of it is exact.
        assert np.sum((z - x) * x) == np.sum(updates * y)
    for i, depth in (([0, 2, 1], 3), ([3, 3], 5), (2, 4), ([[0, 1], [1, 2]], 3), ([], 3), ([0, 0], 1), ([[[1]]], 2)):
        i = indices(i)
        case("one_hot", [i], np.eye(depth)[i], depth=depth)


def windows():
    for x, sizes, strides, dilations in (
            (numbers(6), [3], [1], [1]), (numbers(7), [3], [2], [1]), (numbers(8), [3], [2], [2]),
            (numbers(7), [2], [3], [1]), (numbers(7), [7], [1], [1]), (numbers(7), [1], [1], [1]),
            (numbers(2, 5), [2], [1], [2]), (numbers(2, 5), [2], [3], [1]), (numbers(4, 4), [2, 2], [2, 2], [1, 1]),
            (numbers(4, 5), [2, 3], [2, 1], [1, 1]), (numbers(5, 4), [2, 2], [2, 1], [3, 2]),
            (numbers(2, 4, 3), [2, 2], [1, 1], [2, 1]), (numbers(1, 2, 3, 3), [3, 2], [1, 1], [1, 1]),
            (numbers(0, 4), [2], [1], [1]), (numbers(3, 3, 3), [2, 2, 2], [1, 1, 2], [1, 2, 1])):
        args = {"sizes": sizes, "strides": strides, "dilations": dilations}
        y = layouts.windows(x, **args)
        case("windows", [x], y, **args)
        updates = numbers(*y.shape, start=13)
        z = layouts.fold(updates, x.shape, **args)
        case("fold", [updates], z, shape=list(x.shape), **args)
        assert np.sum(z * x) == np.sum(updates * y)  # fold is the transpose of windows


def dots():
    for left, right in (((3,), (3,)), ((2, 3), (3,)), ((3,), (3, 4)), ((2, 3), (3, 4)), ((1, 1), (1, 1)),
                        ((1, 5), (5, 1)), ((5, 1), (1, 4)), ((2, 3, 4), (2, 4, 2)), ((2, 3, 4), (4, 2)),
                        ((3, 4), (2, 4, 2)),
                        ((2, 1, 2, 3), (3, 3, 2)), ((1, 2, 3), (4, 3, 1)), ((2, 2, 3), (3,)), ((3,), (2, 3, 2)),
                        ((0,), (0,)), ((0, 3), (3, 2)), ((2, 0), (0, 3)), ((2, 3), (3, 0)), ((0, 2, 3), (3, 2)),
                        ((2, 0), (0,)), ((7, 5), (5, 3))):
        x, y = numbers(*left), numbers(*right, start=30)
        case("dot", [x, y], np.matmul(x, y))
        assert np.array_equal(np.matmul(x, y), layouts.matmul(x, y))
    for dtype in ("float32", "int32", "int64"):
        x, y = numbers(3, 4, dtype=dtype), numbers(4, 2, dtype=dtype, start=30)
        case("dot", [x, y], np.matmul(x, y))
    case("dot", [[[1.0, 0.0]], [[np.inf], [np.nan]]], [[np.nan]])


def broadcasts():
    full = (2, 3, 4)
    pairs = [(full, tuple(n if keep else 1 for n, keep in zip(full, kept)))
             for kept in itertools.product((1, 0), repeat=3)]
    pairs += [(full, (3, 4)), (full, (4,)), (full, ()), (full, (1, 4)), (full, (3, 1)), (full, (1,)), (full, (1, 1)),
              ((), ()), ((), (3,)), ((3, 4), full), ((2, 1, 4), full), ((2, 1, 4), (1, 3, 1)), ((2, 1, 1), (3, 4)),
              ((3, 1), (4,)), ((1, 3, 1), (2, 1, 4)), ((4,), (3, 1)), ((0,), (1,)), ((0, 3), (3,)), ((0, 3), (1, 1)),
              ((2, 0), (2, 1)), ((1, 0), (3, 1)), ((), (0, 2)), ((1,), (1, 1, 1))]
    for left, right in pairs:
        x, y = numbers(*left), numbers(*right, start=30)
        case("add", [x, y], x + y)
    x, y = numbers(2, 3, dtype="int32"), numbers(3, dtype="int32", start=30)
    case("add", [x, y], x + y)


if __name__ == "__main__":
    for group in (reductions, scans_and_argmax, shapes, pieces, indexing, windows, dots, broadcasts):
        group()
    with open(TARGET, "w", encoding="utf-8", newline="\n") as file:
        file.write("[\n" + ",\n".join(json.dumps(c, allow_nan=False) for c in CASES) + "\n]\n")
    assert TARGET.stat().st_size < 400_000
    print(f"{len(CASES)} cases, NumPy {np.__version__}")
