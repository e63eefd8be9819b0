# What the doctor is told of program.py beside what it says of itself.
def layers(network):
    return [
        (layer["weights"], layer["biases"], layer["activations"])
        for layer in network
    ]
