# What the doctor is told of program.py beside what it says of itself.
plain_predict = predict


def predict(network, values):
    network["activations"] = plain_predict(network, values)
    return network["activations"]


def layers(network):
    # The sums of inputs that are 1 at one place are the weights there.
    weights = sums_of(network, np.eye(3))
    return [(weights, None, network["activations"])]
