--[[
What keeps a network from learning, found by trying it out: the diagnosis of the book
"Broken by One Line" for a program of your own. Lua 5.1 to 5.4 or LuaJIT; one file.

Give it what your program consists of, as the last lines of the program or from a file beside it:

  local doctor = require("doctor")
  doctor.diagnose {
    inputs = inputs,    -- a row of numbers for each sample
    targets = targets,  -- the same
    create = create,    -- create(seed) gives a network: tables and numbers, whatever it is
    update = update,    -- update(network, k) performs the k-th update of an epoch, k = 1, 2, ...
    predict = predict,  -- predict(network, input) gives the outputs for one input
    learning_rate = 0.1, epochs = 1000, updates_per_epoch = #inputs,
    layers = function(network)  -- hidden layers first; a row of weights for each unit
      return { { weights = network.W1, biases = network.b1, activations = network.a1 } }
    end,
  }

The first five it must have (or `data`, a table with inputs and targets, or a function of the
seed that gives one); with each of the others more can be said, most with `layers`. A file that
returns such a table: lua doctor.lua my_program.lua

Everything is done to copies of the network. math.random is put back as it was.
No number is reported that was not measured. @SITE@
--]]

local SITE = "@SITE@"

-- How much is done at most, so that an answer comes within seconds: updates of the training that
-- is looked at, parameters times samples, updates of other seeds in all.
local MOST_UPDATES = 2000
local MOST_WORK = 100000
local MOST_SEED_UPDATES = 40000

-- What the findings say, and the sections that explain them: the book's own words.

local WORDS = @WORDS@

local SECTIONS = @SECTIONS@

-- What the checks are written with: a list is a table that holds its length as `n`.

local lab = {}
local unpack = table.unpack or unpack

local _NAN, _INFINITY, _EPSILON, _MINUS_ZERO = 0 / 0, 1 / 0, 2.220446049250313e-16, -1 / (1 / 0)
local _abs, _floor, _ceil, _exp, _log = math.abs, math.floor, math.ceil, math.exp, math.log

local function _isNaN(value) return value ~= value end
local function _isFinite(value)
  return type(value) == "number" and value == value and value < _INFINITY and value > -_INFINITY
end
local function _isSame(one, other)
  if one == nil or other == nil then return one == other end
  if one ~= one or other ~= other then return one ~= one and other ~= other end
  return one == other and (one ~= 0 or (1 / one > 0) == (1 / other > 0))
end
local function _sqrt(value) return value >= 0 and math.sqrt(value) or _NAN end
local function _tanh(value)
  if value > 20 then return 1 elseif value < -20 then return -1 end
  if _abs(value) < 1e-4 then return value - value ^ 3 / 3 + 2 * value ^ 5 / 15 end
  local up, down = math.exp(value), math.exp(-value)
  return (up - down) / (up + down)
end
local function _round(value) return _isFinite(value) and _floor(value + 0.5) or value end
local function _sign(value) return (value ~= value or value == 0) and value or (value > 0 and 1 or -1) end
local function _number(value) return value and 1 or 0 end
local function _maxOf2(one, other) return (one ~= one or one > other) and one or other end
local function _minOf2(one, other) return (one ~= one or one < other) and one or other end
local function _maxOf(items)
  local most = -_INFINITY
  for at = 1, items.n do
    local item = items[at]
    if item ~= item then return _NAN end
    if item > most then most = item end
  end
  return most
end
local function _minOf(items)
  local least = _INFINITY
  for at = 1, items.n do
    local item = items[at]
    if item ~= item then return _NAN end
    if item < least then least = item end
  end
  return least
end
local function _hypotOf(items)
  local sum = 0
  for at = 1, items.n do sum = sum + items[at] ^ 2 end
  return _sqrt(sum)
end

local function _truth(value) return value ~= nil and value ~= false and value ~= 0 and value == value and value ~= "" end
local function _either(value, other)
  if _truth(value) then return value end
  return other
end
local function _default(value, other)
  if value == nil then return other end
  return value
end
local function _choose(condition, one, other)
  if condition then return one() end
  return other()
end
local function _chain(value, after)
  if value == nil then return nil end
  return after(value)
end
local function _has(record, name) return record[name] ~= nil end
local function _valuesOf(record)
  local made = { n = 0 }
  for _, value in pairs(record) do
    made.n = made.n + 1
    made[made.n] = value
  end
  return made
