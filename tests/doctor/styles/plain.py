# Plain Python without NumPy: lists and loops, a momentum kept in the network, the cross-entropy with a sigmoid.
import math
import random

inputs = [[0.1, 0.9], [0.8, 0.2], [0.7, 0.9], [0.2, 0.1], [0.5, 0.4]]
targets = [1, 0, 1, 0, 1]
learning_rate = 0.2
momentum = 0.5
updates_per_epoch = len(inputs)
epochs = 300
size = 3


def create(seed):
    random.seed(seed)
    return {
        "w": [[random.uniform(-1, 1) for _ in range(2)] for _ in range(size)],
        "b": [random.uniform(-1, 1) for _ in range(size)],
        "v": [random.uniform(-1, 1) for _ in range(size)],
        "c": [0.0],
        "dw": [[0.0] * 2 for _ in range(size)],
        "db": [0.0] * size,
        "dv": [0.0] * size,
        "dc": [0.0],
        "a": [0.0] * size,
        "y": [0.0],
    }


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def predict(n, x):
    n["a"] = [sigmoid(b + sum(w * v for w, v in zip(row, x))) for row, b in zip(n["w"], n["b"])]
    n["y"] = [sigmoid(n["c"][0] + sum(v * a for v, a in zip(n["v"], n["a"])))]
    return n["y"][0]


def update(n, k):
    delta = predict(n, inputs[k]) - targets[k]
    below = [delta * v * a * (1 - a) for v, a in zip(n["v"], n["a"])]
    for i in range(size):
        n["dv"][i] = momentum * n["dv"][i] - learning_rate * delta * n["a"][i]
        n["v"][i] += n["dv"][i]
        n["db"][i] = momentum * n["db"][i] - learning_rate * below[i]
        n["b"][i] += n["db"][i]
        for j in range(2):
            n["dw"][i][j] = momentum * n["dw"][i][j] - learning_rate * below[i] * inputs[k][j]
            n["w"][i][j] += n["dw"][i][j]
    n["dc"][0] = momentum * n["dc"][0] - learning_rate * delta
    n["c"][0] += n["dc"][0]


def layers(n):
    return [
        {"weights": n["w"], "biases": n["b"], "activations": n["a"]},
        {"weights": [n["v"]], "biases": n["c"], "activations": n["y"]},
    ]
