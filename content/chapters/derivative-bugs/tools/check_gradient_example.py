"""The check on the mistake that opens the chapter.

The slope of tanh, taken at the activation.
"""

import numpy as np

from check_gradient import check_gradient, gradient_of_update

inputs = np.array([[0, 0], [1, 0], [0, 1], [1, 1]], dtype=float)
targets = np.array([[0], [1], [1], [0]], dtype=float)
learning_rate = 0.2

draw = np.random.default_rng(1).uniform
parameters = [
    draw(-1, 1, shape) for shape in [(2, 4), (1, 4), (4, 1), (1, 1)]
]
W1, b1, W2, b2 = parameters


def slope(a):
    # Right for z, wrong for a: it should be 1 - a ** 2.
    return 1 - np.tanh(a) ** 2


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
for k, index, *numbers, verdict in check_gradient(
    parameters, gradient, loss
):
    followed, measured, error = numbers
    name = f"{names[k]}{list(index)}"
    compared = f"{followed:9.5f} {measured:9.5f}  {error:.1e}"
    print(f"{name}  {compared}  {verdict}")
