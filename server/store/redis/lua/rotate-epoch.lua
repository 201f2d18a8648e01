-- Starts a new epoch at the log's present end, unless another node has done so.
--
-- KEYS    meta
-- ARGV    lost epoch, next epoch
-- RETURNS nil without a log | { epoch, seq, hash } as they are now

local epoch = redis.call('HGET', KEYS[1], 'epoch')
if not epoch then return false end
if epoch == ARGV[1] then redis.call('HSET', KEYS[1], 'epoch', ARGV[2]) end
return redis.call('HMGET', KEYS[1], 'epoch', 'seq', 'hash')