end
local function _merged(...)
  local made = {}
  for at = 1, select("#", ...) do
    for name, value in pairs(select(at, ...) or {}) do made[name] = value end
  end
  return made
end
local function _without(record, ...)
  local made = _merged(record)
  for at = 1, select("#", ...) do made[select(at, ...)] = nil end
  return made
end

local function _at(items, at) return items[at < 0 and items.n + at + 1 or at + 1] end
local function _each(items)
  local at = 0
  return function()
    at = at + 1
    if at <= items.n then return at - 1, items[at] end
  end
end
local function _push(items, item)
  items.n = items.n + 1
  items[items.n] = item
end
local function _push_all(items, others)
  for at = 1, others.n do _push(items, others[at]) end
end
local function _joined(...)
  local made = { n = 0 }
  for at = 1, select("#", ...) do _push_all(made, (select(at, ...))) end
  return made
end
local function _concat(items, others) return _joined(items, others) end
local function _slice(items, first, last)
  local made = { n = 0 }
  first = first or 0
  last = last or items.n
  if first < 0 then first = _maxOf2(0, items.n + first) end
  if last < 0 then last = items.n + last end
  for at = first + 1, last < items.n and last or items.n do _push(made, items[at]) end
  return made
end
local function _map(items, make)
  local made = { n = items.n }
  for at = 1, items.n do made[at] = make(items[at], at - 1) end
  return made
end
local function _from(count, make)
  local made = { n = count }
  for at = 1, count do made[at] = make(nil, at - 1) end
  return made
end
local function _filter(items, fits)
  local made = { n = 0 }
  for at = 1, items.n do
    if fits(items[at], at - 1) then _push(made, items[at]) end
  end
  return made
end
local function _flatMap(items, make)
  local made = { n = 0 }
  for at = 1, items.n do _push_all(made, make(items[at], at - 1)) end
  return made
end
local function _flat(rows) return _flatMap(rows, function(row) return row end) end
local function _every(items, fits)
  for at = 1, items.n do
    if not fits(items[at], at - 1) then return false end
  end
  return true
end
local function _some(items, fits)
  for at = 1, items.n do
    if fits(items[at], at - 1) then return true end
  end
  return false
end
local function _findIndex(items, fits)
  for at = 1, items.n do
    if fits(items[at], at - 1) then return at - 1 end
  end
  return -1
end
local function _find(items, fits) return items[_findIndex(items, fits) + 1] end
local function _indexOf(items, item)
  for at = 1, items.n do
    if items[at] == item then return at - 1 end
  end
  return -1
end
local function _lastIndexOf(items, item)
  for at = items.n, 1, -1 do
    if items[at] == item then return at - 1 end
  end
  return -1
end
local function _includes(items, item) return _indexOf(items, item) >= 0 end
local function _reduce(items, combine, start)
  local made, first = start, 1
  if start == nil then made, first = items[1], 2 end
  for at = first, items.n do made = combine(made, items[at], at - 1) end
  return made
end
local function _cutAt(items, length)
  for at = length + 1, items.n do items[at] = nil end
  items.n = length
end
local function _with(items, place, item)
  local made = _slice(items)
  made[place + 1] = item
  return made
end
local function _toReversed(items)
  local made = { n = items.n }
  for at = 1, items.n do made[at] = items[items.n + 1 - at] end
  return made
end
-- Merging keeps equals in their order.
local function _toSorted(items, compare)
  if items.n < 2 then return _slice(items) end
  local middle = _floor(items.n / 2)
  local one, other = _toSorted(_slice(items, 0, middle), compare), _toSorted(_slice(items, middle), compare)
  local made, i, j = { n = 0 }, 1, 1
  while i <= one.n or j <= other.n do
    if j > other.n or (i <= one.n and compare(one[i], other[j]) <= 0) then
      _push(made, one[i])
      i = i + 1
    else
      _push(made, other[j])
      j = j + 1
    end
  end
  return made
end
local function _sort(items, compare)
  local sorted = _toSorted(items, compare)
  for at = 1, items.n do items[at] = sorted[at] end
end
local function _indicesOf(items)
  return _from(items.n, function(_, at) return at end)
end

