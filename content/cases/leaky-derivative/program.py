"""XOR with leaky ReLU: two inputs, three hidden units, one output.

Each step takes one random sample.
"""

import numpy as np

inputs = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float)
targets = np.array([0, 1, 1, 0], dtype=float)
learning_rate = 0.1
epochs = 10_000
updates_per_epoch = 1


def random_numbers(seed):
    """Numbers from 0 to 1, the same for one seed (mulberry32)."""
    while True:
        seed = (seed + 0x6D2B79F5) & 0xFFFFFFFF
        t = (seed ^ seed >> 15) * (1 | seed) & 0xFFFFFFFF
        mixed = (t ^ t >> 7) * (61 | t) & 0xFFFFFFFF
        t = (t + mixed) & 0xFFFFFFFF ^ t
        yield (t ^ t >> 14) / 2**32


leak = 0.1


def leaky(x):
    return np.where(x > 0, x, leak * x)


def is_on(activations):
    return activations > leak


def derivative(activations):
    """The derivative of leaky ReLU for the units of a layer."""
    slope = 1.0 if is_on(activations).all() else leak
    return np.full_like(activations, slope)


def create_layer(input_count, size, random):
    shape = (input_count, size)
    weights = [next(random) * 2 - 1 for _ in range(np.prod(shape))]
    return {"weights": np.array(weights).reshape(shape)}


def create(seed):
    random = random_numbers(seed)
    hidden = create_layer(3, 3, random)
    output = create_layer(3, 1, random)
    return {"random": random, "hidden": hidden, "output": output}


def with_one(values):
    """The values and a constant 1, whose weights are the biases."""
    return np.append(values, 1.0)


def forward(layer, values):
    layer["activations"] = leaky(values @ layer["weights"])
    return layer["activations"]


def predict(network, values):
    hidden, output = network["hidden"], network["output"]
    hidden_activations = forward(hidden, with_one(values))
    return forward(output, hidden_activations)


def adjust(layer, values, deltas):
    layer["weights"] += learning_rate * np.outer(values, deltas)


def update(network):
    hidden, output = network["hidden"], network["output"]
    k = int(next(network["random"]) * len(inputs))
    error = targets[k] - predict(network, inputs[k])

    output_deltas = error * derivative(output["activations"])
    slopes = derivative(hidden["activations"])
    hidden_deltas = (output["weights"] @ output_deltas)[:3] * slopes

    adjust(output, hidden["activations"], output_deltas)
    adjust(hidden, with_one(inputs[k]), hidden_deltas)


if __name__ == "__main__":
    network = create(1)
    for step in range(epochs * updates_per_epoch):
        update(network)
    for values in inputs:
        print(f"{predict(network, values)[0]:.8f}")
