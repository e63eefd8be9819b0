"""XOR with a network whose activation is chosen by name.

Two inputs, a hidden layer, one output; each step takes one random
sample.
"""

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


activations = {
    "tanh": (np.tanh, lambda x: 1 - x * x),
    "sigmoid": (sigmoid, lambda x: sigmoid(x) * (1 - sigmoid(x))),
}
value, prime = activations["sigmoid"]

inputs = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float)
targets = np.array([0, 1, 1, 0], dtype=float)
learning_rate = 0.2
epochs = 100_000
updates_per_epoch = 1


def random_numbers(seed):
    """Numbers from 0 to 1, the same for one seed (mulberry32)."""
    while True:
        seed = (seed + 0x6D2B79F5) & 0xFFFFFFFF
        t = (seed ^ seed >> 15) * (1 | seed) & 0xFFFFFFFF
        mixed = (t ^ t >> 7) * (61 | t) & 0xFFFFFFFF
        t = (t + mixed) & 0xFFFFFFFF ^ t
        yield (t ^ t >> 14) / 2**32


def create_layer(input_count, size, random):
    shape = (input_count, size)
    weights = [next(random) * 2 - 1 for _ in range(np.prod(shape))]
    return {"weights": np.array(weights).reshape(shape)}


# Two units, and one for the bias.
hidden_units = 2 + 1


def create(seed):
    random = random_numbers(seed)
    hidden = create_layer(3, hidden_units, random)
    output = create_layer(hidden_units, 1, random)
    return {"random": random, "hidden": hidden, "output": output}


def with_one(values):
    """The values and a constant 1, whose weights are biases."""
    return np.append(values, 1.0)


def forward(layer, values):
    layer["activations"] = value(values @ layer["weights"])
    return layer["activations"]


def predict(network, values):
    hidden, output = network["hidden"], network["output"]
    return forward(output, forward(hidden, with_one(values)))


def adjust(layer, values, deltas):
    layer["weights"] += learning_rate * np.outer(values, deltas)


def update(network):
    hidden, output = network["hidden"], network["output"]
    k = int(next(network["random"]) * len(inputs))
    prediction = predict(network, inputs[k])
    error = targets[k] - prediction

    output_deltas = error * prime(prediction)
    shares = (output["weights"] @ output_deltas)[:hidden_units]
    hidden_deltas = shares * prime(hidden["activations"])

    adjust(output, hidden["activations"], output_deltas)
    adjust(hidden, with_one(inputs[k]), hidden_deltas)


if __name__ == "__main__":
    network = create(2)
    for epoch in range(epochs * updates_per_epoch):
        if epoch % 10_000 == 0:
            print("epochs:", epoch)
        update(network)
    for values in inputs:
        print(values, predict(network, values))
