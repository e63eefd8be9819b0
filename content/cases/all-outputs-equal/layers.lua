-- What the doctor is told of program.lua beside what it gives itself.
return {
  inputs = { { 0, 0 }, { 1, 0 }, { 0, 1 }, { 1, 1 } },
  targets = { 0, 1, 1, 0 },
  learning_rate = 0.2,
  layers = function(network)
    return { network.hidden, network.output }
  end,
}
