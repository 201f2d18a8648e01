-- Casts ballots in order, answering for each.
--
-- KEYS    counts, then for each poll of the batch: its box, its ballots
-- ARGV    for each poll: how many ballots, then for each its place ('#' and the viewer's number) and the choice as a
--         mask (option 0 lowest)
-- RETURNS for each poll: a letter per ballot (c: cast, g: changed, r: repeat, a: already, x: closed), then for each
--         'a' the mask that is in the box
--
-- A box holds one unsigned number of its width per viewer, 0 for none: the option plus one for single choices,
-- the mask for others. All ballots of a poll are set by one BITFIELD, which answers with what was there before; where
-- that is to stay, another one sets it back. Nobody sees what is between.

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local call = redis.call

local option_of = {}
for option = 0, 31 do option_of[string.format('%.0f', 2 ^ option)] = option + 1 end

local function count(added, single, value, by)
  if single then
    added[value - 1] = (added[value - 1] or 0) + by
    return
  end
  local option = 0
  while value > 0 do
    if value % 2 == 1 then added[option] = (added[option] or 0) + by end
    value = math.floor(value / 2)
    option = option + 1
  end
end

-- What a ballot is as a number of the box.
local function value_of(single, mask) return single and option_of[mask] or tonumber(mask) end

local function reader(ballots, width, from, to)
  local ops = {}
  for i = from, to, 2 do
    local n = #ops
    ops[n + 1], ops[n + 2], ops[n + 3] = 'GET', width, ARGV[i]
  end
  return call('BITFIELD_RO', ballots, unpack(ops))
end

local function writer(ballots, width, single, from, to)
  local ops, n = {}, 0
  for i = from, to, 2 do
    ops[n + 1], ops[n + 2], ops[n + 3] = 'SET', width, ARGV[i]
    ops[n + 4] = single and option_of[ARGV[i + 1]] or ARGV[i + 1]
    n = n + 4
  end
  return call('BITFIELD', ballots, unpack(ops))
end

local answers, cast = {}, 0
local at = 1
for poll = 2, #KEYS, 2 do
  local key, ballots = KEYS[poll], KEYS[poll + 1]
  local from, to = at + 1, at + 2 * tonumber(ARGV[at])
  at = to + 1
  local box = call('HMGET', key, 'state', 'closesAt', 'changeable', 'width', 'multiple', 'aside')
  local closes_at = tonumber(box[2])
  local takes = box[1] == 'open' and not (closes_at and now >= closes_at)
  local changeable, width, single = box[3] == '1', box[4], box[5] == '1'
  local letters, already = {}, {}

  if not width then
    for i = from, to, 2 do letters[#letters + 1] = 'x' end
  elseif not takes then
    for i, held in ipairs(reader(ballots, width, from, to)) do
      local value = value_of(single, ARGV[from + 2 * i - 1])
      letters[i] = held == value and 'r' or 'x'
    end
  else
    -- Where the box ends up with something else than BITFIELD said of the one before: a viewer's other ballots in
    -- this batch, and what must be set back.
    local truth, added, fresh = {}, {}, 0
    for i, before in ipairs(writer(ballots, width, single, from, to)) do
      local viewer, value = ARGV[from + 2 * i - 2], value_of(single, ARGV[from + 2 * i - 1])
      local held = truth[viewer] or before
      if held == 0 then
        letters[i], fresh = 'c', fresh + 1
        count(added, single, value, 1)
      elseif held == value then
        letters[i] = 'r'
      elseif changeable then
        letters[i], truth[viewer] = 'g', value
        count(added, single, held, -1)
        count(added, single, value, 1)
      else
        letters[i], truth[viewer] = 'a', held
        already[#already + 1] = single and 2 ^ (held - 1) or held
      end
    end
    local ops = {}
    for viewer, held in pairs(truth) do
      local n = #ops
      ops[n + 1], ops[n + 2], ops[n + 3], ops[n + 4] = 'SET', width, viewer, held
    end
    if #ops > 0 then call('BITFIELD', ballots, unpack(ops)) end
    for option, by in pairs(added) do
      if by ~= 0 then call('HINCRBY', key, 'votes:' .. option, by) end
    end
    if fresh > 0 then call('HINCRBY', key, 'ballots', fresh) end
    if not box[6] then cast = cast + fresh end -- beside another box it is no participation
  end

  answers[#answers + 1] = table.concat(letters)
  for _, mask in ipairs(already) do answers[#answers + 1] = mask end
end
if cast > 0 then call('HINCRBY', KEYS[1], 'ballots', cast) end
return answers
