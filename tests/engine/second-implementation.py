"""A second implementation of training, sharing nothing with the engine: matrices instead of loops, and no
backward pass. It takes each partial derivative with a complex step,

    dL/dw = Im L(w + ih) / h,  h = 1e-30,

which has no rounding error of differences (Squire & Trapp 1998). Reads a list of { spec, parameters, updates }
as JSON from standard input and writes the list of final parameters. With the argument "reversed" it sums backwards.
"""

import json
import sys
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).resolve().parents[1]))
from reversed_sums import spread

ROOT = np.sqrt(2 / np.pi)


def softmax(z):
    e = np.exp(z - z.real.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


ACTIVATIONS = {
    "identity": lambda z: z,
    "sigmoid": sigmoid,
    "tanh": np.tanh,
    "relu": lambda z: np.where(z.real > 0, z, 0),
    "leakyRelu": lambda z: np.where(z.real > 0, z, 0.01 * z),
    "elu": lambda z: np.where(z.real > 0, z, np.exp(z) - 1),
    "softplus": lambda z: np.log(1 + np.exp(z)),
    "silu": lambda z: z * sigmoid(z),
    "gelu": lambda z: z / 2 * (1 + np.tanh(ROOT * (z + 0.044715 * z**3))),
    "softmax": softmax,
    "step": lambda z: np.where(z.real > 0, 1.0 + 0j, 0),
}

LOSSES = {
    "halfSquaredError": lambda p, y: ((p - y) ** 2).sum() / 2,
    "squaredError": lambda p, y: ((p - y) ** 2).sum(),
    "meanSquaredError": lambda p, y: ((p - y) ** 2).sum() / y.shape[1],
    "binaryCrossEntropy": lambda p, y: -(y * np.log(p) + (1 - y) * np.log(1 - p)).sum(),
    "categoricalCrossEntropy": lambda p, y: -(y * np.log(p)).sum(),
}


def loss(spec, parameters, x, y):
    start = 0
    for layer in spec["layers"]:
        inputs, units = x.shape[1], layer["units"]
        weights = parameters[start : start + units * inputs].reshape(units, inputs)
        biases = parameters[start + units * inputs : start + units * (inputs + 1)]
        x = ACTIVATIONS[layer["activation"]](x @ weights.T + biases)
        start += units * (inputs + 1)
    total = LOSSES[spec["loss"]](x, y)
    return total / len(y) if spec["batch"] == "mean" else total


def gradient(spec, parameters, x, y):
    shifted = parameters + 1e-30j * np.eye(len(parameters))
    return np.array([loss(spec, row, x, y).imag / 1e-30 for row in shifted])


def train(spec, parameters, updates):
    x = arrange(np.array(spec["data"]["inputs"], dtype=complex))
    y = arrange(np.array(spec["data"]["targets"]))
    w = arrange(np.array(parameters))
    optimizer = spec["optimizer"]
    rate = optimizer["learningRate"]
    first, second = np.zeros_like(w), np.zeros_like(w)
    for t in range(1, updates + 1):
        if spec["batch"] == "sample":
            k = (t - 1) % len(y)
            g = gradient(spec, w, x[k : k + 1], y[k : k + 1])
        else:
            g = gradient(spec, w, x, y)
        if optimizer["kind"] == "sgd":
            w = w - rate * g
        elif optimizer["kind"] == "momentum":
            first = 0.9 * first + g
            w = w - rate * first
        else:
            first = 0.9 * first + 0.1 * g
            second = 0.999 * second + 0.001 * g**2
            w = w - rate * (first / (1 - 0.9**t)) / (np.sqrt(second / (1 - 0.999**t)) + 1e-8)
    return w.tolist()


arrange = spread if sys.argv[1:] == ["reversed"] else np.asarray
print(json.dumps([train(**run) for run in json.load(sys.stdin)]))
