"""What keeps a network from learning, found by trying it out: the diagnosis of the book
"Broken by One Line" for a program of your own. Python 3.8 or newer and NumPy; one file.

Beside your program, which has `inputs` and `targets`, one row a sample (or `data`, both):

    import doctor, my_program
    doctor.diagnose(my_program)              # or: python3 doctor.py my_program.py

    create(seed)             gives a network: lists, dicts, arrays, objects, whatever it is
    update(network, k)       performs the k-th update of an epoch, k = 0, 1, ...; or update(network)
    predict(network, input)  gives the outputs for one input (or `forward`)

With `learning_rate`, `epochs`, `updates_per_epoch` more can be said, and most with
`layers(network)`: (weights, biases, activations) for each layer, hidden ones first.

Under other names, or of a class:

    doctor.diagnose(inputs=X, targets=y, create=lambda seed: Net(),
                    update=lambda net, k: net.fit(X, y, epochs=1),
                    predict=lambda net, x: net.forward(x), learning_rate=0.1,
                    layers=lambda net: [(net.W1, net.b1, net.a1), (net.W2, net.b2, net.a2)])

A script without `create`, whose weights are arrays of its own: `doctor.diagnose(globals())` as
its last line, with `update(k)` or `update()`, and `predict(input)`.

Everything is done to copies; what your program draws at random is drawn again the same way.
No number is reported that was not measured. @SITE@
"""

import copy
import importlib.util
import inspect
import math
import random
import sys
import textwrap
import types
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cmp_to_key

import numpy as np

# What the findings say, and the sections that explain them: the book's own words.

SITE = "@SITE@"
WORDS = @WORDS@
SECTIONS = @SECTIONS@

# How much is done at most, so that an answer comes within seconds: updates of the training that is
# looked at, parameters times samples, updates of other seeds in all.

MOST_UPDATES = 2000
MOST_WORK = 20000
MOST_SEED_UPDATES = 40000


def diagnose(program=None, *, seed=1, updates=None, show=True, **given):
    """Looks at a program before its first update and after a training, and says what is wrong.

    program: a module, globals(), a dict or an object with what the program consists of; what is
        given by name (data, inputs, targets, create, update, predict, layers, learning_rate,
        epochs, updates_per_epoch) goes before it.
    seed: what `create` is called with.
    updates: after how many updates to look, a number or several. Defaults to 0 and to the whole
        training, of at most MOST_UPDATES.
    show: whether to print. What was found comes back in any case, as a list of findings.
    """
    reader = _Reader(program, given, seed)
    if updates is None:
        trained = min(reader.program.epochs * reader.program.updatesPerEpoch, MOST_UPDATES)
        updates = [0, trained]
    elif isinstance(updates, (int, np.integer)):
        updates = [updates]
    shown = []
    with np.errstate(all="ignore"):
        try:
            for count in sorted(set(int(one) for one in updates)):
                shown.append(_look_after(reader, count))
        finally:
            reader.put_back()
    if show:
        _print_all(reader, shown)
    return [one for _, diagnosis in shown for one in diagnosis.findings]


class Missing(Exception):
    """What a program lacks, all of it at once."""


# A number of a network, found and changed by its path


def numberPaths(state, most=100000):
    paths = []
    seen = set()

    def visit(value, path):
        if isinstance(value, np.ndarray):
            if id(value) in seen or value.dtype.kind not in "fiu":
                return
            seen.add(id(value))
            for at in range(min(value.size, most - len(paths))):
                paths.append(path + (at,))
            return
        if isinstance(value, dict):
            items = value.items()
        elif isinstance(value, (list, tuple)):
            items = enumerate(value)
        elif _has_fields(value):
            items = vars(value).items()
        else:
            return
        if id(value) in seen:
            return
        seen.add(id(value))
        for key, child in list(items):
            if len(paths) >= most:
                return
            if _is_number(child):
                if not isinstance(value, tuple):
                    paths.append(path + (key,))
            else:
                visit(child, path + (key,))

    visit(state.network, ())
    return paths


def _is_number(value):
    return isinstance(value, (int, float, np.floating, np.integer)) and not isinstance(value, bool)


def _has_fields(value):
    return (
        hasattr(value, "__dict__")
        and not isinstance(value, (type, types.ModuleType, types.FunctionType, types.MethodType, _Tape))
        and not type(value).__module__.startswith("numpy")
    )


def _child(holder, key):
    if isinstance(holder, np.ndarray):
        return holder.flat[key]
    if isinstance(holder, (dict, list, tuple)):
        return holder[key]
    return getattr(holder, key)


def _holder(state, path):
    holder = state.network
    for key in path[:-1]:
        holder = _child(holder, key)
    return holder


def numberAt(state, path):
    return float(_child(_holder(state, path), path[-1]))


def setNumberAt(state, path, number):
    holder = _holder(state, path)
    key = path[-1]
    if isinstance(holder, np.ndarray):
        try:
            holder.flat[key] = number
        except (ValueError, OverflowError):
            holder.flat[key] = 0
    elif isinstance(holder, (dict, list)):
        holder[key] = number
    else:
        setattr(holder, key, number)


