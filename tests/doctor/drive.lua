-- Diagnoses programs with doctor.lua, from the folder that is its argument, and prints what it finds as JSON. Standard input: for
-- each program a line with the lengths of its name and text, the seed and the updates, and behind it the name and the text.
package.path = arg[1] .. "/?.lua;" .. package.path
local doctor = require("doctor")

local function quoted(text)
  text = text:gsub('[%c"\\]', function(sign) return string.format("\\u%04x", sign:byte()) end)
  return '"' .. text .. '"'
end

local answers = {}
while true do
  local head = io.read("*l")
  if not head then break end
  local name_length, text_length, seed, updates = head:match("(%d+) (%d+) (%d+) (%d+)")
  local name, text = io.read(tonumber(name_length)), io.read(tonumber(text_length))
  local worked, result = pcall(function()
    local program = assert(load(text, "=" .. name))("as a module")
    program.seed, program.updates, program.show = tonumber(seed), tonumber(updates), false
    return doctor.diagnose(program)
  end)
  local parts = {}
  if worked then
    for at, one in ipairs(result) do
      parts[at] = string.format(
        '{"code":%s,"severity":%s,"words":[%s,%s,%s]}',
        quoted(one.code), quoted(one.severity), quoted(one.words[1]), quoted(one.words[2]), quoted(one.words[3])
      )
    end
  end
  local told = worked and '"findings":[' .. table.concat(parts, ",") .. "]" or '"missing":' .. quoted(tostring(result))
  answers[#answers + 1] = '{"name":' .. quoted(name) .. "," .. told .. "}"
end
print("[" .. table.concat(answers, ",") .. "]")
