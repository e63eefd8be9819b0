"""One layer learns that the answer is the second input.

Three inputs, one output, all samples at once.
"""

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def leaky_relu(x):
    return np.where(x > 0, x, 0.01 * x)


activations = {
    "sigmoid": (sigmoid, lambda x: sigmoid(x) * (1 - sigmoid(x))),
    "leaky_relu": (
        leaky_relu,
        leaky_relu,
    ),
}
value, derivative = activations["leaky_relu"]

inputs = np.array(
    [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]],
    dtype=float,
)
targets = np.array([[0], [1], [0], [1]], dtype=float)
learning_rate = 1
epochs = 20


def random_numbers(seed):
    """Numbers from 0 to 1, the same for one seed (mulberry32)."""
    while True:
        seed = (seed + 0x6D2B79F5) & 0xFFFFFFFF
        t = (seed ^ seed >> 15) * (1 | seed) & 0xFFFFFFFF
        mixed = (t ^ t >> 7) * (61 | t) & 0xFFFFFFFF
        t = (t + mixed) & 0xFFFFFFFF ^ t
        yield (t ^ t >> 14) / 2**32


def create(seed):
    random = random_numbers(seed)

    def draw():
        return np.array([[next(random) * 2 - 1] for _ in range(3)])

    return {"weights": draw(), "bias": draw()}


def sums_of(network, values):
    return values @ (network["weights"] + network["bias"])


def predict(network, values):
    return value(sums_of(network, values))


def update(network):
    errors = targets - predict(network, inputs)
    deltas = errors * derivative(sums_of(network, inputs))
    step = inputs.T @ deltas
    network["weights"] += learning_rate * step
    network["bias"] += learning_rate * step


if __name__ == "__main__":
    network = create(1)
    for epoch in range(epochs):
        update(network)
        errors = targets - predict(network, inputs)
        print("error:", abs(np.sum(errors)))
