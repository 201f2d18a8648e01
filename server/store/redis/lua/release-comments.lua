-- Shows the delayed comments whose time has come, in order of acceptance; each is in one call's answer only.
--
-- KEYS    comments, status delayed, status shown, known authors, archive, archived statuses
-- ARGV    limit
-- RETURNS { '<position>:<status before>:<comment>'... }

local comments, delayed, shown, known_authors = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local up_to = tonumber(redis.call('HGET', KEYS[5], 'upTo') or 0)

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local released = {}
local ids = redis.call('ZRANGE', delayed, 0, tonumber(ARGV[1]) - 1)
for _, id in ipairs(ids) do
  local value = redis.call('HGET', comments, id)
  local position, at = string.match(value, '^(%d+):%a+:()')
  local comment = cjson.decode(string.sub(value, at))
  -- Nobody overtakes: what came later waits for what came before, also when the delay was shortened in between.
  if comment.review.dueAt > now then break end
  redis.call('HSET', comments, id, position .. ':shown:' .. string.sub(value, at))
  redis.call('ZREM', delayed, id)
  redis.call('ZADD', shown, position, id)
  -- It waited here while its segment was written.
  if tonumber(position) <= up_to then redis.call('HSET', KEYS[6], id, 'shown') end
  local number = string.match(comment.author.id, '^v(%d+)$')
  if number then redis.call('SETBIT', known_authors, number, 1) end
  released[#released + 1] = value
end
return released
