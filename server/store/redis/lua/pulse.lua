-- One node's report on one event; answers with the sums over all nodes.
--
-- KEYS    meta, leases, seen, counts, positions, archive
-- ARGV    report: JSON { node, leaseMs, online, arrived: ['#<viewer>'], seen: ['#<viewer>'], reactions: { kind: taps },
--           reactionBatches, visitGapSeconds }
-- RETURNS { epoch ('' without a log), seq, online, comments, { count name, value... }, nodes }
--
-- `leases`: node -> '<online>|<expiry in ms>'. `seen`: per viewer, in 32 bits, the second they were last seen, 0 never.

local meta, leases, seen, counts, positions = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local report = cjson.decode(ARGV[1])

local time = redis.call('TIME')
local stamp = time[1]
local now_seconds = tonumber(stamp)
local now = now_seconds * 1000 + math.floor(time[2] / 1000)

-- Few enough at once for Lua's stack.
local function chunks(viewers, each)
  for from = 1, #viewers, 500 do each(from, math.min(from + 499, #viewers)) end
end
local function add(name, by)
  if by > 0 then redis.call('HINCRBY', counts, name, by) end
end

local unique, visits = 0, 0
chunks(report.arrived, function(from, to)
  local sets = {}
  for i = from, to do
    sets[#sets + 1] = 'SET'
    sets[#sets + 1] = 'u32'
    sets[#sets + 1] = report.arrived[i]
    sets[#sets + 1] = stamp
  end
  for _, last in ipairs(redis.call('BITFIELD', seen, unpack(sets))) do
    if last == 0 then unique = unique + 1 end
    if last == 0 or now_seconds - last >= report.visitGapSeconds then visits = visits + 1 end
  end
end)
chunks(report.seen, function(from, to)
  local gets, sets = {}, {}
  for i = from, to do
    gets[#gets + 1] = 'GET'
    gets[#gets + 1] = 'u32'
    gets[#gets + 1] = report.seen[i]
  end
  for i, last in ipairs(redis.call('BITFIELD_RO', seen, unpack(gets))) do
    -- Who left before they counted as arrived is not known here.
    if last > 0 then
      sets[#sets + 1] = 'SET'
      sets[#sets + 1] = 'u32'
      sets[#sets + 1] = report.seen[from + i - 1]
      sets[#sets + 1] = stamp
    end
  end
  if #sets > 0 then redis.call('BITFIELD', seen, unpack(sets)) end
end)
add('unique', unique)
add('visits', visits)
add('reactionBatches', report.reactionBatches)
for kind, taps in pairs(report.reactions) do add('taps:' .. kind, taps) end

local expiry = string.format('%.0f', now + report.leaseMs)
redis.call('HSET', leases, report.node, string.format('%.0f', report.online) .. '|' .. expiry)
local online, nodes = 0, 0
local found = redis.call('HGETALL', leases)
for i = 1, #found, 2 do
  local share, until_ms = string.match(found[i + 1], '^(%d+)|(%d+)$')
  if tonumber(until_ms) > now then
    online = online + share
    nodes = nodes + 1
  else
    redis.call('HDEL', leases, found[i])
  end
end
if online > tonumber(redis.call('HGET', counts, 'peak') or 0) then redis.call('HSET', counts, 'peak', online) end

local comments = redis.call('LLEN', positions) + tonumber(redis.call('HGET', KEYS[6], 'upTo') or 0)
local tip = redis.call('HMGET', meta, 'epoch', 'seq')
return { tip[1] or '', tip[2] or '0', online, comments, redis.call('HGETALL', counts), nodes }
