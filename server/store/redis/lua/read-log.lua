-- The log behind a number, and where it ends, as of one moment.
--
-- KEYS    meta, log
-- ARGV    the number of the last fact that is known already
-- RETURNS nil without a log | { epoch, seq, hash, { fact... } }

local tip = redis.call('HMGET', KEYS[1], 'epoch', 'seq', 'hash')
if not tip[1] then return false end
return { tip[1], tip[2], tip[3], redis.call('LRANGE', KEYS[2], ARGV[1], -1) }
