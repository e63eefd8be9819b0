# A script: arrays at its top that a function replaces, single precision, mean squared error of all samples.
import numpy as np

rng = np.random.RandomState(3)
X = np.linspace(-1, 1, 8, dtype=np.float32).reshape(-1, 1)
Y = np.abs(X)
W1 = rng.randn(1, 6).astype(np.float32)
b1 = np.full(6, 0.3, dtype=np.float32)
W2 = (rng.randn(6, 1) / 2).astype(np.float32)
b2 = np.zeros(1, dtype=np.float32)
learning_rate = 0.05
epochs = 600


def relu(z):
    return np.maximum(z, 0)


def predict(x):
    return relu(x @ W1 + b1) @ W2 + b2


def update():
    global W1, b1, W2, b2
    z1 = X @ W1 + b1
    a1 = relu(z1)
    out = a1 @ W2 + b2
    d2 = 2 * (out - Y) / len(X)
    d1 = (d2 @ W2.T) * (z1 > 0)
    W2 = W2 - learning_rate * a1.T @ d2
    b2 = b2 - learning_rate * d2.sum(axis=0)
    W1 = W1 - learning_rate * X.T @ d1
    b1 = b1 - learning_rate * d1.sum(axis=0)


def layers():
    return [(W1, b1, relu), (W2, b2, lambda z: z)]
