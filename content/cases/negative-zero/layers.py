# What the doctor is told of program.py beside what it says of itself.
# What a layer hands on is what the next one was given.
plain_predict = predict


def predict(network, values):
    network[-1]["outputs"] = plain_predict(network, values)
    return network[-1]["outputs"]


def layers(network):
    handed_on = [layer["inputs"] for layer in network[1:]]
    handed_on.append(network[-1]["outputs"])
    return [
        (layer["weights"], layer["biases"], activations)
        for layer, activations in zip(network, handed_on)
    ]
