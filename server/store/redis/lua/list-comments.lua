-- One page of comments by position.
--
-- KEYS    comments, then what to page through: positions (a list of ids) or a status (a sorted set of ids)
-- ARGV    'positions' | 'status', 'newest' | 'oldest', the position beyond which to look or '', limit
-- RETURNS { '<position>:<status>:<comment>'... }

local comments, index = KEYS[1], KEYS[2]
local newest, bound, limit = ARGV[2] == 'newest', ARGV[3], tonumber(ARGV[4])
local ids

if ARGV[1] == 'status' then
  local beyond = bound ~= '' and '(' .. bound
  if newest then
    ids = redis.call('ZREVRANGEBYSCORE', index, beyond or '+inf', '-inf', 'LIMIT', 0, limit)
  else
    ids = redis.call('ZRANGEBYSCORE', index, beyond or '-inf', '+inf', 'LIMIT', 0, limit)
  end
elseif newest then
  local length = redis.call('LLEN', index)
  local last = math.min(tonumber(bound) or length + 1, length + 1) - 1
  ids = {}
  if last > 0 then
    local ascending = redis.call('LRANGE', index, math.max(0, last - limit), last - 1)
    for i = #ascending, 1, -1 do ids[#ids + 1] = ascending[i] end
  end
else
  local first = tonumber(bound) or 0
  ids = redis.call('LRANGE', index, first, first + limit - 1)
end

local values = {}
for from = 1, #ids, 1000 do
  local found = redis.call('HMGET', comments, unpack(ids, from, math.min(from + 999, #ids)))
  for _, value in ipairs(found) do values[#values + 1] = value end
end
return values