def isIntegerStorage(state, path):
    holder = _holder(state, path)
    return isinstance(holder, np.ndarray) and holder.dtype.kind in "iu"


def arrayName(path):
    """The list that a number stands in: "hidden.weights"."""
    names = [str(key) for key in path]
    while names and names[-1].isdigit():
        names.pop()
    fits = 0 < len(names) <= 6 and all(name.replace("$", "_").isidentifier() or name.isdigit() for name in names)
    return ".".join(names) if fits else "network"


# Copies: a network, and the generators that its program draws from


class _State:
    """A network with where the generators of NumPy and Python stand."""

    def __init__(self, network, numpy_random=None, python_random=None):
        self.network = network
        self.numpy_random = numpy_random
        self.python_random = python_random


class _Tape:
    """A generator's numbers, kept so that a copy draws them once more."""

    def __init__(self, source, drawn, at):
        self.source, self.drawn, self.at = source, drawn, at

    def __iter__(self):
        return self

    def __next__(self):
        if self.at == len(self.drawn):
            self.drawn.append(next(self.source))
        self.at += 1
        return self.drawn[self.at - 1]


def _copyOf(state):
    return _State(_copied(state.network, {}), state.numpy_random, state.python_random)


def _copied(value, memo):
    if isinstance(value, (int, float, str, bool, type(None), np.generic)):
        return value
    known = memo.get(id(value))
    if known is not None:
        return known
    if isinstance(value, np.ndarray):
        made = value.astype(float) if value.dtype.kind == "f" and value.dtype != np.float64 else value.copy()
    elif type(value) is dict:
        made = memo[id(value)] = {}
        for key, child in value.items():
            made[key] = _copied(child, memo)
    elif type(value) is list:
        made = memo[id(value)] = []
        made.extend(_copied(child, memo) for child in value)
    elif type(value) is tuple:
        made = tuple(_copied(child, memo) for child in value)
    elif isinstance(value, types.GeneratorType):
        made = _Tape(value, [], 0)
    elif isinstance(value, _Tape):
        made = _Tape(value.source, value.drawn, value.at)
    elif isinstance(value, types.MethodType):
        made = types.MethodType(value.__func__, _copied(value.__self__, memo))
    elif isinstance(value, (type, types.ModuleType, types.FunctionType, types.BuiltinFunctionType)):
        return value
    elif _has_fields(value):
        made = copy.copy(value)
        memo[id(value)] = made
        for name, child in list(vars(value).items()):
            object.__setattr__(made, name, _copied(child, memo))
    else:
        made = copy.deepcopy(value, memo)
    memo[id(value)] = made
    # What is known by its place in memory must stay there until the copy is made.
    memo.setdefault("kept", []).append(value)
    return made


# What a program consists of


_EXAMPLES = {
    "data": "inputs = np.array([[0, 0], [1, 1]]); targets = np.array([[0], [1]])",
    "create": "def create(seed): ...; return network",
    "update": "def update(network, k): ...  # one step: change the weights in `network`",
    "predict": "def predict(network, input): return outputs",
}


