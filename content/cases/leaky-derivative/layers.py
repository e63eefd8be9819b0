# What the doctor is told of program.py beside what it says of itself.
# The biases are the weights of a constant 1: the last row.
def layers(network):
    hidden, output = network["hidden"], network["output"]
    table, rows = hidden["weights"], output["weights"]
    return [
        (table[:-1], table[-1], hidden["activations"]),
        (rows[:3], rows[3:].sum(axis=0), output["activations"]),
    ]
