"""Add three numbers.

One linear unit, the mean squared error, and one step for all
samples together.
"""

from itertools import product

import numpy as np

numbers = [1 / 8, 3 / 8, 5 / 8, 7 / 8]
learning_rate = 10e-2
epochs = 500


def random_numbers(seed):
    """Numbers from 0 to 1, the same for one seed (mulberry32)."""
    while True:
        seed = (seed + 0x6D2B79F5) & 0xFFFFFFFF
        t = (seed ^ seed >> 15) * (1 | seed) & 0xFFFFFFFF
        mixed = (t ^ t >> 7) * (61 | t) & 0xFFFFFFFF
        t = (t + mixed) & 0xFFFFFFFF ^ t
        yield (t ^ t >> 14) / 2**32


# Every choice of three numbers; three equal ones twice.
inputs = np.array(
    [
        row
        for a in numbers
        for row in [*product([a], numbers, numbers), (a, a, a)]
    ]
)
targets = inputs[:, 0] + inputs[:, 1] + inputs[:, 2]


def create(seed):
    """As PyTorch draws them: up to one over the root of 3."""
    random = random_numbers(seed)
    drawn = np.array([[next(random) for _ in range(3)]])
    return {
        "weights": (2 * drawn - 1) / np.sqrt(3),
        "biases": np.zeros(1),  # at first
    }


def forward(network, values):
    """The outputs are a column: [samples, 1]."""
    return values @ network["weights"].T + network["biases"]


def predict(network, values):
    return forward(network, np.atleast_2d(values))[0]


def differences(network):
    return forward(network, inputs) - targets


def loss(network):
    return np.mean(differences(network) ** 2)


def update(network):
    table = differences(network)
    deltas = 2 * table.sum(axis=1, keepdims=True) / table.size
    network["weights"] -= learning_rate * (deltas.T @ inputs)


if __name__ == "__main__":
    network = create(1)
    for epoch in range(epochs):
        if epoch % 20 == 0:
            print(loss(network))
        update(network)
    print("weights", network["weights"])
