"""Learns x → x + 1: one input, three hidden units, one output.

Leaky ReLU, a thousand samples at once.
"""

import numpy as np

leak = 0.01
weight_decay = 0.5
learning_rate = 1e-9
epochs = 60_000


def random_numbers(seed):
    """Numbers from 0 to 1, the same for one seed (mulberry32)."""
    while True:
        seed = (seed + 0x6D2B79F5) & 0xFFFFFFFF
        t = (seed ^ seed >> 15) * (1 | seed) & 0xFFFFFFFF
        mixed = (t ^ t >> 7) * (61 | t) & 0xFFFFFFFF
        t = (t + mixed) & 0xFFFFFFFF ^ t
        yield (t ^ t >> 14) / 2**32


def draw_data(random):
    draws = [[int(next(random) * 1000)] for _ in range(1000)]
    numbers = np.array(draws, dtype=float)
    return {"inputs": numbers, "targets": numbers + 1}


def create(seed):
    random = random_numbers(seed)

    def draw(*shape):
        numbers = [next(random) for _ in range(np.prod(shape))]
        return np.array(numbers).reshape(shape)

    samples = draw_data(random)
    hidden, output = {"biases": draw(3)}, {"biases": draw(1)}
    hidden["weights"], output["weights"] = draw(1, 3), draw(3, 1)
    return {"samples": samples, "hidden": hidden, "output": output}


def leaky(z):
    return np.where(z > 0, z, leak * z)


def leaky_prime(z):
    return np.where(z > 0, 1.0, leak)


def sigmoid_prime(z):
    return np.exp(-x) / (1 + np.exp(-x)) ** 2


def forward(network, values):
    hidden, output = network["hidden"], network["output"]
    hidden["sums"] = values @ hidden["weights"] + hidden["biases"]
    hidden["activations"] = leaky(hidden["sums"])
    sums = hidden["sums"] @ output["weights"]
    output["sums"] = sums + output["biases"]
    output["activations"] = leaky(output["sums"])
    return leaky(output["activations"])


def cost(network):
    """Half the squared error, summed over the samples."""
    samples = network["samples"]
    outputs = forward(network, samples["inputs"])
    return np.sum((samples["targets"] - outputs) ** 2) / 2


def descend(layer, gradients):
    decay = weight_decay * layer["weights"]
    layer["weights"] -= learning_rate * (gradients + decay)


def update(network):
    samples = network["samples"]
    hidden, output = network["hidden"], network["output"]
    outputs = forward(network, samples["inputs"])
    errors = samples["targets"] - outputs
    output_deltas = -errors * leaky_prime(output["sums"])
    shares = output_deltas @ output["weights"].T
    hidden_deltas = shares * leaky_prime(hidden["sums"])
    output_gradients = hidden["activations"].T @ output_deltas
    hidden_gradients = samples["inputs"].T @ hidden_deltas
    descend(output, output_gradients)
    descend(hidden, hidden_gradients)


if __name__ == "__main__":
    network = create(1)
    for epoch in range(epochs):
        if epoch % 10_000 == 0:
            print("J =", cost(network))
        update(network)
    print("J =", cost(network))
    for x in [0, 99, 999, 10_079]:
        print(x, forward(network, np.array([[x]]))[0, 0])
