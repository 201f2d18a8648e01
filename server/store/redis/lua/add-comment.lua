-- Records a comment once per (author, command), at the author's pace.
--
-- KEYS    comments, positions, the comment's status, pace of the author, commands of even and of odd periods,
--         known authors, archive
-- ARGV    id, status, comment (JSON), command field, input hash, interval (ms, 0: no pace), burst, period (ms),
--         the author's number (0: no viewer)
-- RETURNS { 'added', position } | { 'tooSoon', milliseconds }
--       | { 'duplicate', status at first, input hash, id, '<position>:<status>:<comment>' or '' when it is archived }
--
-- A command is remembered for one to two periods: those of this period in one hash, of the one before in the other.
-- The field '' of a hash names its period.

local comments, positions, status_key, pace_key = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local id, status, body, command = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local interval, burst, period_length = tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8])

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local period = math.floor(now / period_length)
local current, before = KEYS[5 + period % 2], KEYS[5 + (period + 1) % 2]
local current_period = redis.call('HGET', current, '')
local first = current_period == tostring(period) and redis.call('HGET', current, command)
if not first and redis.call('HGET', before, '') == tostring(period - 1) then
  first = redis.call('HGET', before, command)
end
if first then
  local first_id, first_status, input_hash = string.match(first, '^([^:]+):([^:]+):(.*)$')
  return { 'duplicate', first_status, input_hash, first_id, redis.call('HGET', comments, first_id) or '' }
end

if interval > 0 then
  -- The key holds the moment when the bucket is full again, and goes then.
  local full_at = math.max(now, tonumber(redis.call('GET', pace_key) or 0))
  local wait = full_at - (burst - 1) * interval - now
  if wait > 0 then return { 'tooSoon', wait } end
  local next_full_at = string.format('%.0f', full_at + interval)
  redis.call('SET', pace_key, next_full_at, 'PXAT', next_full_at)
end

local position = redis.call('RPUSH', positions, id) + tonumber(redis.call('HGET', KEYS[8], 'upTo') or 0)
redis.call('HSET', comments, id, position .. ':' .. status .. ':' .. body)
redis.call('ZADD', status_key, position, id)
if status == 'shown' and ARGV[9] ~= '0' then redis.call('SETBIT', KEYS[7], ARGV[9], 1) end

if current_period ~= tostring(period) then
  -- UNLINK frees a large hash beside the event loop; the expiry is there for when nobody comments any more.
  redis.call('UNLINK', current)
  redis.call('HSET', current, '', period)
  redis.call('PEXPIREAT', current, string.format('%.0f', (period + 3) * period_length))
end
redis.call('HSET', current, command, id .. ':' .. status .. ':' .. ARGV[5])
return { 'added', position }
