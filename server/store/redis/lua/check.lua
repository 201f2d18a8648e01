-- A write by a script, as every operation here is one: fails whenever those would.
--
-- KEYS    check
-- RETURNS 'works'

redis.call('SET', KEYS[1], redis.call('TIME')[1])
return 'works'