class _Reader:
    """A program of the reader's, brought into the form that the checks know."""

    def __init__(self, program, given, seed):
        own = program if isinstance(program, dict) else {name: getattr(program, name) for name in dir(program)} if program is not None else {}
        unknown = set(given) - _NAMES
        if unknown:
            raise Missing("diagnose knows no " + ", ".join(sorted(unknown)) + "; it takes " + ", ".join(sorted(_NAMES)))
        self.parts = {**own, **given}
        self.given = given
        self.namespace = program if isinstance(program, dict) else vars(program) if isinstance(program, types.ModuleType) else None
        self.kept = {}
        self.random_before = (np.random.get_state(), random.getstate())
        self.draws = True
        self.seed = seed
        self.latest = None
        # How many updates of the training itself are done, while one is under way.
        self.trained = None
        self.turned = []
        self._check()
        try:
            with np.errstate(all="ignore"):
                self._read()
        except BaseException:
            self.put_back()
            raise

    def _part(self, *names):
        for name in names:
            if self.parts.get(name) is not None:
                return self.parts[name]
        return None

    def _check(self):
        self.update, self.predict_one = self._part("update"), self._part("predict", "forward")
        self.create = self._part("create")
        self.layers_of = self._part("layers")
        wrong = []
        if self._part("data") is None and (self._part("inputs", "X") is None or self._part("targets", "y", "Y") is None):
            wrong.append(("data", "It has no data: `inputs` and `targets`, one row for each sample, or `data`, a dict with both (or a function of the seed that gives it)."))
        for name, part in (("update", self.update), ("predict", self.predict_one)):
            if not callable(part):
                wrong.append((name, "It has no function `" + name + "`."))
        for name, part in (("create", self.create), ("layers", self.layers_of)):
            if part is not None and not callable(part):
                wrong.append((name, "`" + name + "` must be a function."))
        if self.create is None and self.namespace is None:
            wrong.append(("create", "It has no function `create(seed)` that gives a new network."))
        rate = self._part("learning_rate", "learningRate")
        if rate is not None and not (_is_number(rate) and math.isfinite(rate)):
            wrong.append(("learning_rate", "`learning_rate` must be a number."))
        for name in ("epochs", "updates_per_epoch"):
            count = self._part(name)
            if count is not None and not (_is_number(count) and count >= 1 and int(count) == count):
                wrong.append((name, "`" + name + "` must be a whole number from 1."))
        if wrong:
            _tell(wrong)

    def _read(self):
        self.is_script = self.create is None
        if not self.is_script:
            made = self._created(self.seed)
            self.is_script = made is None and self.namespace is not None
        if self.is_script:
            if self.namespace is None:
                _tell([("create", "`create(seed)` gave nothing; it must give the network.")])
            made = self._numbers_of_script()
            self.kept = {name: value for name, value in self.namespace.items() if name in made}
        self.takes = _count_of(self.update, 1 if self.is_script else 2)
        data = self._data(self.seed)
        self.sample_shape = np.asarray(self.rows[0]).shape
        self.width = len(data.targets[0])
        first = _State(_copied(made, {}), *self._random_now())
        self.program = Record(
            data=Record(inputs=self.rows) if isinstance(self.rows, (list, np.ndarray)) and not callable(self._part("data")) else None,
            create=self._create,
            update=self._update,
            predict=self._predict,
            layers=None,
            learningRate=float(self._part("learning_rate", "learningRate") or 0.0),
            epochs=int(self._part("epochs") or 1000),
            updatesPerEpoch=1,
            missing=[],
        )
        if callable(self._part("data")):
            self.program.dataOf = self._data
        if self._part("learning_rate", "learningRate") is None:
            self.program.learningRate = 1.0
            self.program.missing.append("learningRate")
        self.form = self._form_of_predict(first, data)
        self.draws = self._draws(first)
        given = self._part("updates_per_epoch", "updatesPerEpoch")
        if given is not None:
            self.program.updatesPerEpoch = int(given)
        else:
            self.program.updatesPerEpoch = self._updates_per_epoch(first, len(data.inputs))
            self.program.missing.append("updatesPerEpoch")
        self.first_input = data.inputs[0]
        first = self._with_activations(first)
        if self.layers_of is not None:
            self._read_layers(first, data)
            self.program.layers = self._layers
        else:
            self.program.missing.append("layers")
        self.initial, self.data = first, data

    # Randomness: the program's own generators go along with its network

    def _random_now(self):
        return (np.random.get_state(), random.getstate()) if self.draws else (None, None)

    def _set_random(self, state):
        if self.draws and state.numpy_random is not None:
            np.random.set_state(state.numpy_random)
            random.setstate(state.python_random)

    def _draws(self, state):
        """Whether updates draw from the generators of NumPy or Python."""
        before = np.random.get_state(), random.getstate()
        self.program.update(_copyOf(state), 0)
        after = np.random.get_state(), random.getstate()
        return not (np.array_equal(before[0][1], after[0][1]) and before[0][2:] == after[0][2:] and before[1] == after[1])

    def put_back(self):
        np.random.set_state(self.random_before[0])
        random.setstate(self.random_before[1])
        if self.kept:
            self.namespace.update(self.kept)

    # The four functions

    def _created(self, seed):
        np.random.seed(seed)
        random.seed(seed)
        return self.create(seed) if _count_of(self.create, 1) else self.create()

    def _create(self, seed):
        if self.create is None:
            raise Missing("there is no `create`")
        made = self._created(seed)
        if self.is_script:
            made = {name: self.namespace[name] for name in self.kept}
        return self._with_activations(_State(_copied(made, {}), *self._random_now()))

    def _with_activations(self, state):
        """A network that has predicted once: many keep their activations only then."""
        if self.layers_of is not None:
            self.program.predict(state, list(self.first_input))
        return state

    def _update(self, state, k):
        self._set_random(state)
        values = () if self.is_script else (state.network,)
        if self.takes > len(values):
            values += (k,)
        if self.is_script:
            self.namespace.update(state.network)
        try:
            made = self.update(*values)
        except (ArithmeticError, ValueError) as error:
            if self.trained is not None:
                raise Missing("Update %d stopped with %s: %s. Look at it with `updates=%d`." % (self.trained + 1, type(error).__name__, error, self.trained)) from error
            made = None
            for path in numberPaths(state):
                setNumberAt(state, path, math.nan)
        if self.is_script:
            state.network = {name: self.namespace[name] for name in self.kept}
        elif made is not None and type(made) is type(state.network) and not _is_number(made):
            # An update may give the new network instead of changing the old one.
            state.network = made
        state.numpy_random, state.python_random = self._random_now()

    def _predicted(self, state, input, form):
        if self.sample_shape == ():
            one = input[0]
        elif isinstance(self.rows, np.ndarray):
            one = np.array(input, dtype=float).reshape(self.sample_shape)
        else:
            one = list(input)
        if form == "row":
            one = np.reshape(input, (1, -1)).astype(float)
        elif form == "column":
            one = np.reshape(input, (-1, 1)).astype(float)
        if self.is_script:
            self.namespace.update(state.network)
            made = self.predict_one(one)
            state.network = {name: self.namespace[name] for name in self.kept}
        else:
            made = self.predict_one(state.network, one)
        return made

    def _predict(self, state, input):
        self.latest = input
        self._set_random(state)
        try:
            made = self._predicted(state, input, self.form)
        except (ArithmeticError, ValueError):
            # Python's own numbers stop where NumPy's go on with infinity or NaN.
            return [math.nan] * self.width
        return made.ravel().tolist() if isinstance(made, np.ndarray) else np.ravel(np.asarray(made, dtype=float)).tolist()

    def _form_of_predict(self, state, data):
        """How `predict` wants one input: as it stands in the data, as a row of a table, or as a column."""
        wrong = []
        for form in ("as it is", "row", "column"):
            try:
                made = np.ravel(np.asarray(self._predicted(_copyOf(state), list(data.inputs[0]), form), dtype=float))
                if len(made) == self.width:
                    return form
                wrong.append("given one input " + form.replace("row", "as a row").replace("column", "as a column") + ", it gave %d numbers, and a target has %d" % (len(made), self.width))
            except Exception as error:
                wrong.append("given one input " + form.replace("row", "as a row").replace("column", "as a column") + ", it stopped with " + type(error).__name__ + ": " + str(error))
        _tell([("predict", "`predict(network, input)` must give the outputs for one input: " + "; ".join(wrong) + ".")])

    # Data

    def _data(self, seed):
        data = self._part("data")
        if callable(data):
            data = data(seed)
        if data is None:
            inputs, targets = self._part("inputs", "X"), self._part("targets", "y", "Y")
        elif isinstance(data, dict):
            inputs, targets = data.get("inputs"), data.get("targets")
        elif isinstance(data, (tuple, list)) and len(data) == 2:
            inputs, targets = data
        else:
            inputs, targets = getattr(data, "inputs", None), getattr(data, "targets", None)
        if inputs is None or targets is None:
            _tell([("data", "`data` must hold `inputs` and `targets`.")])
        self.rows = inputs
        return Record(inputs=_table(inputs, "inputs"), targets=_table(targets, "targets", len(inputs)))

    def _numbers_of_script(self):
        """The arrays, lists and numbers at the top of a script: some of them are its network."""
        left_out = ("inputs", "targets", "X", "y", "Y", "data")
        found = {}
        for name, value in self.namespace.items():
            if name.startswith("_") or name in left_out or name in self.given:
                continue
            if isinstance(value, np.ndarray) and value.dtype.kind in "fiu" and value.size > 0:
                found[name] = value
            elif isinstance(value, (list, dict)) and value and numberPaths(_State(value), 1):
                found[name] = value
            elif _is_number(value):
                found[name] = value
        return found

    def _updates_per_epoch(self, state, samples):
        """One, where updates are alike whatever their number; else one for each sample."""
        if self.takes < (1 if self.is_script else 2):
            return 1
        paths = numberPaths(state)
        random_number = drawsOf(5)
        stirred, positive = _copyOf(state), _copyOf(state)
        for path in paths:
            setNumberAt(stirred, path, numberAt(state, path) + 2 * random_number() - 1)
            setNumberAt(positive, path, random_number())

        def after(k, start):
            one = _copyOf(start)
            self.program.update(one, k)
            return [numberAt(one, path) for path in paths]

        # Where nothing moves, all updates are alike: so it is tried from other places as well. Around a network of ReLUs that is
        # dead from the start all may be dead; one of positive numbers is not.
        for start in (state, stirred, positive):
            try:
                first = after(0, start)
                if any(after(k, start) != first for k in range(1, min(samples, 8))):
                    return samples
            except Exception:
                continue
        return 1

    # Layers

    def _given_layers(self, state):
        if self.is_script:
            self.namespace.update(state.network)
        made = self.layers_of(state.network) if _count_of(self.layers_of, 1) else self.layers_of()
        given = []
        for at, layer in enumerate(made):
            if isinstance(layer, dict):
                parts = layer.get("weights"), layer.get("biases", layer.get("bias")), layer.get("activations")
            elif isinstance(layer, (tuple, list)) and len(layer) in (2, 3):
                parts = tuple(layer) + (None,) * (3 - len(layer))
            else:
                parts = getattr(layer, "weights", None), getattr(layer, "biases", None), getattr(layer, "activations", None)
            if parts[0] is None or (parts[2] is None):
                _tell([("layers", "`layers(network)[%d]` must be (weights, biases, activations); biases may be None, and a function in place of activations is applied to the sums." % at)])
            given.append(parts)
        return given

    def _read_layers(self, state, data):
        """Which way each table of weights lies: a row a unit, or a column."""
        self.turned = []
        width = len(data.inputs[0])
        one = _copyOf(state)
        self.program.predict(one, list(data.inputs[0]))
        shapes = []
        for at, (weights, biases, activations) in enumerate(self._given_layers(one)):
            shape = np.shape(weights)
            shape = shape if len(shape) == 2 else (1, shape[0] if shape else 1)
            units = None if biases is None else np.size(biases)
            if units is None and not callable(activations):
                units = np.size(activations)
            fits = [turned for turned in (False, True) if (shape[::-1] if turned else shape)[1] == width and (units is None or (shape[::-1] if turned else shape)[0] == units)]
            if not fits:
                _tell([("layers", "`layers(network)[%d]` has weights of shape %s, where %d numbers come in%s." % (at, np.shape(weights), width, "" if units is None else " and %d go out" % units))])
            self.turned.append(fits[0])
            shapes.append(fits)
            width = (shape[::-1] if fits[0] else shape)[0]
        for at, fits in enumerate(shapes):
            if len(fits) == 2:
                self.turned[at] = min((False, True), key=lambda turned: self._roughness(state, data, at, turned))

    def _roughness(self, state, data, at, turned):
        """How far activations are from being a function of the sums: rows and columns of a square can't be told apart otherwise."""
        points = []
        for input in data.inputs[:32]:
            one = _copyOf(state)
            self.program.predict(one, list(input))
            given = self._given_layers(one)
            weights, biases, activations = given[at]
            below = input if at == 0 else given[at - 1][2]
            if callable(activations) or callable(below):
                return 1 if turned else 0
            table = np.asarray(weights, dtype=float)
            sums = (table.T if turned else table) @ np.ravel(below)
            sums = sums + (0 if biases is None else np.ravel(biases))
            points.extend(zip(sums.tolist(), np.ravel(activations).tolist()))
        points.sort()
        return sum(abs(after[1] - before[1]) for before, after in zip(points, points[1:]))

    def _layers(self, state):
        made = []
        incoming = self.latest if self.latest is not None else self.data.inputs[0]
        for (weights, biases, activations), turned in zip(self._given_layers(state), self.turned):
            table = np.asarray(weights, dtype=float)
            table = table if table.ndim == 2 else table.reshape(1, -1)
            table = table.T if turned else table
            own = np.zeros(len(table)) if biases is None else np.ravel(np.asarray(biases, dtype=float))
            if callable(activations):
                activations = activations(table @ np.asarray(incoming) + own)
            shown = np.ravel(np.asarray(activations, dtype=float)).tolist()
            made.append(Record(weights=table.tolist(), biases=own.tolist(), activations=shown))
            incoming = shown
        return made


