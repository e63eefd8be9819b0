"""Trains programs of a case, each seed for so many updates, and prints every state that they go through as JSON.

Standard input: {"programs": {name: text}, "updates": n, "seeds": [...], "reversed": true or false}. With "reversed", every
product of matrices and every sum runs from its last term to its first.
"""

import json
import sys
import types
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).resolve().parents[1]))
from reversed_sums import spread


def parameters_of(part):
    """Depth first; of each part the weights, then the biases, in the order in which NumPy keeps them."""
    if isinstance(part, dict):
        own = [part[name] for name in ("weights", "biases", "bias") if name in part]
        inner = [parameters_of(one) for one in part.values() if isinstance(one, (dict, list, tuple))]
        return [number for array in own for number in np.ravel(array).tolist()] + sum(inner, [])
    return sum(map(parameters_of, part), []) if isinstance(part, (list, tuple)) else []


def states_of(text, updates, seeds, is_reversed):
    program = types.ModuleType("program")
    exec(compile(text, "program.py", "exec"), program.__dict__)
    if is_reversed:
        for name, value in list(vars(program).items()):
            if isinstance(value, np.ndarray):
                setattr(program, name, spread(value))
    predict = getattr(program, "predict", None) or program.forward
    for seed in seeds:
        network = program.create(seed)
        if is_reversed:
            network = spread(network)
        states = [parameters_of(network)]
        for update in range(updates):
            if program.update.__code__.co_argcount == 2:
                program.update(network, update % len(program.inputs))
            else:
                program.update(network)
            states.append(parameters_of(network))
        inputs = program.inputs if hasattr(program, "inputs") else network["samples"]["inputs"]
        outputs = [float(np.ravel(predict(network, values))[0]) for values in inputs]
        yield {"states": states, "outputs": outputs}


np.seterr(all="ignore")
asked = json.load(sys.stdin)
json.dump(
    {
        name: list(states_of(text, asked["updates"], asked["seeds"], asked["reversed"]))
        for name, text in asked["programs"].items()
    },
    sys.stdout,
)
