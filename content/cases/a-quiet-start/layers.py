# What the doctor is told of program.py beside what it says of itself.
def layers(network):
    return [
        (layer["weights"].T, layer["biases"], layer["activations"][0])
        for layer in network
    ]
