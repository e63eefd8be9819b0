"""XOR from scratch: two inputs, four hidden units, one output.

Trained one sample at a time.
"""

import numpy as np

activations = {
    "ReLU": (
        lambda x: np.where(x > 0, x, 0.0),
        lambda x: np.where(x >= 0, 1.0, 0.0),
    ),
    "sigmoid": (
        lambda x: 1 / (1 + np.exp(-x)),
        lambda x: x * (1 - x),
    ),
    "linear": (lambda x: x, lambda x: np.ones_like(x)),
}

inputs = np.array([[0, 0], [1, 0], [0, 1], [1, 1]], dtype=float)
targets = np.array([[0], [1], [1], [0]], dtype=float)
learning_rate = 0.2
epochs = 100_000


def random_numbers(seed):
    """Numbers from 0 to 1, the same for one seed (mulberry32)."""
    while True:
        seed = (seed + 0x6D2B79F5) & 0xFFFFFFFF
        t = (seed ^ seed >> 15) * (1 | seed) & 0xFFFFFFFF
        mixed = (t ^ t >> 7) * (61 | t) & 0xFFFFFFFF
        t = (t + mixed) & 0xFFFFFFFF ^ t
        yield (t ^ t >> 14) / 2**32


def create_layer(size, input_count, kind, random):
    layer = {
        "kind": kind,
        "weights": np.zeros((size, input_count)),
        "biases": np.zeros(size),
    }
    for unit in range(size):
        layer["biases"][unit] = next(random) * 2 - 1
        for i in range(input_count):
            layer["weights"][unit, i] = next(random) * 2 - 1
    return layer


def create_network(random, kind="ReLu"):
    hidden = create_layer(4, 2, kind, random)
    output = create_layer(1, 4, kind, random)
    return hidden, output


def create(seed):
    return create_network(random_numbers(seed), "ReLU")


def forward(layer, values):
    value, _ = activations[layer["kind"]]
    sums = layer["weights"] @ values + layer["biases"]
    layer["activations"] = value(sums)
    return layer["activations"]


def predict(network, values):
    hidden, output = network
    return forward(output, forward(hidden, values))


def loss(network):
    outputs = [predict(network, values) for values in inputs]
    return np.mean(np.square(targets - np.array(outputs)))


def adjust(layer, values, deltas):
    layer["biases"] += learning_rate * deltas
    layer["weights"] += learning_rate * np.outer(deltas, values)


def update(network, k):
    hidden, output = network
    error = targets[k] - predict(network, inputs[k])
    _, output_derivative = activations[output["kind"]]
    output_deltas = error * output_derivative(output["activations"])

    _, hidden_derivative = activations[hidden["kind"]]
    shares = output["weights"].T @ output_deltas
    slopes = hidden_derivative(hidden["activations"])
    hidden_deltas = shares * slopes

    adjust(output, hidden["activations"], output_deltas)
    adjust(hidden, inputs[k], hidden_deltas)


if __name__ == "__main__":
    network = create(1)
    for epoch in range(epochs):
        for k in range(len(inputs)):
            update(network, k)
    for values in inputs:
        print(predict(network, values)[0])
