-- One page of comments by position, of those that are in Redis.
--
-- KEYS    comments, what to page through: positions (a list of ids) or a status (a sorted set of ids), archive
-- ARGV    'positions' | 'status' | 'pending' (a status whose comments all are in Redis), 'newest' | 'oldest', the position beyond which to look or '', limit
-- RETURNS { '<position>:<status>:<comment>'... }

local comments, index = KEYS[1], KEYS[2]
local newest, bound, limit = ARGV[2] == 'newest', ARGV[3], tonumber(ARGV[4])
local up_to = tonumber(redis.call('HGET', KEYS[3], 'upTo') or 0)
local ids

if ARGV[1] ~= 'positions' then
  local lowest = ARGV[1] == 'pending' and 0 or up_to
  if newest then
    ids = redis.call('ZREVRANGEBYSCORE', index, bound ~= '' and '(' .. bound or '+inf', '(' .. lowest, 'LIMIT', 0, limit)
  else
    ids = redis.call('ZRANGEBYSCORE', index, '(' .. math.max(tonumber(bound) or 0, lowest), '+inf', 'LIMIT', 0, limit)
  end
elseif newest then
  local length = redis.call('LLEN', index)
  local last = math.min((tonumber(bound) or math.huge) - up_to, length + 1) - 1
  ids = {}
  if last > 0 then
    local ascending = redis.call('LRANGE', index, math.max(0, last - limit), last - 1)
    for i = #ascending, 1, -1 do ids[#ids + 1] = ascending[i] end
  end
else
  local first = math.max((tonumber(bound) or 0) - up_to, 0)
  ids = redis.call('LRANGE', index, first, first + limit - 1)
end

local values = {}
for from = 1, #ids, 1000 do
  local found = redis.call('HMGET', comments, unpack(ids, from, math.min(from + 999, #ids)))
  for _, value in ipairs(found) do values[#values + 1] = value end
end
return values