_NAMES = {
    "data", "inputs", "targets", "X", "y", "Y", "create", "update", "predict", "forward", "layers",
    "learning_rate", "learningRate", "epochs", "updates_per_epoch", "updatesPerEpoch",
}  # fmt: skip


def _tell(wrong):
    head = "One thing keeps" if len(wrong) == 1 else "%d things keep" % len(wrong)
    lines = [head + " the doctor from looking at this program."]
    for at, (name, text) in enumerate(wrong, 1):
        lines.append("%d. %s" % (at, text))
        if name in _EXAMPLES:
            lines.append("       " + _EXAMPLES[name])
    raise Missing("\n".join(lines))


def _count_of(function, most):
    """How many values a function takes, up to so many."""
    try:
        kinds = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return most
    if any(one.kind is one.VAR_POSITIONAL for one in kinds):
        return most
    places = [one for one in kinds if one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD) and one.default is one.empty]
    return min(most, len(places))


def _table(rows, name, count=None):
    """Rows of numbers as lists. A list of single numbers is one column."""
    try:
        table = np.asarray(rows, dtype=float)
    except (TypeError, ValueError):
        _tell([("data", "`%s` must be rows of numbers, each as long as the others." % name)])
    if table.ndim == 0 or table.size == 0:
        _tell([("data", "`%s` must have a row of numbers for each sample." % name)])
    table = table.reshape(len(table), -1)
    if count is not None and len(table) != count:
        _tell([("data", "There are %d inputs and %d targets; each sample needs one of both." % (count, len(table)))])
    if not np.isfinite(table).all():
        _tell([("data", "`%s` holds a number that is not finite." % name)])
    return table.tolist()


