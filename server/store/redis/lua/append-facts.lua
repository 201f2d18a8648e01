-- Records facts at the end of an event's log, with all that is true from the same moment on, and tells every node.
--
-- KEYS    meta, log, commands, comments, known authors, archive, archived statuses, then the comment statuses (one
--         sorted set each), then a box per box change
-- ARGV    change, info, message, answer, fact...
--         change: JSON { after: { epoch, seq, hash }, tip: { seq, hash }, command: field in `commands` or '',
--           channel, statuses: names in the order of their KEYS, comments: [{ id, status }],
--           boxes: [{ change, options, width, multiple, changeable, closesAt: milliseconds or '', aside }] }
--         info, message, answer and each fact are opaque here
-- RETURNS { 'appended' } | { 'moved' } | { 'duplicate', answer }

local meta, log, commands, comments, known_authors = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local change = cjson.decode(ARGV[1])
local after = change.after

if change.command ~= '' then
  local answer = redis.call('HGET', commands, change.command)
  if answer then return { 'duplicate', answer } end
end

local tip = redis.call('HMGET', meta, 'epoch', 'seq', 'hash')
if tip[1] then
  if tip[1] ~= after.epoch or tonumber(tip[2]) ~= after.seq or tip[3] ~= after.hash then return { 'moved' } end
elseif after.seq ~= 0 then
  return { 'moved' }
end

for i = 5, #ARGV do redis.call('RPUSH', log, ARGV[i]) end
if change.command ~= '' then redis.call('HSET', commands, change.command, ARGV[4]) end

local archived_status = KEYS[7]
local up_to = tonumber(redis.call('HGET', KEYS[6], 'upTo') or 0)
local status_keys = {}
for i, name in ipairs(change.statuses) do status_keys[name] = KEYS[7 + i] end
for _, moved in ipairs(change.comments) do
  local value = redis.call('HGET', comments, moved.id)
  if value then
    local position, status, at = string.match(value, '^(%d+):(%a+):()')
    redis.call('HSET', comments, moved.id, position .. ':' .. moved.status .. ':' .. string.sub(value, at))
    redis.call('ZREM', status_keys[status], moved.id)
    redis.call('ZADD', status_keys[moved.status], position, moved.id)
    local number = string.match(cjson.decode(string.sub(value, at)).author.id, '^v(%d+)$')
    if number then redis.call('SETBIT', known_authors, number, moved.status == 'shown' and 1 or 0) end
    -- It waited here while its segment was written.
    if tonumber(position) <= up_to then redis.call('HSET', archived_status, moved.id, moved.status) end
  else
    redis.call('HSET', archived_status, moved.id, moved.status) -- archived: what its segment says holds no more
  end
end

for i, box in ipairs(change.boxes) do
  local key = KEYS[7 + #change.statuses + i]
  if box.change == 'open' then
    -- A box that is opened again keeps its ballots, and so the shape they were cast in.
    if redis.call('HSETNX', key, 'width', box.width) == 1 then
      redis.call('HSET', key, 'options', box.options, 'multiple', box.multiple)
      if box.aside == 1 then redis.call('HSET', key, 'aside', 1) end
    end
    redis.call('HSET', key, 'state', 'open', 'changeable', box.changeable, 'closesAt', box.closesAt)
  elseif redis.call('EXISTS', key) == 1 then
    redis.call('HSET', key, 'state', 'closed')
  end
end

local time = redis.call('TIME')
local changed = string.format('%.0f', time[1] * 1000000 + time[2])
redis.call('HSET', meta, 'epoch', after.epoch, 'seq', change.tip.seq, 'hash', change.tip.hash,
  'info', ARGV[2], 'changed', changed)
if #ARGV > 4 then redis.call('SPUBLISH', change.channel, ARGV[3]) end
return { 'appended' }
