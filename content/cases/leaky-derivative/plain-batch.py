"""The plain network with `all` over the matrix of a batch, as a NumPy program has it. Prints outputs as JSON: as they are,
and eight times as they are if every parameter is changed by 2^-26 of itself before every epoch (tests/rounding.ts)."""

import json
import sys
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).resolve().parents[3] / "tests"))
from reversed_sums import spread

order = sys.argv[1]
units, epochs, *seeds = map(int, sys.argv[2:])
slope = rate = 0.1
X = np.array([[0, 0], [1, 0], [0, 1], [1, 1]], dtype=float)
Y = np.array([[0], [1], [1], [0]], dtype=float)


def generator(state):
    while True:
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        t = ((state ^ state >> 15) * (state | 1)) & 0xFFFFFFFF
        t ^= (t + (((t ^ t >> 7) * (t | 61)) & 0xFFFFFFFF)) & 0xFFFFFFFF
        yield ((t ^ t >> 14) & 0xFFFFFFFF) / 2**32 * 2 - 1


def leaky(z):
    return np.where(z > 0, z, slope * z)


def derivative(activations):
    return 1.0 if (activations > slope).all() else slope


def train(seed, change):
    """The outputs after all epochs; `change` is what becomes of the parameters before each."""
    draw = generator(seed)
    rows = [[next(draw) for _ in range(3)] for _ in range(units)]
    b1 = np.array([[row[0] for row in rows]])
    W1 = np.array([row[1:] for row in rows]).T
    b2 = np.array([[next(draw)]])
    W2 = np.array([[next(draw)] for _ in range(units)])
    for _ in range(epochs):
        W1, b1, W2, b2 = map(change, (W1, b1, W2, b2))
        h = leaky(X @ W1 + b1)
        o = leaky(h @ W2 + b2)
        d2 = (Y - o) * derivative(o)
        d1 = (d2 @ W2.T) * derivative(h)
        W2 += rate * h.T @ d2
        b2 += rate * d2.sum(axis=0)
        W1 += rate * X.T @ d1
        b1 += rate * d1.sum(axis=0)
    return leaky(leaky(X @ W1 + b1) @ W2 + b2)[:, 0].tolist()


random = np.random.default_rng(1)
unchanged = spread if order == "reversed" else np.copy
slightly = lambda values: values * (1 + random.choice([-1, 1], values.shape) * 2.0**-26)
print(
    json.dumps(
        [
            {"outputs": train(seed, unchanged), "changed": [train(seed, slightly) for _ in range(8)]}
            for seed in seeds
        ]
    )
)
