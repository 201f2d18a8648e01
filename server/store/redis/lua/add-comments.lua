-- Records comments in order, each once per (author, command), at its author's pace.
--
-- KEYS    comments, positions, commands of even and of odd periods, known authors, archive, then for each comment: its
--         status, pace of its author
-- ARGV    period (ms), then for each comment: id, status, comment (JSON), command field, input hash, interval (ms, 0: no
--         pace), burst, the author's number (0: no viewer)
-- RETURNS for each comment: { 'added', position } | { 'tooSoon', milliseconds }
--       | { 'duplicate', status at first, input hash, id, '<position>:<status>:<comment>' or '' when it is archived }
--
-- A command is remembered for one to two periods: those of this period in one hash, of the one before in the other.
-- The field '' of a hash names its period. What is written for many comments is written in one call: a call costs as
-- much as all the rest that is done for a comment.

local call, unpack, floor = redis.call, unpack, math.floor
local comments, positions, known_authors, archive = KEYS[1], KEYS[2], KEYS[5], KEYS[6]
local HEAD, EACH = 6, 8
local period_length = tonumber(ARGV[1])

local time = call('TIME')
local now = time[1] * 1000 + floor(time[2] / 1000)

local fields, paces = { '' }, {}
for at = 5, #ARGV, EACH do fields[#fields + 1] = ARGV[at] end
for at = HEAD + 2, #KEYS, 2 do paces[#paces + 1] = KEYS[at] end

local period = floor(now / period_length)
local current, before = KEYS[3 + period % 2], KEYS[3 + (period + 1) % 2]
local function remembered(key, of_period)
  local found = call('HMGET', key, unpack(fields))
  return found[1] == tostring(of_period) and found or {}
end
local of_this, of_last = remembered(current, period), remembered(before, period - 1)

local paced = call('MGET', unpack(paces))
-- By key: when an author's bucket is full again, as far as it changed here.
local full_at = {}

local last = call('LLEN', positions) + tonumber(call('HGET', archive, 'upTo') or 0)
local ids, rows, places, authors = {}, {}, {}, {}
-- By command field and by id, of those recorded here.
local firsts, values = {}, {}
local fresh = {}

local function push(list, ...)
  for _, value in ipairs({ ... }) do list[#list + 1] = value end
end

local function add(n)
  local from = (n - 1) * EACH + 1
  local id, status, body, command, hash = unpack(ARGV, from + 1, from + 5)
  local interval, burst, author = tonumber(ARGV[from + 6]), tonumber(ARGV[from + 7]), ARGV[from + 8]
  local status_key, pace_key = KEYS[HEAD + 2 * n - 1], KEYS[HEAD + 2 * n]

  local first = firsts[command] or of_this[n + 1] or of_last[n + 1]
  if first then
    local first_id, first_status, input_hash = string.match(first, '^([^:]+):([^:]+):(.*)$')
    local value = values[first_id] or call('HGET', comments, first_id) or ''
    return { 'duplicate', first_status, input_hash, first_id, value }
  end

  if interval > 0 then
    local full = math.max(now, full_at[pace_key] or tonumber(paced[n] or 0))
    local wait = full - (burst - 1) * interval - now
    if wait > 0 then return { 'tooSoon', wait } end
    full_at[pace_key] = full + interval
  end

  last = last + 1
  values[id] = last .. ':' .. status .. ':' .. body
  firsts[command] = id .. ':' .. status .. ':' .. hash
  push(ids, id)
  push(rows, id, values[id])
  push(fresh, command, firsts[command])
  places[status_key] = places[status_key] or {}
  push(places[status_key], last, id)
  if status == 'shown' and author ~= '0' then push(authors, 'SET', 'u1', '#' .. author, 1) end
  return { 'added', last }
end

local answers = {}
for n = 1, #paces do answers[n] = add(n) end

for key, at in pairs(full_at) do
  -- The key goes when the bucket is full again.
  local text = string.format('%.0f', at)
  call('SET', key, text, 'PXAT', text)
end
if #ids > 0 then
  call('RPUSH', positions, unpack(ids))
  call('HSET', comments, unpack(rows))
  for key, placed in pairs(places) do call('ZADD', key, unpack(placed)) end
  if #authors > 0 then call('BITFIELD', known_authors, unpack(authors)) end
  if of_this[1] ~= tostring(period) then
    -- UNLINK frees a large hash beside the event loop; the expiry is there for when nobody comments any more.
    call('UNLINK', current)
    call('HSET', current, '', period)
    call('PEXPIREAT', current, string.format('%.0f', (period + 3) * period_length))
  end
  call('HSET', current, unpack(fresh))
end
return answers
