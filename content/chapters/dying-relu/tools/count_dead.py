"""Which ReLU units of a layer are off on every sample?

And are these dead? Paste this into your own program.
"""

import numpy as np


def silent_units(activations):
    """The units that are 0 on every sample.

    activations: [samples, units].
    """
    return np.flatnonzero((activations == 0).all(axis=0))


def dead_units(silent, weights, train):
    """Of these units, those that training leaves where they are.

    weights: [inputs, units], the very array that the program
    trains. train: takes a step on every sample, without momentum
    and weight decay; above the first hidden layer a single step,
    since there a unit can wake between two. It must change the
    array in place: W -= step, not W = W - step.
    """
    before = weights.copy()
    train()
    return silent[(weights == before).all(axis=0)[silent]]
