-- XOR from scratch: two inputs, four hidden units, one output,
-- trained one sample at a time.

local activations = {
  ReLU = {
    value = function(x) return math.max(0.0, x) end,
    derivative = function(x) return x >= 0 and 1 or 0 end,
  },
  sigmoid = {
    value = function(x) return 1 / (1 + math.exp(-x)) end,
    derivative = function(x) return x * (1 - x) end,
  },
  linear = {
    value = function(x) return x end,
    derivative = function() return 1 end,
  },
}

local inputs = { { 0, 0 }, { 1, 0 }, { 0, 1 }, { 1, 1 } }
local targets = { 0, 1, 1, 0 }
local learning_rate = 0.2
local epochs = 100000

-- Numbers from 0 to 1, the same for the same seed (mulberry32).
local function random_numbers(seed)
  return function()
    seed = seed + 0x6D2B79F5 & 0xFFFFFFFF
    local t = (seed ~ seed >> 15) * (1 | seed) & 0xFFFFFFFF
    local mixed = (t ~ t >> 7) * (61 | t) & 0xFFFFFFFF
    t = (t + mixed & 0xFFFFFFFF) ~ t
    return (t ~ t >> 14) / 2 ^ 32
  end
end

local function create_layer(size, input_count, kind, random)
  local layer = { kind = kind, weights = {}, biases = {} }
  layer.activations = {}
  for unit = 1, size do
    layer.biases[unit] = random() * 2 - 1
    layer.weights[unit] = {}
    for i = 1, input_count do
      layer.weights[unit][i] = random() * 2 - 1
    end
  end
  return layer
end

local function create_network(random, kind)
  kind = kind or "ReLu"
  local hidden = create_layer(4, 2, kind, random)
  local output = create_layer(1, 4, kind, random)
  return { hidden = hidden, output = output }
end

local function create(seed)
  return create_network(random_numbers(seed), "ReLU")
end

local function forward(layer, values)
  for unit, weights in ipairs(layer.weights) do
    local sum = layer.biases[unit]
    for i, weight in ipairs(weights) do
      sum = sum + weight * values[i]
    end
    layer.activations[unit] = activations[layer.kind].value(sum)
  end
  return layer.activations
end

local function predict(network, values)
  return forward(network.output, forward(network.hidden, values))[1]
end

local function loss(network)
  local sum = 0
  for k, values in ipairs(inputs) do
    sum = sum + (targets[k] - predict(network, values)) ^ 2
  end
  return sum / #inputs
end

local function adjust(layer, values, deltas)
  for unit, delta in ipairs(deltas) do
    layer.biases[unit] = layer.biases[unit] + learning_rate * delta
    local weights = layer.weights[unit]
    for i, value in ipairs(values) do
      weights[i] = weights[i] + learning_rate * delta * value
    end
  end
end

local function update(network, k)
  local hidden, output = network.hidden, network.output
  local prediction = predict(network, inputs[k])
  local error = targets[k] - prediction
  local output_slope = activations[output.kind].derivative
  local output_delta = error * output_slope(prediction)

  local hidden_slope = activations[hidden.kind].derivative
  local hidden_deltas = {}
  for unit, activation in ipairs(hidden.activations) do
    local share = output.weights[1][unit] * output_delta
    hidden_deltas[unit] = share * hidden_slope(activation)
  end

  adjust(output, hidden.activations, { output_delta })
  adjust(hidden, inputs[k], hidden_deltas)
end

if not ... then
  local network = create(1)
  for _ = 1, epochs do
    for k = 1, #inputs do update(network, k) end
  end
  for _, values in ipairs(inputs) do
    print(string.format("%.17g", predict(network, values)))
  end
end

return {
  create = create,
  update = update,
  predict = predict,
  loss = loss,
}
