-- What one viewer chose.
--
-- KEYS    for each poll: its box, its ballots
-- ARGV    the viewer's number
-- RETURNS for each poll: the choice as a mask, 0 without a ballot

local masks = {}
for i = 1, #KEYS, 2 do
  local box = redis.call('HMGET', KEYS[i], 'width', 'multiple')
  local value = 0
  if box[1] then value = redis.call('BITFIELD_RO', KEYS[i + 1], 'GET', box[1], '#' .. ARGV[1])[1] end
  if value > 0 and box[2] == '1' then value = 2 ^ (value - 1) end
  masks[#masks + 1] = value
end
return masks
