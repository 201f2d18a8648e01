-- Casts ballots in order, answering for each.
--
-- KEYS    counts, then for each poll of the batch: its box, its ballots
-- ARGV    for each poll: how many runs follow, then the runs. A run is packed: for each ballot the viewer's number and
--         the choice as a mask (option 0 lowest), four bytes each; viewers ascend, and stand close together
-- RETURNS for each poll: a letter per ballot (c: cast, g: changed, r: repeat, a: already, x: closed), then for each
--         'a' the mask that is in the box
--
-- A box holds one unsigned number of its width per viewer, 0 for none: the option plus one for single choices,
-- the mask for others. The part of the box that a run is about is read once and written once, and what is between is
-- looked at in this script's own memory: a call of Redis for each ballot costs three times as much.

local call, unpack, floor = redis.call, struct.unpack, math.floor
local time = call('TIME')
local now = time[1] * 1000 + floor(time[2] / 1000)

local option_of = {}
for option = 0, 31 do option_of[2 ^ option] = option + 1 end

-- Counts a number of the box `by` more times.
local function count(added, single, value, by)
  if single then
    added[value - 1] = (added[value - 1] or 0) + by
    return
  end
  local option = 0
  while value > 0 do
    if value % 2 == 1 then added[option] = (added[option] or 0) + by end
    value = floor(value / 2)
    option = option + 1
  end
end

-- Casts one run; letters and masks go to the end of their lists. Returns how many were the viewer's first.
local function cast_run(run, ballots, box, letters, already, added)
  local bits, single = box.bits, box.single
  local size, span = math.max(1, bits / 8), 2 ^ bits
  local format = '>I' .. size
  local first = floor(unpack('>I4', run) * bits / 8)
  local last = floor(unpack('>I4', run, #run - 7) * bits / 8) + size - 1
  local part = call('GETRANGE', ballots, first, last)
  part = part .. string.rep('\0', last - first + 1 - #part)

  local fresh, n = 0, #letters
  -- The bytes in hand, as one number, and where in the part they stand; what was written so far, and up to where.
  local at, cell, before = 1, unpack(format, part, 1), nil
  before = cell
  local pieces, written = {}, 0
  local function put_back()
    if cell == before then return end
    pieces[#pieces + 1] = string.sub(part, written + 1, at - 1)
    pieces[#pieces + 1] = struct.pack(format, cell)
    written = at + size - 1
  end

  for i = 1, #run, 8 do
    local viewer, mask = unpack('>I4I4', run, i)
    local place = floor(viewer * bits / 8) - first + 1
    if place ~= at then
      put_back()
      at, cell = place, unpack(format, part, place)
      before = cell
    end
    local unit = bits == 4 and viewer % 2 == 0 and 16 or 1 -- of two in a byte, the even one stands higher
    local held, value = floor(cell / unit) % span, single and option_of[mask] or mask
    n = n + 1
    if held == value then
      letters[n] = 'r'
    elseif not box.takes then
      letters[n] = 'x'
    elseif held == 0 then
      letters[n], fresh = 'c', fresh + 1
      count(added, single, value, 1)
      cell = cell + value * unit
    elseif box.changeable then
      letters[n] = 'g'
      count(added, single, held, -1)
      count(added, single, value, 1)
      cell = cell + (value - held) * unit
    else
      letters[n] = 'a'
      already[#already + 1] = single and 2 ^ (held - 1) or held
    end
  end
  put_back()
  if written > 0 then call('SETRANGE', ballots, first, table.concat(pieces)) end
  return fresh
end

local answers, cast = {}, 0
local arg = 1
for poll = 2, #KEYS, 2 do
  local key, ballots = KEYS[poll], KEYS[poll + 1]
  local from, to = arg + 1, arg + tonumber(ARGV[arg])
  arg = to + 1
  local row = call('HMGET', key, 'state', 'closesAt', 'changeable', 'width', 'multiple', 'aside')
  local closes_at = tonumber(row[2])
  local box = {
    takes = row[1] == 'open' and not (closes_at and now >= closes_at),
    changeable = row[3] == '1',
    bits = row[4] and tonumber(string.sub(row[4], 2)),
    single = row[5] == '1',
  }
  local letters, already, added, fresh = {}, {}, {}, 0
  for i = from, to do
    if box.bits then
      fresh = fresh + cast_run(ARGV[i], ballots, box, letters, already, added)
    else
      for _ = 1, #ARGV[i], 8 do letters[#letters + 1] = 'x' end
    end
  end
  for option, by in pairs(added) do
    if by ~= 0 then call('HINCRBY', key, 'votes:' .. option, by) end
  end
  if fresh > 0 then call('HINCRBY', key, 'ballots', fresh) end
  if not row[6] then cast = cast + fresh end -- beside another box it is no participation

  answers[#answers + 1] = table.concat(letters)
  for _, mask in ipairs(already) do answers[#answers + 1] = mask end
end
if cast > 0 then call('HINCRBY', KEYS[1], 'ballots', cast) end
return answers
