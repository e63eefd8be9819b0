# What the doctor is told of program.py beside what it says of itself.
predict = forward


def data(seed):
    return create(seed)["samples"]


def layers(network):
    hidden, output = network["hidden"], network["output"]
    return [
        (layer["weights"], layer["biases"], layer["activations"])
        for layer in (hidden, output)
    ]
