# A class with fit and forward, rows of a batch, NumPy's own global generator.
import numpy as np

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y = np.array([[0.0], [1.0], [1.0], [0.0]])
learning_rate = 0.3
epochs = 400


class Network:
    def __init__(self, sizes=(2, 3, 1)):
        self.weights = [np.random.randn(a, b) * np.sqrt(1 / a) for a, b in zip(sizes, sizes[1:])]
        self.biases = [np.zeros((1, b)) for b in sizes[1:]]

    def forward(self, x):
        self.values = [x]
        for W, b in zip(self.weights, self.biases):
            self.values.append(np.tanh(self.values[-1] @ W + b))
        return self.values[-1]

    def backward(self, targets):
        delta = (self.values[-1] - targets) * (1 - self.values[-1] ** 2)
        for at in reversed(range(len(self.weights))):
            below = (delta @ self.weights[at].T) * (1 - self.values[at] ** 2)
            self.weights[at] -= learning_rate * self.values[at].T @ delta
            self.biases[at] -= learning_rate * delta.sum(axis=0, keepdims=True)
            delta = below

    def fit(self, x, targets, epochs=1):
        for _ in range(epochs):
            self.forward(x)
            self.backward(targets)


def create():
    return Network()


def update(network):
    network.fit(X, y)


def predict(network, x):
    return network.forward(np.atleast_2d(x))


def layers(network):
    return list(zip(network.weights, network.biases, network.values[1:]))
