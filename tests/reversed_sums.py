"""Arrays of NumPy that sum from the last term to the first, one term at a time, in products of matrices as in sums: what
another processor's library may do, and as far from the usual order as one can get."""

import numpy as np


class Reversed(np.ndarray):
    """An array whose sums run backwards. What is computed from one is one, so it spreads through a program by itself."""

    def __array_ufunc__(self, ufunc, method, *values, out=None, **options):
        values = [np.asarray(value) if isinstance(value, np.ndarray) else value for value in values]
        if ufunc is np.matmul and method == "__call__":
            result = backward_product(*map(np.asarray, values))
        elif ufunc is np.add and method == "reduce":
            result = backward_sum(np.asarray(values[0]), **options)
        else:
            result = getattr(ufunc, method)(*values, **options)
        if out is not None:
            np.asarray(out[0])[...] = result
            return out[0]
        return result.view(Reversed) if isinstance(result, np.ndarray) else result

    def dot(self, other):
        return self @ other


def backward_product(a, b):
    if a.ndim == 0 or b.ndim == 0:
        return a * b
    first = a if a.ndim > 1 else a[None, :]
    second = b if b.ndim > 1 else b[:, None]
    # Accumulated, not summed: NumPy sums in pairs, and accumulates term by term.
    products = first[:, ::-1, None] * second[None, ::-1, :]
    total = np.add.accumulate(products, axis=1)[:, -1]
    return total.reshape(a.shape[:-1] + b.shape[1:])[()]


def backward_sum(values, axis=0, keepdims=False, **_):
    if axis is None:
        values, axis = values.ravel(), 0
    total = np.add.accumulate(np.flip(values, axis), axis)
    return np.take(total, [-1] if keepdims else -1, axis)


def spread(value):
    """The same value with its arrays as Reversed, where it is an array, a list or a dictionary of such."""
    if type(value) is np.ndarray:
        return value.view(Reversed)
    if isinstance(value, dict):
        return {name: spread(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(spread(one) for one in value)
    return value
