"""Which of two moons does a point belong to?

Two inputs, four hidden layers of ReLU units, a sigmoid; the
cross-entropy, and one step for all samples together.
"""

import numpy as np

architecture = [
    {"inputs": 2, "units": 4, "kind": "relu"},
    {"inputs": 4, "units": 6, "kind": "relu"},
    {"inputs": 6, "units": 6, "kind": "relu"},
    {"inputs": 6, "units": 4, "kind": "relu"},
    {"inputs": 4, "units": 1, "kind": "sigmoid"},
]


def random_numbers(seed):
    """Numbers from 0 to 1, the same for one seed (mulberry32)."""
    while True:
        seed = (seed + 0x6D2B79F5) & 0xFFFFFFFF
        t = (seed ^ seed >> 15) * (1 | seed) & 0xFFFFFFFF
        mixed = (t ^ t >> 7) * (61 | t) & 0xFFFFFFFF
        t = (t + mixed) & 0xFFFFFFFF ^ t
        yield (t ^ t >> 14) / 2**32


def normal(random):
    """A normal number: mean 0, deviation 1 (Box and Muller)."""
    length = np.sqrt(-2 * np.log(1 - next(random)))
    return length * np.cos(2 * np.pi * next(random))


def normals(count, random):
    return np.array([normal(random) for _ in range(count)])


def moons(count, random):
    """Points on two half circles, not quite, to two digits."""
    inputs, targets = [], []
    for _ in range(count):
        lower = next(random) < 0.5
        angle = np.pi * next(random)
        x, y = np.cos(angle), np.sin(angle)
        place = np.array([1 - x, 0.5 - y] if lower else [x, y])
        place += 0.1 * normals(2, random)
        inputs.append(np.round(place, 2))
        targets.append([1.0 if lower else 0.0])
    return np.array(inputs), np.array(targets)


numbers_of_moons = random_numbers(67)
inputs, targets = moons(40, numbers_of_moons)
test_inputs, test_targets = moons(100, numbers_of_moons)
learning_rate = 0.01
epochs = 10_000


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def create(seed):
    random = random_numbers(seed)
    network = []
    for layer in architecture:
        shape = (layer["inputs"], layer["units"])
        size = 0.1
        weights = normals(np.prod(shape), random) * size
        biases = normals(layer["units"], random) * 0.1
        network.append(
            {
                "kind": layer["kind"],
                "weights": weights.reshape(shape),
                "biases": biases,
            }
        )
    return network


def forward(network, samples):
    """Keeps sums and activations [sample, unit] of every layer."""
    values = samples
    for layer in network:
        layer["sums"] = values @ layer["weights"] + layer["biases"]
        if layer["kind"] == "relu":
            values = np.maximum(layer["sums"], 0)
        else:
            values = sigmoid(layer["sums"])
        layer["activations"] = values
    return values


def predict(network, values):
    return forward(network, np.atleast_2d(values))


def cost(network):
    h, y = forward(network, inputs), targets
    return np.mean(-(y * np.log(h) + (1 - y) * np.log(1 - h)))


def accuracy(network, samples, classes):
    outputs = forward(network, samples)
    return np.mean((outputs > 0.5) == (classes == 1))


def update(network):
    h, y = forward(network, inputs), targets
    m = len(inputs)
    # The slopes of the cost, by the activations of a layer.
    slopes = -(y / h - (1 - y) / (1 - h))
    for index in range(len(network) - 1, -1, -1):
        layer = network[index]
        if index > 0:
            below = network[index - 1]["activations"]
        else:
            below = inputs
        if layer["kind"] == "relu":
            deltas = np.where(layer["sums"] > 0, slopes, 0.0)
        else:
            a = layer["activations"]
            deltas = slopes * a * (1 - a)
        slopes = deltas @ layer["weights"].T
        dw = below.T @ deltas / m
        db = np.sum(deltas, axis=0) / m
        layer["weights"] -= learning_rate * dw
        layer["biases"] -= learning_rate * db


if __name__ == "__main__":
    network = create(2)
    for epoch in range(epochs):
        update(network)
    print("accuracy", accuracy(network, inputs, targets))
    print(
        "test set accuracy",
        accuracy(network, test_inputs, test_targets),
    )
