"""Imports a case's program, trains each seed for so many updates, and prints parameters and outputs as JSON."""

import importlib.util
import json
import sys

import numpy as np

path, updates, *seeds = sys.argv[1:]
spec = importlib.util.spec_from_file_location("program", path)
program = importlib.util.module_from_spec(spec)
spec.loader.exec_module(program)
np.seterr(all="ignore")


def layers_of(network):
    if isinstance(network, dict):
        return [network[name] for name in ("hidden", "output") if name in network] or [network]
    return network


def parameters_of(network):
    """Layer by layer: weights, then biases, in the order in which NumPy keeps them."""
    found = []
    for layer in layers_of(network):
        for name in ("weights", "biases", "bias"):
            if name in layer:
                found.append(np.ravel(layer[name]).tolist())
    return found


results = []
for seed in map(int, seeds):
    network = program.create(seed)
    before = parameters_of(network)
    for update in range(int(updates)):
        if program.update.__code__.co_argcount == 2:
            program.update(network, update % len(program.inputs))
        else:
            program.update(network)
    predict = getattr(program, "predict", None) or program.forward
    inputs = program.inputs if hasattr(program, "inputs") else network["samples"]["inputs"]
    outputs = [float(np.ravel(predict(network, values))[0]) for values in inputs]
    results.append({"before": before, "after": parameters_of(network), "outputs": outputs})
print(json.dumps(results))
