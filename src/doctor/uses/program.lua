require("doctor").diagnose {
  inputs = inputs,
  targets = targets,
  create = create,
  update = update,
  predict = predict,
  learning_rate = 0.2,
  layers = function(network)
    return { network.hidden, network.output }
  end,
}
