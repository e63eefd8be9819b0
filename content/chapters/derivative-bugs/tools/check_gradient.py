"""Is the gradient that a program follows the gradient of its loss?

Paste this into your own program.
"""

import numpy as np


def check_gradient(parameters, gradient, loss, h=1e-5):
    """Hold a gradient against differences of the loss.

    One parameter at a time. parameters: the arrays of floats that
    the program trains, the arrays it computes with: each number
    is moved a little and put back. gradient: arrays of the same
    shapes. loss: runs forward only, on the same samples as the
    gradient. Returns a list of
    (array, index, followed, measured, relative error, verdict).
    """
    here = float(loss())
    found = []
    for k, array in enumerate(parameters):
        for index in np.ndindex(array.shape):
            value = array[index]
            array[index] = value + h
            right = (float(loss()) - here) / h
            array[index] = value - h
            left = (here - float(loss())) / h
            array[index] = value
            followed = float(gradient[k][index])
            found.append((k, index, followed, left, right))

    # A number that hardly matters isn't judged by rounding errors.
    sums = [left + right for *_, left, right in found]
    largest = max(abs(total) for total in sums) / 2
    compared = []
    for k, index, followed, left, right in found:
        measured = (left + right) / 2
        size = max(abs(followed), abs(measured), largest / 1000)
        error = abs(followed - measured) / size if size else 0.0
        # At a kink the two sides have different slopes, and a
        # program may follow either.
        low, high = min(left, right), max(left, right)
        slack = 1e-3 * size
        is_between = low - slack < followed < high + slack
        is_kink = high - low > 10 * slack and is_between
        wrong = "kink" if is_kink else "wrong"
        verdict = "right" if error < 1e-6 else wrong
        numbers = followed, measured, error
        compared.append((k, index, *numbers, verdict))
    return compared


def gradient_of_update(parameters, update, learning_rate):
    """The gradient that one plain update follows.

    It is read off what the update does; then the parameters are
    put back. Plain means without momentum, weight decay and
    clipping; a very small learning rate costs digits. The update
    must change the arrays in place: W -= step, not W = W - step.
    """
    before = [array.copy() for array in parameters]
    update()
    gradient = [
        (old - new) / learning_rate
        for old, new in zip(before, parameters)
    ]
    for array, old in zip(parameters, before):
        array[...] = old
    return gradient
