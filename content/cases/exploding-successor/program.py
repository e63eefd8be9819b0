"""Learns x → x + 1: one input, three hidden units, one output, leaky ReLU, a thousand samples at once."""

import numpy as np

leak = 0.01
weight_decay = 0.5
learning_rate = 1e-9
epochs = 60_000


def random_numbers(seed):
    """Numbers from 0 to 1, the same ones for the same seed (mulberry32)."""
    while True:
        seed = (seed + 0x6D2B79F5) & 0xFFFFFFFF
        t = (seed ^ seed >> 15) * (1 | seed) & 0xFFFFFFFF
        t = (t + ((t ^ t >> 7) * (61 | t) & 0xFFFFFFFF)) & 0xFFFFFFFF ^ t
        yield (t ^ t >> 14) / 2**32


def draw_data(random):
    numbers = np.array([[int(next(random) * 1000)] for _ in range(1000)], dtype=float)
    return {"inputs": numbers, "targets": numbers + 1}


def create(seed):
    random = random_numbers(seed)
    draw = lambda *shape: np.array([next(random) for _ in range(np.prod(shape))]).reshape(shape)
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
    output["sums"] = hidden["sums"] @ output["weights"] + output["biases"]
    output["activations"] = leaky(output["sums"])
    return leaky(output["activations"])


def cost(network):
    """Half the squared error, summed over the samples."""
    samples = network["samples"]
    return np.sum((samples["targets"] - forward(network, samples["inputs"])) ** 2) / 2


def descend(layer, gradients):
    layer["weights"] -= learning_rate * (gradients + weight_decay * layer["weights"])


def update(network):
    samples, hidden, output = network["samples"], network["hidden"], network["output"]
    errors = samples["targets"] - forward(network, samples["inputs"])
    output_deltas = -errors * leaky_prime(output["sums"])
    hidden_deltas = output_deltas @ output["weights"].T * leaky_prime(hidden["sums"])
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