# What the checks do with a program beside calling it


def attempt(action):
    try:
        return action()
    except Exception:
        return None


def dataOfSeed(program, present, seed):
    return program.dataOf(seed) if program.dataOf is not None else present


def moveOwnInputs(program, sample):
    if program.data is None:
        return None
    rows = program.data.inputs
    row = rows[sample]
    if isinstance(rows, np.ndarray):
        kept = np.copy(row)
        rows[sample] = kept + 1 + np.arange(kept.size).reshape(kept.shape)

        def put_back():
            rows[sample] = kept

        return put_back
    if not isinstance(row, list):
        return None
    kept = list(row)
    row[:] = [value + 1 + at for at, value in enumerate(kept)]

    def put_back_row():
        row[:] = kept

    return put_back_row


def drawsOf(seed):
    """Numbers from 0 to 1, the same ones for the same seed (mulberry32)."""
    state = [seed]

    def draw():
        state[0] = (state[0] + 0x6D2B79F5) & 0xFFFFFFFF
        t = state[0]
        t = (t ^ t >> 15) * (1 | t) & 0xFFFFFFFF
        mixed = (t ^ t >> 7) * (61 | t) & 0xFFFFFFFF
        t = (t + mixed) & 0xFFFFFFFF ^ t
        return (t ^ t >> 14) / 2**32

    return draw


