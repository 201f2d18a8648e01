-- What some viewers chose.
--
-- KEYS    for each poll: its box, its ballots
-- ARGV    the viewers' numbers
-- RETURNS for each poll, for each viewer: the choice as a mask, 0 without a ballot

local places = {}
for place, viewer in ipairs(ARGV) do places[place] = '#' .. viewer end

local masks = {}
for i = 1, #KEYS, 2 do
  local box = redis.call('HMGET', KEYS[i], 'width', 'multiple')
  local values = {}
  if box[1] then
    local gets = {}
    for _, place in ipairs(places) do
      gets[#gets + 1] = 'GET'
      gets[#gets + 1] = box[1]
      gets[#gets + 1] = place
    end
    values = redis.call('BITFIELD_RO', KEYS[i + 1], unpack(gets))
  end
  for place = 1, #places do
    local value = values[place] or 0
    if value > 0 and box[2] == '1' then value = 2 ^ (value - 1) end
    masks[#masks + 1] = value
  end
end
return masks
