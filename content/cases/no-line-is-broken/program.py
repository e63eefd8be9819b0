"""XOR with a small library's network.

Two inputs, two hidden units, one output, sigmoids; each step takes
one random sample.
"""

import numpy as np

hidden_units = 2

inputs = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float)
targets = np.array([0, 1, 1, 0], dtype=float)
learning_rate = 0.01
epochs = 500_000


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def slope(a):
    return a * (1 - a)


def random_numbers(seed):
    """Numbers from 0 to 1, the same for one seed (mulberry32)."""
    while True:
        seed = (seed + 0x6D2B79F5) & 0xFFFFFFFF
        t = (seed ^ seed >> 15) * (1 | seed) & 0xFFFFFFFF
        mixed = (t ^ t >> 7) * (61 | t) & 0xFFFFFFFF
        t = (t + mixed) & 0xFFFFFFFF ^ t
        yield (t ^ t >> 14) / 2**32


def create_layer(size, input_count, random):
    weights, biases = [], []
    for _ in range(size):
        biases.append(next(random) * 2 - 1)
        draws = [next(random) * 2 - 1 for _ in range(input_count)]
        weights.append(draws)
    return {
        "weights": np.array(weights),
        "biases": np.array(biases),
    }


# The network that was reported, as it was before any training.
reported = {
    "hidden": {
        "weights": [
            [-0.12692590266986858, -0.844955757436316],
            [-0.9357427469178123, 0.8173651578783794],
        ],
        "biases": [0.39650732687505963, -0.49808473788143637],
    },
    "output": {
        "weights": [[-0.5832662974097391, 0.5308947844782579]],
        "biases": [0.2908941132572971],
    },
}


def arrays_of(layer):
    return {name: np.array(rows) for name, rows in layer.items()}


def create(seed):
    """Seed 0 is the reported start, every other one of its own."""
    random = random_numbers(seed)
    if seed == 0:
        given = {
            name: arrays_of(layer)
            for name, layer in reported.items()
        }
        return {"random": random, **given}
    hidden = create_layer(hidden_units, 2, random)
    output = create_layer(1, hidden_units, random)
    return {"random": random, "hidden": hidden, "output": output}


def forward(layer, values):
    z = layer["weights"] @ values + layer["biases"]
    layer["activations"] = sigmoid(z)
    return layer["activations"]


def predict(network, values):
    return forward(
        network["output"],
        forward(network["hidden"], values),
    )


def adjust(layer, values, errors):
    """Steps a layer by its errors, target minus activation."""
    deltas = errors * slope(layer["activations"])
    layer["biases"] += learning_rate * deltas
    layer["weights"] += learning_rate * np.outer(deltas, values)


def pass_back(layer, errors):
    """What the units below a layer hear of its errors."""
    heard = errors
    return layer["weights"].T @ heard


def update(network):
    hidden, output = network["hidden"], network["output"]
    k = int(next(network["random"]) * len(inputs))
    errors = targets[k] - predict(network, inputs[k])

    adjust(output, hidden["activations"], errors)
    hidden_errors = pass_back(output, errors)
    adjust(hidden, inputs[k], hidden_errors)


if __name__ == "__main__":
    network = create(0)
    for epoch in range(epochs):
        update(network)
    for values in inputs:
        print(values, f"{predict(network, values)[0]:.3f}")