def finding(code, severity, numbers=None, about=None):
    """One finding as data. True stands for 1; what is false, missing or NaN is left out."""
    kept = {}
    for name, value in (vars(numbers) if numbers is not None else {}).items():
        if value is True:
            kept[name] = 1
        elif isinstance(value, list) or (_is_number(value) and not math.isnan(value)):
            kept[name] = value
    return Record(code=code, severity=severity, numbers=kept, **(vars(about) if about is not None else {}))


def _look_after(reader, count):
    """The diagnosis after so many updates, and what was the first to be not finite on the way."""
    program = reader.program
    network = _copyOf(reader.initial)
    initial = _copyOf(network)
    watched = [path for path in numberPaths(initial) if math.isfinite(numberAt(initial, path))]

    def is_sound():
        return all(math.isfinite(numberAt(network, path)) for path in watched)

    # Sound states now and then, so that the first update to spoil one can be found by halving.
    update, sound_at, sound, spoilt = 0, 0, _copyOf(network), None
    while update < count and spoilt is None:
        for _ in range(min(64, count - update)):
            reader.trained = update
            program.update(network, update % program.updatesPerEpoch)
            update += 1
        reader.trained = None
        if is_sound():
            sound_at, sound = update, _copyOf(network)
            continue
        network, update = sound, sound_at
        while spoilt is None:
            before = _copyOf(network)
            program.update(network, update % program.updatesPerEpoch)
            update += 1
            if not is_sound():
                spoilt = Record(update=update, before=before)
    asked = Record(
        program=program, data=reader.data, network=network, initial=initial, update=update, nonFinite=spoilt,
        beat=lambda: None, most=Record(work=MOST_WORK, updates=MOST_SEED_UPDATES),
    )  # fmt: skip
    diagnosis = diagnoseSubject(asked)
    place = _place_of(reader, diagnosis)
    for one in diagnosis.findings:
        one.words = say(one, place)
    return update, diagnosis


# What the findings say


def _print_all(reader, shown):
    said = set()
    for update, diagnosis in shown:
        new = [one for one in diagnosis.findings if _key(one) not in said]
        said.update(_key(one) for one in diagnosis.findings)
        head = "Before the first update" if update == 0 else "After %s %s" % (_count_text(update), "update" if update == 1 else "updates")
        print(head + (":" if new else ": nothing else."))
        for one in new:
            _print_finding(one)
        print()


def _key(one):
    return one.code, one.layer, tuple(one.units or ()), tuple(one.parameters or ())


def _place_of(reader, diagnosis):
    layers = reader.program.layers
    count = len(layers(_copyOf(reader.initial))) if layers is not None else 1
    return Record(layerCount=count, inputs=reader.data.inputs, arrays=diagnosis.arrays)


def _print_finding(one):
    label = {"problem": "PROBLEM", "note": "note", "fine": "fine"}[one.severity]
    title, means, tries = one.words
    paragraphs = [title, means, "Try: " + tries if tries else ""]
    for at, text in enumerate(paragraphs):
        if text:
            head = "  %-8s" % label if at == 0 else " " * 10
            print(textwrap.fill(text, 90, initial_indent=head, subsequent_indent=" " * 10, break_long_words=False, break_on_hyphens=False))
    for name, address in SECTIONS.get(one.code, []):
        print(" " * 10 + "Read: " + name + ", " + SITE + address)


def say(one, place):
    """A finding in words: its title, what it means, what to try."""
    words = WORDS[one.code]
    return tuple(_fill(words.get(part, ""), one, place).strip() for part in ("title", "means", "tries"))


def _chosen(template, one):
    made = ""
    while "[[" in template:
        head, rest = template.split("[[", 1)
        inner, template = rest.split("]]", 1)
        name, text = inner[1:].split(":", 1)
        made += head + (text if (name in one.numbers) == (inner[0] == "?") else "")
    return made + template


def _fill(template, one, place):
    text = _chosen(template, one)
    made = ""
    while "{" in text:
        head, rest = text.split("{", 1)
        inner, text = rest.split("}", 1)
        made += head + _filled(inner, one, place)
    return made + text


def _filled(inner, one, place):
    if "|" in inner:
        name, single, many = inner.split("|")
        return single if _how_many(name, one) == 1 else many
    name, _, how = inner.partition(":")
    key = name.lower()
    listed = {"units": one.units, "samples": one.samples, "parameters": one.parameters}.get(key)
    if key == "layer":
        made = _layer_name(one.layer or 0, place.layerCount)
    elif listed is not None:
        shown = {
            "units": lambda at: str(at + 1),
            "samples": lambda at: _sample_name(place.inputs[at]),
            "parameters": lambda at: "`" + place.arrays[at] + "`",
        }[key]
        made = _cut([shown(at) for at in listed])
    else:
        made = _number_in(one.numbers.get(name), how, one, place)
    return made[:1].upper() + made[1:] if name[:1].isupper() else made


