-- Loads the case's program, trains each seed for so many updates, and prints parameters and outputs, one number a line.
local program = assert(loadfile(arg[1]))("a module")
local updates = tonumber(arg[2])

local function show(value) print(string.format("%.17g", value)) end

local function show_parameters(network)
  for _, layer in ipairs { network.hidden, network.output } do
    for _, weights in ipairs(layer.weights) do
      for _, weight in ipairs(weights) do show(weight) end
    end
    for _, bias in ipairs(layer.biases) do show(bias) end
  end
end

for i = 3, #arg do
  local network = program.create(tonumber(arg[i]))
  show_parameters(network)
  for update = 0, updates - 1 do program.update(network, update % 4 + 1) end
  show_parameters(network)
  for _, values in ipairs { { 0, 0 }, { 1, 0 }, { 0, 1 }, { 1, 1 } } do show(program.predict(network, values)) end
end
