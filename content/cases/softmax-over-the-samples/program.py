"""Which of the ten digits is it?

Small noisy pictures, a hidden layer of ReLU units, a softmax over
ten outputs, and one step for all samples together.
"""

import numpy as np

# Three pixels wide and five high, row by row.
digits = [
    "111101101101111",
    "010110010010111",
    "111001111100111",
    "111001111001111",
    "101101111001001",
    "111100111001111",
    "111100111101111",
    "111001001001001",
    "111101111101111",
    "111101111001111",
]
samples_of_each = 2
hidden_units = 10
learning_rate = 0.1
epochs = 500


def random_numbers(seed):
    """Numbers from 0 to 1, the same for one seed (mulberry32)."""
    while True:
        seed = (seed + 0x6D2B79F5) & 0xFFFFFFFF
        t = (seed ^ seed >> 15) * (1 | seed) & 0xFFFFFFFF
        mixed = (t ^ t >> 7) * (61 | t) & 0xFFFFFFFF
        t = (t + mixed) & 0xFFFFFFFF ^ t
        yield (t ^ t >> 14) / 2**32


def draw(random, *shape):
    """Numbers from -0.5 to 0.5."""
    count = int(np.prod(shape))
    numbers = [next(random) for _ in range(count)]
    return np.array(numbers).reshape(shape) - 0.5


def draw_pictures():
    """Each pixel a shade from 0 to 1, off by up to a half."""
    labels = np.arange(10 * samples_of_each) % 10
    ink = np.array([[int(p) for p in digits[k]] for k in labels])
    noise = draw(random_numbers(0), *ink.shape)
    return np.clip(ink + noise, 0, 1), labels


inputs, labels = draw_pictures()
targets = np.eye(10)[labels]


def create(seed):
    """Weights [unit, input], then biases, layer by layer."""
    random = random_numbers(seed)
    sizes = [inputs.shape[1], hidden_units, 10]
    return [
        {
            "weights": draw(random, size, count),
            "biases": draw(random, size),
        }
        for count, size in zip(sizes, sizes[1:])
    ]


def softmax(z):
    powers = np.exp(z)
    return powers / sum(powers)


def forward(network, samples):
    """Keeps what each layer was given; returns the outputs."""
    hidden, output = network
    hidden["inputs"] = samples
    z = samples @ hidden["weights"].T + hidden["biases"]
    output["inputs"] = np.maximum(z, 0)
    z = output["inputs"] @ output["weights"].T + output["biases"]
    return softmax(z)


def predict(network, values):
    """What an input is given in the company of the others."""
    others = inputs[(inputs != values).any(axis=1)]
    return forward(network, np.vstack([values, others]))[0]


def update(network):
    hidden, output = network
    output_deltas = forward(network, inputs) - targets
    back = output_deltas @ output["weights"]
    hidden_deltas = back * (output["inputs"] > 0)
    step = learning_rate / len(inputs)
    deltas_of = [hidden_deltas, output_deltas]
    for layer, deltas in zip(network, deltas_of):
        layer["weights"] -= step * (deltas.T @ layer["inputs"])
        layer["biases"] -= step * deltas.sum(axis=0)


def accuracy(network):
    answers = np.argmax(forward(network, inputs), axis=1)
    return np.mean(answers == labels)


if __name__ == "__main__":
    network = create(1)
    for epoch in range(epochs):
        if epoch % 10 == 0:
            print(f"epoch {epoch}:", accuracy(network))
        update(network)
    print(np.argmax(forward(network, inputs), axis=1))
