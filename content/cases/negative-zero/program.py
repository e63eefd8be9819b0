"""XOR with ReLU.

Two inputs, three hidden layers of sixteen, one output.
"""

import numpy as np

sizes = [2, 16, 16, 16, 1]

inputs = np.array([[0, 0], [1, 1], [1, 0], [0, 1]], dtype=float)
targets = np.array([0, 0, 1, 1], dtype=float)
learning_rate = 0.01
epochs = 5000


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


def create_layer(input_count, size, random):
    shape = (input_count, size)
    scale = np.sqrt(2 / input_count)
    count = input_count * size
    weights = [normal(random) * scale for _ in range(count)]
    return {
        "weights": np.array(weights).reshape(shape),
        "biases": np.full((1, size), 0.5),
    }


def create(seed):
    random = random_numbers(seed)
    return [
        create_layer(count, size, random)
        for count, size in zip(sizes, sizes[1:])
    ]


def forward(layer, values):
    layer["inputs"] = values
    z = values @ layer["weights"] + layer["biases"]
    layer["mask"] = z > 0
    return z * layer["mask"]


def predict(network, values):
    values = np.atleast_2d(values)
    for layer in network:
        values = forward(layer, values)
    return values


def backward(layer, gradients):
    """Steps the layer against the gradient of its activations.

    Returns the gradient of its inputs.
    """
    deltas = gradients * layer["mask"]
    input_gradients = deltas @ layer["weights"].T
    bias_gradient = np.sum(deltas)
    layer["biases"] -= learning_rate * bias_gradient
    layer["weights"] -= learning_rate * (layer["inputs"].T @ deltas)
    return input_gradients


def update(network, k):
    gradients = 2 * (predict(network, inputs[k]) - targets[k])
    for layer in reversed(network):
        gradients = backward(layer, gradients)


if __name__ == "__main__":
    network = create(1)
    for epoch in range(epochs):
        predictions = []
        for k in range(len(inputs)):
            predictions.append(predict(network, inputs[k])[0, 0])
            update(network, k)
    print(np.array(predictions))