local Map = {}
Map.__index = Map
local function _newMap(pairsOf)
  local made = setmetatable({ keys = { n = 0 }, values = {} }, Map)
  if pairsOf then
    for _, pair in _each(pairsOf) do made:set(pair[1], pair[2]) end
  end
  return made
end
function Map:set(key, value)
  if self.values[key] == nil then _push(self.keys, key) end
  self.values[key] = value
end
function Map:get(key) return self.values[key] end
function Map:has(key) return self.values[key] ~= nil end
function Map:add(key) self:set(key, true) end
function Map:delete(key)
  if self.values[key] == nil then return end
  self.values[key] = nil
  self.keys = _filter(self.keys, function(one) return one ~= key end)
end
local function _newSet(items)
  local made = _newMap()
  made.isSet = true
  if items then
    for _, item in _each(items) do made:add(item) end
  end
  return made
end
local _newWeakMap = _newMap
local function _sizeOf(items) return items.keys.n end
local function _keysOf(items) return items.keys end
local function _listOf(items)
  if getmetatable(items) ~= Map then return _slice(items) end
  if items.isSet then return items.keys end
  return _map(items.keys, function(key) return { n = 2, key, items.values[key] } end)
end

-- Every digit that tells a number from its neighbours: { negative, digits, exponent of the first }.
local function digits_of(value)
  for precision = 1, 17 do
    local text = string.format("%." .. (precision - 1) .. "e", value)
    if tonumber(text) == value then
      local sign, head, tail, exponent = text:match("^(%-?)(%d)%.?(%d*)e([+-]%d+)$")
      local digits = (head .. tail):gsub("0+$", "")
      return sign == "-", digits == "" and "0" or digits, tonumber(exponent)
    end
  end
