-- Casts ballots in order, answering for each.
--
-- KEYS    counts, then for each poll of the batch: its box, its ballots
-- ARGV    for each ballot: which of the polls (from 1), the viewer's number, the choice as a mask (option 0 lowest)
-- RETURNS for each ballot: 'cast' | 'changed' | 'repeat' | 'already' | 'closed', the mask in the box (0 when closed)
--
-- A box holds one unsigned number of its width per viewer, 0 for none: the option plus one for single choices,
-- the mask for others. All of a poll is read by one BITFIELD and written by another.

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local boxes = {}
for i = 2, #KEYS, 2 do
  local found = redis.call('HMGET', KEYS[i], 'state', 'closesAt', 'changeable', 'width', 'multiple')
  local closes_at = tonumber(found[2])
  boxes[i / 2] = {
    key = KEYS[i],
    ballots = KEYS[i + 1],
    takes = found[1] == 'open' and not (closes_at and now >= closes_at),
    changeable = found[3] == '1',
    width = found[4],
    single = found[5] == '1',
    held = {}, gets = {}, viewers = {}, written = {}, added = {}, cast = 0,
  }
end

for i = 1, #ARGV, 3 do
  local box, viewer = boxes[tonumber(ARGV[i])], ARGV[i + 1]
  if box.width and not box.held[viewer] then
    box.held[viewer] = 0
    box.viewers[#box.viewers + 1] = viewer
    local gets = box.gets
    gets[#gets + 1] = 'GET'
    gets[#gets + 1] = box.width
    gets[#gets + 1] = '#' .. viewer
  end
end
for _, box in ipairs(boxes) do
  if #box.viewers > 0 then
    local values = redis.call('BITFIELD', box.ballots, unpack(box.gets))
    for i, value in ipairs(values) do
      if box.single and value > 0 then value = 2 ^ (value - 1) end
      box.held[box.viewers[i]] = value
    end
  end
end

local function count(box, mask, by)
  local option = 0
  while mask > 0 do
    if mask % 2 == 1 then box.added[option] = (box.added[option] or 0) + by end
    mask = math.floor(mask / 2)
    option = option + 1
  end
end

local answers = {}
for i = 1, #ARGV, 3 do
  local box, viewer, mask = boxes[tonumber(ARGV[i])], ARGV[i + 1], tonumber(ARGV[i + 2])
  local held = box.held[viewer] or 0
  local status
  if held == mask then
    status = 'repeat'
  elseif not box.takes then
    status, mask = 'closed', 0
  elseif held ~= 0 and not box.changeable then
    status, mask = 'already', held
  else
    status = held == 0 and 'cast' or 'changed'
    if held == 0 then box.cast = box.cast + 1 end
    count(box, held, -1)
    count(box, mask, 1)
    box.held[viewer], box.written[viewer] = mask, true
  end
  answers[#answers + 1] = status
  answers[#answers + 1] = mask
end

local function exponent(power)
  local option = 0
  while power > 1 do power, option = power / 2, option + 1 end
  return option
end

local cast = 0
for _, box in ipairs(boxes) do
  local sets = {}
  for viewer in pairs(box.written) do
    local held = box.held[viewer]
    sets[#sets + 1] = 'SET'
    sets[#sets + 1] = box.width
    sets[#sets + 1] = '#' .. viewer
    sets[#sets + 1] = box.single and exponent(held) + 1 or held
  end
  if #sets > 0 then redis.call('BITFIELD', box.ballots, unpack(sets)) end
  for option, by in pairs(box.added) do
    if by ~= 0 then redis.call('HINCRBY', box.key, 'votes:' .. option, by) end
  end
  if box.cast > 0 then redis.call('HINCRBY', box.key, 'ballots', box.cast) end
  cast = cast + box.cast
end
if cast > 0 then redis.call('HINCRBY', KEYS[1], 'ballots', cast) end
return answers