def _how_many(name, one):
    listed = {"units": one.units, "samples": one.samples, "parameters": one.parameters}.get(name)
    if listed is None:
        listed = one.numbers.get(name, 0)
    return len(listed) if isinstance(listed, list) else listed


def _number_in(value, how, one, place):
    if value is None:
        return ""
    if isinstance(value, list):
        if how == "samples":
            return _cut([_sample_name(place.inputs[at]) for at in value])
        if how != "at-samples":
            return ", ".join(_held(each, 4) for each in value)
        names = [_sample_name(place.inputs[at]) for at in one.samples or []]
        return _cut([(_fraction(each) or _held(each, 4)) + " on " + names[at] for at, each in enumerate(value)])
    if how == "whole":
        return _count_text(value)
    if how == "exact":
        return _exact(value)
    if how == "percent":
        return _plain(value * 100, 2) + "%"
    if how == "fraction":
        return _fraction(value) or _plain(value, 4)
    return _held(value, 4 if how == "" else int(how))


def _layer_name(layer, count):
    if layer == count - 1:
        return "the output layer"
    return "the hidden layer" if count == 2 else "hidden layer %d" % (layer + 1)


def _sample_name(input):
    if len(input) > 8:
        return "(" + ", ".join(_held(value, 4) for value in input[:6]) + ", …)"
    return "(" + (",\u00a0" if len(input) <= 3 else ", ").join(_held(value, 4) for value in input) + ")"


def _cut(words):
    if len(words) > 8:
        return ", ".join(words[:6]) + " and " + _count_text(len(words) - 6) + " more"
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1] if words else ""


def _fraction(value):
    if not math.isfinite(value):
        return None
    if value == 0:
        return _held(value, 15)
    for denominator in range(1, 2001):
        numerator = _round(value * denominator)
        if abs(value - numerator / denominator) < 1e-13 * max(1, abs(value)):
            return _held(numerator, 15) if denominator == 1 else _held(numerator, 15) + "/" + str(denominator)
    return None


# Numbers as the book writes them


def _minus(text):
    return text.replace("-", "−")


def _not_finite(value):
    return None if math.isfinite(value) else "NaN" if math.isnan(value) else "∞" if value > 0 else "−∞"


def _is_minus_zero(value):
    return value == 0 and math.copysign(1, value) < 0


def _held(value, digits):
    """As a network holds it: with the sign of zero, thousands not parted."""
    return "−0" if _is_minus_zero(value) else _written(value, digits, _string)


def _plain(value, digits):
    return "0" if value == 0 else _written(value, digits, _parted)


def _count_text(count):
    return _minus(_parted(count))


def _exact(value):
    return "−0" if _is_minus_zero(value) else _not_finite(value) or _minus(_string(value))


def _written(value, digits, plain):
    if not math.isfinite(value):
        return _not_finite(value)
    rounded = float(Context(prec=digits, rounding=ROUND_HALF_UP).create_decimal(Decimal(float(value))))
    if abs(rounded) >= 1e6 or 0 < abs(rounded) < 1e-4:
        return _power_text(rounded)
    return _minus(plain(rounded))


def _power_text(value):
    sign, digits, exponent = Decimal(repr(float(value))).normalize().as_tuple()
    power = exponent + len(digits) - 1
    raised = "".join("⁻" if one == "-" else "⁰¹²³⁴⁵⁶⁷⁸⁹"[int(one)] for one in str(power))
    mantissa = str(digits[0]) + ("." + "".join(map(str, digits[1:])) if len(digits) > 1 else "")
    head = "−" if sign else ""
    return head + ("10" if mantissa == "1" else mantissa + "\u00a0×\u00a010") + raised


