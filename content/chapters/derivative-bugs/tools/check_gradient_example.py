"""The check on the mistake that opens the chapter: the slope of tanh, taken at the activation."""

import numpy as np

from check_gradient import check_gradient, gradient_of_update

inputs = np.array([[0, 0], [1, 0], [0, 1], [1, 1]], dtype=float)
targets = np.array([[0], [1], [1], [0]], dtype=float)
learning_rate = 0.2

draw = np.random.default_rng(1).uniform
W1, b1, W2, b2 = draw(-1, 1, (2, 4)), draw(-1, 1, (1, 4)), draw(-1, 1, (4, 1)), draw(-1, 1, (1, 1))
parameters = [W1, b1, W2, b2]


def slope(a):
    return 1 - np.tanh(a) ** 2  # right for z, wrong for a: it should be 1 - a ** 2


def forward():
    hidden = np.tanh(inputs @ W1 + b1)
    return hidden, hidden @ W2 + b2


def loss():
    return np.sum((forward()[1] - targets) ** 2) / 2


def update():
    hidden, output = forward()
    output_delta = output - targets
    hidden_delta = (output_delta @ W2.T) * slope(hidden)
    for array, gradient in [
        (W1, inputs.T @ hidden_delta),
        (b1, hidden_delta.sum(axis=0, keepdims=True)),
        (W2, hidden.T @ output_delta),
        (b2, output_delta.sum(axis=0, keepdims=True)),
    ]:
        array -= learning_rate * gradient


names = ["W1", "b1", "W2", "b2"]
gradient = gradient_of_update(parameters, update, learning_rate)
for k, index, followed, measured, error, verdict in check_gradient(parameters, gradient, loss):
    print(f"{names[k]}{list(index)}  {followed:9.5f} {measured:9.5f}  {error:.1e}  {verdict}")
