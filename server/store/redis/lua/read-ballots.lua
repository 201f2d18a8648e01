-- What some viewers chose.
--
-- KEYS    for each poll: its box, its ballots
-- ARGV    the viewers' numbers
-- RETURNS for each poll, for each viewer: the choice as a mask, 0 without a ballot

local masks = {}
for i = 1, #KEYS, 2 do
  local box = redis.call('HMGET', KEYS[i], 'width', 'multiple')
  local gets = {}
  for _, viewer in ipairs(ARGV) do
    gets[#gets + 1] = 'GET'
    gets[#gets + 1] = box[1]
    gets[#gets + 1] = '#' .. viewer
  end
  local values = box[1] and redis.call('BITFIELD_RO', KEYS[i + 1], unpack(gets)) or {}
  for place = 1, #ARGV do
    local value = values[place] or 0
    if value > 0 and box[2] == '1' then value = 2 ^ (value - 1) end
    masks[#masks + 1] = value
  end
end
return masks
