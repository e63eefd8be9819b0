"""Is a number above 0? A network of one sigmoid unit.

The program is written for any number of layers; the cross-entropy,
and one step for all samples together.
"""

import numpy as np

sizes = [1, 1]

inputs = np.array([[-3], [-2], [3], [2]], dtype=float)
targets = np.array([[0], [0], [1], [1]], dtype=float)
learning_rate = 0.5
epochs = 150


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


def create(seed):
    """Layer 0 is the inputs, so that d counts layers."""
    random = random_numbers(seed)
    network = [{}]
    for count, size in zip(sizes, sizes[1:]):
        draws = [0.1 * normal(random) for _ in range(size * count)]
        weights = np.array(draws).reshape(size, count)
        biases = np.zeros((size, 1))
        network.append({"weights": weights, "biases": biases})
    return network


# A sigmoid that stays off 0 and 1, for the logarithm's sake.
least = 1e-13


def sigmoid(z):
    return np.clip(1 / (1 + np.exp(-z)), least, 1 - least)


def forward(network, samples):
    """Keeps the activations [unit, sample]; returns the last."""
    activations = network[0]["activations"] = samples.T
    for layer in network[1:]:
        z = layer["weights"] @ activations + layer["biases"]
        activations = layer["activations"] = sigmoid(z)
    return activations


def predict(network, values):
    return forward(network, np.atleast_2d(values)).T


def cost(network):
    h, y = predict(network, inputs), targets
    return np.mean(-(y * np.log(h) + (1 - y) * np.log(1 - h)))


def update(network):
    h, y = forward(network, inputs), targets.T
    m = len(inputs)
    # The gradient of the cost, by the activations of layer d.
    da = -(y / h - (1 - y) / (1 - h))
    for d in range(len(network) - 1, 0, -1):
        layer = network[d]
        a = layer["activations"]
        dz = da * a * (1 - a)
        factors = network[d]["activations"]
        dw = dz @ factors.T / m
        db = np.sum(dz, axis=1, keepdims=True) / m
        da = layer["weights"].T @ dz
        layer["weights"] -= learning_rate * dw
        layer["biases"] -= learning_rate * db


if __name__ == "__main__":
    network = create(2)
    for epoch in range(epochs):
        if epoch % 10 == 0:
            print("cost", cost(network))
        update(network)
    print(predict(network, inputs).ravel())
    print("weight", network[1]["weights"][0, 0])
