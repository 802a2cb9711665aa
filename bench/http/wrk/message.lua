-- BENCH_KEYED=1: with an Idempotency-Key that is the client_id, as the apps send it.
dofile(os.getenv("BENCH_LUA") .. "/common.lua")
local keyed = os.getenv("BENCH_KEYED") == "1"
request = function()
  local conversation, buyer = any_conversation()
  local client = any_uuid()
  return post("conversations/" .. conversation .. "/messages", buyer,
    '{"client_id":"' .. client .. '","body":"Здравствуйте! Машина ещё есть? Можно посмотреть её в выходные?","attachments":[]}',
    keyed and client or nil)
end
