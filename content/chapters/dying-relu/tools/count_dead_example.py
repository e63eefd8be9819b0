"""Networks of four ReLU units for XOR, as they are drawn.

How many units are silent, how many dead?
"""

import numpy as np

from count_dead import dead_units, silent_units

inputs = np.array([[0, 0], [1, 0], [0, 1], [1, 1]], dtype=float)
targets = np.array([[0], [1], [1], [0]], dtype=float)
learning_rate, networks, units = 0.2, 1000, 4


def count(slope):
    draw = np.random.default_rng(1).uniform
    silent_count = dead_count = 0
    for _ in range(networks):
        shapes = [(2, units), units, (units, 1), 1]
        W1, b1, W2, b2 = (draw(-1, 1, shape) for shape in shapes)

        def train():
            for x, target in zip(inputs, targets):
                hidden = np.maximum(0, x @ W1 + b1)
                delta = target - (hidden @ W2 + b2)
                share = learning_rate * delta * W2[:, 0]
                step = share * slope(hidden)
                W2[:, 0] += learning_rate * delta * hidden
                W1[:] += np.outer(x, step)
                b1[:] += step
                b2[:] += learning_rate * delta

        silent = silent_units(np.maximum(0, inputs @ W1 + b1))
        silent_count += len(silent)
        dead_count += len(dead_units(silent, W1, train))
    silent = f"{silent_count} of {networks * units} units"
    return f"{silent} are silent, {dead_count} of them dead"


print("slope 0 where a unit is off:", count(lambda a: a > 0))
print('slope 1 there too, by a ">=":', count(lambda a: a >= 0))