def _string(value):
    """The digits that tell a number from its neighbours; no point behind a whole one."""
    text = format(Decimal(repr(float(value))), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _parted(value):
    whole, point, rest = _string(value).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    groups = []
    while len(digits) > 3:
        digits, group = digits[:-3], digits[-3:]
        groups.insert(0, group)
    return sign + ",".join([digits] + groups) + point + rest


# What the checks are written with


class Record:
    """Named fields; one that is missing is None."""

    def __init__(self, **fields):
        self.__dict__.update(fields)

    def __getattr__(self, name):
        return None


class _Map(dict):
    def set(self, key, value):
        self[key] = value

    def has(self, key):
        return key in self


class _Set(dict):
    def __init__(self, items=()):
        super().__init__((item, True) for item in items)

    def add(self, item):
        self[item] = True

    def has(self, item):
        return item in self

    def delete(self, item):
        self.pop(item, None)


class _ByPlace:
    """A table whose keys are known by their place in memory."""

    def __init__(self):
        self.items = {}

    def get(self, key):
        found = self.items.get(id(key))
        return found and found[1]

    def set(self, key, value):
        self.items[id(key)] = (key, value)


_NAN, _INFINITY, _EPSILON, _MINUS_ZERO = math.nan, math.inf, sys.float_info.epsilon, -0.0
_newMap, _newSet, _newWeakMap, _tanh = _Map, _Set, _ByPlace, math.tanh


def _isFinite(value):
    return value is not None and math.isfinite(value)


def _isNaN(value):
    return value != value


def _isSame(one, other):
    if one is None or other is None:
        return one is other
    if one != one or other != other:
        return one != one and other != other
    return one == other and (one != 0 or math.copysign(1, one) == math.copysign(1, other))


def _at(items, at):
    return items[at] if -len(items) <= at < len(items) else None


def _field(record, name):
    return vars(record).get(name)


def _has(record, name):
    return name in vars(record)


def _default(value, other):
    return other if value is None else value


def _default_of(value, other):
    return other() if value is None else value


def _chain(value, after):
    return None if value is None else after(value)


def _truth(value):
    return value is not None and value != 0 and value == value and value != ""


def _either(value, other):
    return value if _truth(value) else other


def _divide(one, other):
    if other != 0:
        return one / other
    if one == 0 or one != one or other != other:
        return math.nan
    return math.inf if (one > 0) == (math.copysign(1, other) > 0) else -math.inf


def _power(base, exponent):
    try:
        return base**exponent
    except OverflowError:
        return math.inf
    except ZeroDivisionError:
        return math.inf


def _square(value):
    return value * value


def _sqrt(value):
    return math.sqrt(value) if value >= 0 else math.nan


def _exp(value):
    return math.inf if value > 709.78 else math.exp(value)


def _log(value):
    if value > 0:
        return math.log(value)
    return -math.inf if value == 0 else math.nan


def _round(value):
    return math.floor(value + 0.5) if math.isfinite(value) else value


def _floor(value):
    return math.floor(value)


def _ceil(value):
    return math.ceil(value)


def _sign(value):
    return value if value != value or value == 0 else 1 if value > 0 else -1


def _maxOf2(one, other):
    return one if one != one or one > other else other


def _minOf2(one, other):
    return one if one != one or one < other else other


def _maxOf(items):
    most = -math.inf
    for item in items:
        if item != item:
            return math.nan
        if item > most:
            most = item
    return most


def _minOf(items):
    return -_maxOf([-item for item in items])


def _hypotOf(items):
    return _sqrt(math.fsum(item * item for item in items)) if all(map(math.isfinite, items)) else math.inf


def _number(value):
    return int(value)


def _text(value):
    return _string(value) if _is_number(value) else str(value)


def _join(items, between=","):
    return between.join(map(_text, items))


def _listOf(items):
    return [list(one) for one in items.items()] if type(items) is _Map else list(items)


def _keysOf(items):
    return list(items)


def _valuesOf(record):
    return list(vars(record).values())


def _indicesOf(items):
    return range(len(items))


def _sizeOf(items):
    return len(items)


def _merged(*records):
    fields = {}
    for record in records:
        if record is not None and record is not False:
            fields.update(vars(record))
    return Record(**fields)


def _without(record, *names):
    return Record(**{name: value for name, value in vars(record).items() if name not in names})


def _push(items, item):
    items.append(item)


def _cutAt(items, length):
    del items[length:]


def _slice(items, start=0, end=None):
    return items[start:end]


def _flat(rows):
    return [item for row in rows for item in row]


def _includes(items, item):
    return item in items


def _indexOf(items, item):
    return items.index(item) if item in items else -1


def _lastIndexOf(items, item):
    return max((at for at, one in enumerate(items) if one == item), default=-1)


def _index_where(fits):
    return next((at for at, one in enumerate(fits) if one), -1)


def _with(items, at, item):
    return items[:at] + [item] + items[at + 1 :]


_NONE = object()


def _reduce(items, combine, start=_NONE):
    made, first = (items[0], 1) if start is _NONE else (start, 0)
    if combine.__code__.co_argcount == 3:
        for at in range(first, len(items)):
            made = combine(made, items[at], at)
    else:
        for at in range(first, len(items)):
            made = combine(made, items[at])
    return made


def _toSorted(items, compare):
    return sorted(items, key=cmp_to_key(compare))


def _sort(items, compare):
    items.sort(key=cmp_to_key(compare))


def _toReversed(items):
    return items[::-1]


def _concat(items, *others):
    return items + [item for other in others for item in (other if isinstance(other, list) else [other])]


# The checks, written by a program: they are those that the book runs in its pages, put from its
# TypeScript into Python, so that both find the same. Names and comments are those of its files.

@CHECKS@

def _main():
    if len(sys.argv) != 2:
        print("python3 doctor.py my_program.py")
        return 2
    spec = importlib.util.spec_from_file_location("program", sys.argv[1])
    module = importlib.util.module_from_spec(spec)
    sys.modules["program"] = module
    spec.loader.exec_module(module)
    try:
        found = diagnose(module)
    except Missing as missing:
        print(missing)
        return 2
    return 1 if any(one.severity == "problem" for one in found) else 0


if __name__ == "__main__":
    sys.exit(_main())
