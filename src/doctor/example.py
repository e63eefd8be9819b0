"""XOR, one sample at a time. It prints four numbers near one half."""

import numpy as np

inputs = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
targets = np.array([[0], [1], [1], [0]])
learning_rate = 0.5
epochs = 2000


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def slope(z):
    return sigmoid(z) * (1 - sigmoid(z))


def create(seed):
    rng = np.random.RandomState(seed)
    return {
        "W1": rng.uniform(-1, 1, (2, 3)),
        "b1": np.zeros(3),
        "W2": rng.uniform(-1, 1, (3, 1)),
        "b2": np.zeros(1),
    }


def predict(net, x):
    net["h"] = sigmoid(x @ net["W1"] + net["b1"])
    net["y"] = sigmoid(net["h"] @ net["W2"] + net["b2"])
    return net["y"]


def update(net, k):
    y = predict(net, inputs[k])
    d2 = (y - targets[k]) * slope(y)
    d1 = (net["W2"] @ d2) * slope(net["h"])
    net["W2"] -= learning_rate * np.outer(net["h"], d2)
    net["b2"] -= learning_rate * d2
    net["W1"] -= learning_rate * np.outer(inputs[k], d1)
    net["b1"] -= learning_rate * d1


def layers(net):
    return [
        (net["W1"], net["b1"], net["h"]),
        (net["W2"], net["b2"], net["y"]),
    ]