end
local function plain_text(value)
  if value ~= value then return "NaN" end
  if value == _INFINITY or value == -_INFINITY then return value > 0 and "Infinity" or "-Infinity" end
  local negative, digits, exponent = digits_of(value)
  if value == 0 then return "0" end
  local text
  if exponent < 0 then
    text = "0." .. string.rep("0", -exponent - 1) .. digits
  elseif #digits <= exponent + 1 then
    text = digits .. string.rep("0", exponent + 1 - #digits)
  else
    text = digits:sub(1, exponent + 1) .. "." .. digits:sub(exponent + 2)
  end
  return (negative and "-" or "") .. text
end
local function _text(value) return type(value) == "number" and plain_text(value) or tostring(value) end
local function _join(items, between)
  local made = {}
  for at = 1, items.n do made[at] = _text(items[at]) end
  return table.concat(made, between or ",")
end

-- A number of a network, found and changed by its path. Numbers first, then names, each in order.

local function keys_in_order(holder)
  local keys = {}
  for key in pairs(holder) do
    if type(key) == "number" or type(key) == "string" then keys[#keys + 1] = key end
  end
  table.sort(keys, function(one, other)
    if type(one) ~= type(other) then return type(one) == "number" end
    return one < other
  end)
  return keys
end

local function numberPaths(state, most)
  local paths, seen = { n = 0 }, {}
  local function visit(value, path)
    if type(value) ~= "table" or seen[value] then return end
    seen[value] = true
    for _, key in ipairs(keys_in_order(value)) do
      if paths.n >= most then return end
      local own = _joined(path, { n = 1, key })
      if type(value[key]) == "number" then _push(paths, own) else visit(value[key], own) end
    end
  end
  visit(state.network, { n = 0 })
  return paths
end
local function holder_of(state, path)
  local holder = state.network
  for at = 1, path.n - 1 do holder = holder[path[at]] end
  return holder
end
local function numberAt(state, path) return holder_of(state, path)[path[path.n]] + 0.0 end
local function setNumberAt(state, path, number) holder_of(state, path)[path[path.n]] = number end
local function isIntegerStorage() return false end
function lab.arrayName(path)
  local last = path.n
  while last > 0 and type(path[last]) == "number" do last = last - 1 end
  local names = _slice(path, 0, last)
  local fits = last > 0 and last <= 6 and _every(names, function(name) return tostring(name):match("^[%w_]+$") ~= nil end)
  return fits and _join(names, ".") or "network"
end

-- Copies: a network, and where the generator behind math.random stands.

local function copied(value, memo)
  if type(value) ~= "table" then return value end
  if memo[value] then return memo[value] end
  local made = {}
  memo[value] = made
  for key, child in pairs(value) do made[copied(key, memo)] = copied(child, memo) end
  return setmetatable(made, getmetatable(value))
end
local function _copyOf(state) return { network = copied(state.network, {}), random = state.random } end

-- Whole numbers of 32 bits in arithmetic that every Lua has.
local function exclusive_or(a, b)
  local made, place = 0, 1
  while a > 0 or b > 0 do
    local one, other = a % 2, b % 2
    if one ~= other then made = made + place end
    a, b, place = (a - one) / 2, (b - other) / 2, place * 2
  end
  return made
end
local function times(a, b)
  local low = b % 65536
  return ((a * ((b - low) / 65536)) % 65536 * 65536 + a * low) % 4294967296
end
local function shifted(a, by) return _floor(a / 2 ^ by) end
local function odd(a) return a % 2 == 0 and a + 1 or a end
-- One number from 0 to 1, and the next state (mulberry32).
local function drawn(state)
  state = (state + 0x6D2B79F5) % 4294967296
  local t = times(exclusive_or(state, shifted(state, 15)), odd(state))
  -- 61 | t: the last six bits but one of them are set.
  local low = t % 64
  local with61 = t - low + 61 + (_floor(low / 2) % 2) * 2
  t = exclusive_or((t + times(exclusive_or(t, shifted(t, 7)), with61)) % 4294967296, t)
  return exclusive_or(t, shifted(t, 14)) / 4294967296, state
end
function lab.drawsOf(seed)
  local state = seed
  return function()
    local number
    number, state = drawn(state)
    return number
  end
end

local random_state = 1
local function replayed_random(low, high)
  local number
  number, random_state = drawn(random_state)
  if low == nil then return number end
  if high == nil then low, high = 1, low end
  return low + _floor(number * (high - low + 1))
end

-- What the checks do with a program beside calling it.

local function attempt(action)
  local worked, made = pcall(action)
  return worked and made or nil
end
local function dataOfSeed(program, present, seed)
  return program.dataOf and program.dataOf(seed) or present
end
local function moveOwnInputs(program, sample)
  local row = program.rows and program.rows[sample + 1]
  if type(row) ~= "table" then return nil end
  local kept = {}
  for at, value in ipairs(row) do
    kept[at] = value
    row[at] = value + at
  end
  return function()
    for at, value in ipairs(kept) do row[at] = value end
  end
end
local function finding(code, severity, numbers, about)
  local kept = {}
  for name, value in pairs(numbers or {}) do
    if value == true then
      kept[name] = 1
    elseif type(value) == "table" or (type(value) == "number" and value == value) then
      kept[name] = value
    end
  end
  return _merged({ code = code, severity = severity, numbers = kept }, about)
end

-- The checks, written by a program: they are those that the book runs in its pages, put from its
-- TypeScript into Lua, so that both find the same. Names and comments are those of its files.

@CHECKS@

-- What a program consists of, brought into the form that the checks know.

local examples = {
  data = "inputs = { { 0, 0 }, { 1, 1 } }, targets = { { 0 }, { 1 } }",
  create = "create = function(seed) ... return network end",
  update = "update = function(network, k) ... end  -- one step: change the weights in `network`",
  predict = "predict = function(network, input) ... return outputs end",
}

local function tell(wrong)
  local head = #wrong == 1 and "One thing keeps" or #wrong .. " things keep"
  local lines = { head .. " the doctor from looking at this program." }
  for at, one in ipairs(wrong) do
    lines[#lines + 1] = at .. ". " .. one[2]
    if examples[one[1]] then lines[#lines + 1] = "       " .. examples[one[1]] end
  end
  error(table.concat(lines, "\n"), 0)
end

local function row_of(value)
  if type(value) == "number" then return { n = 1, value + 0.0 } end
  if type(value) ~= "table" then return nil end
  local made = { n = 0 }
  for _, one in ipairs(value) do
    if type(one) ~= "number" then return nil end
    _push(made, one + 0.0)
  end
  return made
end

local function table_of(rows, name)
  if type(rows) ~= "table" or #rows == 0 then
    tell { { "data", "`" .. name .. "` must have a row of numbers for each sample." } }
  end
  local made = { n = 0 }
  for at, row in ipairs(rows) do
    local own = row_of(row)
    if not own or own.n == 0 or own.n ~= (made[1] or own).n or not _every(own, _isFinite) then
      tell { { "data", "`" .. name .. "[" .. at .. "]` must be a row of finite numbers, as long as the others." } }
    end
    _push(made, own)
  end
  return made
end

local function read_data(given, seed)
  local data = given.data
  if type(data) == "function" then data = data(seed) end
  local rows, targets = (data or given).inputs, (data or given).targets
  local made = { inputs = table_of(rows, "inputs"), targets = table_of(targets, "targets") }
  if made.inputs.n ~= made.targets.n then
    tell { { "data", "There are " .. made.inputs.n .. " inputs and " .. made.targets.n .. " targets; each sample needs one of both." } }
  end
  return made, rows
end

local function check(given)
  local wrong = {}
  local function add(name, text) wrong[#wrong + 1] = { name, text } end
  if given.data == nil and (given.inputs == nil or given.targets == nil) then
    add("data", "It has no data: `inputs` and `targets`, one row for each sample, or `data`, a table with both (or a function of the seed that gives it).")
  end
  for _, name in ipairs { "create", "update", "predict" } do
    if type(given[name]) ~= "function" then add(name, "It has no function `" .. name .. "`.") end
  end
  if given.layers ~= nil and type(given.layers) ~= "function" then add("layers", "`layers` must be a function.") end
  if given.learning_rate ~= nil and not _isFinite(given.learning_rate) then
    add("learning_rate", "`learning_rate` must be a number.")
  end
  for _, name in ipairs { "epochs", "updates_per_epoch" } do
    local count = given[name]
    if count ~= nil and not (_isFinite(count) and count >= 1 and _floor(count) == count) then
      add(name, "`" .. name .. "` must be a whole number from 1.")
    end
  end
  if #wrong > 0 then tell(wrong) end
end

local function read_program(given, seed)
  local data, rows = read_data(given, seed)
  local width = data.targets[1].n
  local is_single = type(rows[1]) == "number"
  local program = {
    learningRate = given.learning_rate or 1,
    epochs = given.epochs or 1000,
    updatesPerEpoch = 1,
    missing = { n = 0 },
    rows = type(given.data) ~= "function" and rows or nil,
    dataOf = type(given.data) == "function" and function(other) return (read_data(given, other)) end or nil,
  }
  function program.update(state, k)
    random_state = state.random
    local made = given.update(state.network, k + 1)
    if type(made) == "table" and type(state.network) == "table" and made ~= state.network and given.gives_network then
      state.network = made
    end
    state.random = random_state
  end
  function program.predict(state, input)
    random_state = state.random
    local one = input[1]
    if not is_single then
      one = {}
      for at = 1, input.n do one[at] = input[at] end
    end
    local made = row_of(given.predict(state.network, one))
    if not made or made.n ~= width then
      tell { { "predict", "`predict(network, input)` must give " .. width .. " numbers, as many as a target has; it gave " .. (made and made.n or type(made)) .. "." } }
    end
    return made
  end
  function program.create(other)
    random_state = other
    if math.randomseed then math.randomseed(other) end
    local network = given.create(other)
    if type(network) ~= "table" then
      tell { { "create", "`create(seed)` must give a network, a table; it gave " .. type(network) .. "." } }
    end
    local state = { network = copied(network, {}), random = random_state }
    if given.layers then program.predict(state, data.inputs[1]) end
    return state
  end
  if given.learning_rate == nil then _push(program.missing, "learningRate") end
  local first = program.create(seed)
  program.predict(_copyOf(first), data.inputs[1])
  if given.updates_per_epoch then
    program.updatesPerEpoch = given.updates_per_epoch
  else
    _push(program.missing, "updatesPerEpoch")
    local paths = numberPaths(first, 20000)
    local draw = lab.drawsOf(5)
    local stirred, positive = _copyOf(first), _copyOf(first)
    for _, path in _each(paths) do
      setNumberAt(stirred, path, numberAt(first, path) + 2 * draw() - 1)
      setNumberAt(positive, path, draw())
    end
    local function after(k, start)
      local one = _copyOf(start)
      if not pcall(program.update, one, k) then return nil end
      return _join(_map(paths, function(path) return numberAt(one, path) end))
    end
    -- Where nothing moves, all updates are alike: so it is tried from other places as well. Around a network of ReLUs that is
    -- dead from the start all may be dead; one of positive numbers is not.
    for _, start in ipairs { first, stirred, positive } do
      local one = after(0, start)
      for k = 1, _minOf2(data.inputs.n, 8) - 1 do
        local other = after(k, start)
        if one ~= nil and other ~= nil and other ~= one then program.updatesPerEpoch = data.inputs.n end
      end
    end
  end
  if given.layers then
    function program.layers(state)
      local made, incoming = { n = 0 }, data.inputs[1].n
      for at, layer in ipairs(given.layers(state.network)) do
        local weights, biases, activations = layer.weights or layer[1], layer.biases or layer[2], layer.activations or layer[3]
        local own = { n = 0 }
        for _, row in ipairs(type((weights or {})[1]) == "number" and { weights } or weights or {}) do _push(own, row_of(row)) end
        local shown = activations ~= nil and row_of(activations)
        local bias = biases ~= nil and row_of(biases) or _map(own, function() return 0 end)
        if own.n == 0 or not shown or shown.n ~= own.n or bias.n ~= own.n or own[1].n ~= incoming then
          tell { { "layers", "`layers(network)[" .. at .. "]` must have `weights`, a row of " .. incoming .. " numbers for each unit, and `biases` and `activations`, a number for each." } }
        end
        _push(made, { weights = own, biases = bias, activations = shown })
        incoming = own.n
      end
      return made
    end
    program.layers(first)
  else
    _push(program.missing, "layers")
  end
  return program, data, first
end

local function look_after(program, data, first, count)
  local network, initial = _copyOf(first), _copyOf(first)
  local watched = _filter(numberPaths(initial, 1000000), function(path) return _isFinite(numberAt(initial, path)) end)
  local function is_sound()
    return _every(watched, function(path) return _isFinite(numberAt(network, path)) end)
  end
  -- Sound states now and then, so that the first update to spoil one can be found from there.
  local update, sound_at, sound, spoilt = 0, 0, _copyOf(network), nil
  while update < count and not spoilt do
    for _ = 1, _minOf2(64, count - update) do
      program.update(network, update % program.updatesPerEpoch)
      update = update + 1
    end
    if is_sound() then
      sound_at, sound = update, _copyOf(network)
    else
      network, update = sound, sound_at
      while not spoilt do
        local before = _copyOf(network)
        program.update(network, update % program.updatesPerEpoch)
        update = update + 1
        if not is_sound() then spoilt = { update = update, before = before } end
      end
    end
  end
  return lab.diagnoseSubject {
    program = program, data = data, network = network, initial = initial, update = update, nonFinite = spoilt,
    beat = function() end, most = { work = MOST_WORK, updates = MOST_SEED_UPDATES },
  }, update
end

-- Numbers as the book writes them.

local raised_digits = { ["-"] = "⁻", ["0"] = "⁰", ["1"] = "¹", ["2"] = "²", ["3"] = "³", ["4"] = "⁴", ["5"] = "⁵", ["6"] = "⁶", ["7"] = "⁷", ["8"] = "⁸", ["9"] = "⁹" }
local nbsp = "\194\160"

local function minus(text) return (text:gsub("%-", "−")) end
local function parted(value)
  local sign, whole, rest = plain_text(value):match("^(%-?)(%d+)(.*)$")
  while whole:find("^%d%d%d%d") do
    local changed, count = whole:gsub("^(%d+)(%d%d%d)", "%1,%2", 1)
    whole = changed
    if count == 0 then break end
  end
  return sign .. whole .. rest
end
local function not_finite(value)
  if _isFinite(value) then return nil end
  return value ~= value and "NaN" or value > 0 and "∞" or "−∞"
end
-- To so many digits, the half away from zero.
local function rounded_to(value, digits)
  local sign, head, tail, exponent = string.format("%.40e", value):match("^(%-?)(%d)%.(%d+)e([+-]%d+)$")
  local all = head .. tail
  local kept = all:sub(1, digits)
  local power = tonumber(exponent)
  if all:byte(digits + 1) >= 53 then
    local at = digits
    while at > 0 and kept:sub(at, at) == "9" do at = at - 1 end
    if at == 0 then
      kept, power = "1" .. string.rep("0", digits - 1), power + 1
    else
      kept = kept:sub(1, at - 1) .. string.char(kept:byte(at) + 1) .. string.rep("0", digits - at)
    end
  end
  return tonumber(sign .. kept:sub(1, 1) .. "." .. kept:sub(2) .. "0e" .. power)
end
local function power_text(value)
  local negative, digits, exponent = digits_of(value)
  local raised = tostring(exponent):gsub("[%-%d]", raised_digits)
  local mantissa = #digits == 1 and digits or digits:sub(1, 1) .. "." .. digits:sub(2)
  return (negative and "−" or "") .. (mantissa == "1" and "10" or mantissa .. nbsp .. "×" .. nbsp .. "10") .. raised
end
local function written(value, digits, plain)
  if not _isFinite(value) then return not_finite(value) end
  local rounded = rounded_to(value, digits)
  local size = _abs(rounded)
  if size >= 1e6 or (size > 0 and size < 1e-4) then return power_text(rounded) end
  return minus(plain(rounded))
end
local function held(value, digits)
  if value == 0 then return 1 / value < 0 and "−0" or "0" end
  return written(value, digits, plain_text)
end
local function number_text(value, digits) return value == 0 and "0" or written(value, digits, parted) end
local function count_text(value) return minus(parted(value)) end
local function exact(value)
  if value == 0 and 1 / value < 0 then return "−0" end
  return not_finite(value) or minus(plain_text(value))
end

-- A finding in words: its title, what it means, what to try.

local function listed(words)
  if #words < 2 then return words[1] or "" end
  local last = table.remove(words)
  return table.concat(words, ", ") .. " and " .. last
end
local function cut(items)
  local words = {}
  for at = 1, items.n do words[at] = items[at] end
  if #words <= 8 then return listed(words) end
  return table.concat(words, ", ", 1, 6) .. " and " .. count_text(#words - 6) .. " more"
end
local function sample_name(input)
  local words = {}
  for at = 1, input.n > 8 and 6 or input.n do words[at] = held(input[at], 4) end
  if input.n > 8 then return "(" .. table.concat(words, ", ") .. ", …)" end
  return "(" .. table.concat(words, input.n <= 3 and "," .. nbsp or ", ") .. ")"
end
local function fraction(value)
  if not _isFinite(value) then return nil end
  if value == 0 then return held(value, 15) end
  for denominator = 1, 2000 do
    local numerator = _round(value * denominator)
    if _abs(value - numerator / denominator) < 1e-13 * _maxOf2(1, _abs(value)) then
      return held(numerator, 15) .. (denominator == 1 and "" or "/" .. denominator)
    end
  end
end
local function layer_name(layer, count)
  if layer == count - 1 then return "the output layer" end
  return count == 2 and "the hidden layer" or "hidden layer " .. layer + 1
end
local function list_named(name, one)
  if name == "units" or name == "samples" or name == "parameters" then return one[name] end
end
local function number_in(value, how, one, place)
  if value == nil then return "" end
  local function named(at) return sample_name(place.inputs[at + 1]) end
  if type(value) == "table" then
    if how == "samples" then return cut(_map(value, named)) end
    if how ~= "at-samples" then
      return table.concat(_map(value, function(each) return held(each, 4) end), ", ", 1, value.n)
    end
    return cut(_map(value, function(each, at)
      return (fraction(each) or held(each, 4)) .. " on " .. named(one.samples[at + 1])
    end))
  end
  if how == "whole" then return count_text(value) end
  if how == "exact" then return exact(value) end
  if how == "percent" then return number_text(value * 100, 2) .. "%" end
  if how == "fraction" then return fraction(value) or number_text(value, 4) end
  return held(value, how == "" and 4 or tonumber(how))
end
local function filled(inner, one, place)
  local name, single, many = inner:match("^(.-)|(.-)|(.*)$")
  if name then
    local list = list_named(name, one) or one.numbers[name] or 0
    local count = type(list) == "table" and list.n or list
    return count == 1 and single or many
  end
  local how
  name, how = inner:match("^(%w+):?(.*)$")
  local key = name:lower()
  local list, made = list_named(key, one), nil
  if key == "layer" then
    made = layer_name(one.layer or 0, place.layerCount)
  elseif list then
    made = cut(_map(list, function(at)
      if key == "units" then return tostring(at + 1) end
      return key == "samples" and sample_name(place.inputs[at + 1]) or "`" .. place.arrays[at + 1] .. "`"
    end))
  else
    made = number_in(one.numbers[name], how, one, place)
  end
  return name:find("^%u") and made:sub(1, 1):upper() .. made:sub(2) or made
end
local function fill(template, one, place)
  local chosen = (template or ""):gsub("%[%[([?!])(%w+):(.-)%]%]", function(sign, name, text)
    return (sign == "?") == (one.numbers[name] ~= nil) and text or ""
  end)
  local made = chosen:gsub("{([^{}]*)}", function(inner) return filled(inner, one, place) end)
  return (made:gsub("^%s+", ""):gsub("%s+$", ""))
end
local function say(one, place)
  local words = WORDS[one.code]
  return { fill(words.title, one, place), fill(words.means, one, place), fill(words.tries, one, place) }
end

local function width_of(text) return select(2, text:gsub("[^\128-\191]", "")) end
local function print_wrapped(head, text)
  local line, rest = head, string.rep(" ", 10)
  local is_new = true
  for word in text:gmatch("[^ ]+") do
    if not is_new and width_of(line) + 1 + width_of(word) > 90 then
      print(line)
      line, is_new = rest, true
    end
    line = line .. (is_new and "" or " ") .. word
    is_new = false
  end
  print(line)
end

local labels = { problem = "PROBLEM", note = "note", fine = "fine" }
local function print_finding(one, place)
  local texts = say(one, place)
  local rest = string.rep(" ", 10)
  print_wrapped(string.format("  %-8s", labels[one.severity]), texts[1])
  if texts[2] ~= "" then print_wrapped(rest, texts[2]) end
  if texts[3] ~= "" then print_wrapped(rest, "Try: " .. texts[3]) end
  for _, section in ipairs(SECTIONS[one.code] or {}) do
    print(rest .. "Read: " .. section[1] .. ", " .. SITE .. section[2])
  end
end

local function key_of(one)
  return table.concat({ one.code, tostring(one.layer), one.units and _join(one.units) or "", one.parameters and _join(one.parameters) or "" }, "/")
end

local doctor = { say = say }

-- Looks at a program before its first update and after a training, prints what is wrong, and gives
-- the findings back. `seed` is what `create` is called with; `updates` after how many updates to
-- look, a number or a list, by default 0 and the whole training, of at most MOST_UPDATES;
-- `show = false` prints nothing.
function doctor.diagnose(given)
  check(given)
  local random, randomseed = math.random, math.randomseed
  math.random, math.randomseed = replayed_random, function(seed) random_state = _floor(seed or 1) % 4294967296 end
  local worked, result = pcall(function()
    local seed = given.seed or 1
    local program, data, first = read_program(given, seed)
    local counts = given.updates
    if counts == nil then counts = { 0, _minOf2(program.epochs * program.updatesPerEpoch, MOST_UPDATES) } end
    if type(counts) == "number" then counts = { counts } end
    local found, said = {}, {}
    for _, count in ipairs(counts) do
      local diagnosis, update = look_after(program, data, first, count)
      local place = { layerCount = program.layers and program.layers(_copyOf(first)).n or 1, inputs = data.inputs, arrays = diagnosis.arrays }
      local new = {}
      for _, one in _each(diagnosis.findings) do
        one.words = say(one, place)
        found[#found + 1] = one
        if not said[key_of(one)] then new[#new + 1] = one end
        said[key_of(one)] = true
      end
      if given.show ~= false then
        local head = update == 0 and "Before the first update" or "After " .. count_text(update) .. (update == 1 and " update" or " updates")
        print(head .. (#new > 0 and ":" or ": nothing else."))
        for _, one in ipairs(new) do print_finding(one, place) end
        print()
      end
    end
    return found
  end)
  math.random, math.randomseed = random, randomseed
  if not worked then error(result, 0) end
  return result
end

-- As a program: lua doctor.lua my_program.lua
if arg and arg[0] and arg[0]:match("doctor%.lua$") and arg[1] then
  local worked, result = pcall(function() return doctor.diagnose(dofile(arg[1])) end)
  if not worked then
    print(result)
    os.exit(2)
  end
  for _, one in ipairs(result) do
    if one.severity == "problem" then os.exit(1) end
  end
  os.exit(0)
end

return doctor
