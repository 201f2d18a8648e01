-- Takes the oldest comments out of Redis, once they are in a segment on the disk.
--
-- KEYS    comments, positions, archive, archived statuses, then the comment statuses (one sorted set each)
-- ARGV    first position, last position, segment (JSON, opaque here), names of the statuses in the order of their KEYS
--         (JSON), then the status each comment has in the segment
-- RETURNS 1, or 0 when others are archived already up to there, or not yet: then nothing is done
--
-- What waits for a decision stays, and leaves nothing behind but its place in the list. A status that changed while
-- the segment was written is remembered beside it, as one that changes later will be.

local comments, positions, archive, changed = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local from, to = tonumber(ARGV[1]), tonumber(ARGV[2])
if tonumber(redis.call('HGET', archive, 'upTo') or 0) ~= from - 1 then return 0 end

local status_keys = {}
for i, name in ipairs(cjson.decode(ARGV[4])) do status_keys[name] = KEYS[4 + i] end

local ids = redis.call('LRANGE', positions, 0, to - from)
if #ids ~= to - from + 1 then return 0 end
for i, id in ipairs(ids) do
  local status = string.match(redis.call('HGET', comments, id) or '', '^%d+:(%a+):')
  if status and status ~= 'held' and status ~= 'delayed' then
    if status ~= ARGV[4 + i] then redis.call('HSET', changed, id, status) end
    redis.call('HDEL', comments, id)
    redis.call('ZREM', status_keys[status], id)
  end
end
redis.call('LTRIM', positions, #ids, -1)
redis.call('HSET', archive, 'upTo', to, ARGV[1], ARGV[3])
return 1
