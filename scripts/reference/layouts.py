"""The structural ops that NumPy lacks, as plainly as they can be written."""

import itertools

import numpy as np


def pad(x, lo, hi, interior, value):
    """`interior` new elements between neighbours, then `lo` before and `hi` after, along every axis; all >= 0."""
    shape = [a + n + max(n - 1, 0) * d + b for n, a, b, d in zip(x.shape, lo, hi, interior)]
    y = np.full(shape, value, x.dtype)
    for at in np.ndindex(*x.shape):
        y[tuple(a + i * (d + 1) for i, a, d in zip(at, lo, interior))] = x[at]
    return y


def scatter_add(x, indices, updates, axis):
    """x with the updates added where gather(x, indices, axis) reads; an index that occurs twice adds twice."""
    y = x.copy()
    np.add.at(y, (slice(None),) * (axis % x.ndim) + (indices,), updates)
    return y


def _positions(shape, sizes, strides, dilations):
    spans = [(k - 1) * d + 1 for k, d in zip(sizes, dilations)]
    return [(n - span) // s + 1 for n, span, s in zip(shape[len(shape) - len(sizes):], spans, strides)]


def _places(shape, sizes, strides, dilations):
    """Pairs of where an element lies among the windows and where it lies in the array."""
    batch = shape[:len(shape) - len(sizes)]
    positions = _positions(shape, sizes, strides, dilations)
    for b, p, w in itertools.product(np.ndindex(*batch), np.ndindex(*positions), np.ndindex(*sizes)):
        yield b + p + w, b + tuple(i * s + j * d for i, s, j, d in zip(p, strides, w, dilations))


def windows(x, sizes, strides, dilations):
    """Sliding windows over the last len(sizes) axes: [batch..., positions..., sizes...]. Made twice, and compared."""
    batch = x.ndim - len(sizes)
    shape = (*x.shape[:batch], *_positions(x.shape, sizes, strides, dilations), *sizes)
    steps = (*x.strides[:batch], *(t * s for t, s in zip(x.strides[batch:], strides)),
             *(t * d for t, d in zip(x.strides[batch:], dilations)))
    view = np.lib.stride_tricks.as_strided(x, shape, steps, writeable=False).copy()
    looped = np.zeros(shape, x.dtype)
    for window, element in _places(x.shape, sizes, strides, dilations):
        looped[window] = x[element]
    assert np.array_equal(view, looped)
    return view


def fold(y, shape, sizes, strides, dilations):
    """The transpose of windows: adds every element of the windows to where it came from in an array of `shape`."""
    x = np.zeros(shape, y.dtype)
    for window, element in _places(shape, sizes, strides, dilations):
        x[element] += y[window]
    return x


def matmul(x, y):
    """np.matmul by its definition: vectors gain an axis of length 1 and lose it again, batch axes broadcast."""
    left, right = (x[None] if x.ndim == 1 else x), (y[:, None] if y.ndim == 1 else y)
    z = (left[..., :, :, None] * right[..., None, :, :]).sum(axis=-2)
    z = z[..., 0] if y.ndim == 1 else z
    return z if x.ndim > 1 else z[..., 0] if y.ndim == 1 else z[..., 0, :]
