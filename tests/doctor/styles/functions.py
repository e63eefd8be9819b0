# A module of functions around a dictionary of arrays, one sample at a time.
import numpy as np

inputs = [[0, 0], [0, 1], [1, 0], [1, 1]]
targets = [0, 1, 1, 0]
learning_rate = 0.5
epochs = 500


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def create(seed):
    rng = np.random.default_rng(seed)
    return {
        "hidden": rng.normal(size=(2, 4)),
        "hidden_bias": np.zeros(4),
        "output": rng.normal(size=(4, 1)),
        "output_bias": np.zeros(1),
    }


def forward(net, x):
    net["h"] = np.tanh(np.array(x) @ net["hidden"] + net["hidden_bias"])
    net["y"] = sigmoid(net["h"] @ net["output"] + net["output_bias"])
    return net["y"]


def update(net, k):
    y = forward(net, inputs[k])
    d_out = (y - targets[k]) * y * (1 - y)
    d_hid = (net["output"] @ d_out) * (1 - net["h"] ** 2)
    net["output"] -= learning_rate * np.outer(net["h"], d_out)
    net["output_bias"] -= learning_rate * d_out
    net["hidden"] -= learning_rate * np.outer(inputs[k], d_hid)
    net["hidden_bias"] -= learning_rate * d_hid


def layers(net):
    return [
        (net["hidden"], net["hidden_bias"], net["h"]),
        (net["output"], net["output_bias"], net["y"]),
    ]
