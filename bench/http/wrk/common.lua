-- Ids and tokens as stand.py made them. Every request carries a token, whether the server looks at it or not.
local first = 100000000000
local tokens = {}
for line in io.lines(os.getenv("BENCH_TOKENS")) do tokens[#tokens + 1] = line end
local listings = tonumber(os.getenv("BENCH_LISTINGS"))
local conversations = tonumber(os.getenv("BENCH_CONVERSATIONS"))
local drivers = tonumber(os.getenv("BENCH_DRIVERS"))
local prefix = os.getenv("BENCH_PREFIX") or ""
math.randomseed(os.time())

local function id(kind, number) return "01900000-0000-7000-800" .. kind .. "-" .. string.format("%.0f", first + number) end

local function headers(buyer)
  return { ["Authorization"] = "Bearer " .. tokens[buyer + 1], ["X-User"] = id(0, buyer), ["Content-Type"] = "application/json" }
end

local ready = {} -- headers of each buyer, made once: the generator has half the machine to share
for buyer = 0, #tokens - 1 do ready[buyer] = headers(buyer) end

function any_buyer() return math.random(0, #tokens - 1) end
function any_listing() return id(1, math.random(0, listings - 1)) end
function any_driver() return id(0, #tokens + math.random(0, drivers - 1)) end
function any_conversation()
  local number = math.random(0, conversations - 1)
  return id(2, number), number % #tokens
end
function get(path) return wrk.format("GET", "/api/v1/" .. path, ready[any_buyer()]) end
function post(path, buyer, body, key)
  local with = ready[buyer]
  with["Idempotency-Key"] = key
  return wrk.format("POST", prefix .. "/api/v1/" .. path, with, body)
end
function any_uuid()
  return string.format("%08x-%04x-4%03x-8%03x-%06x%06x", math.random(0, 0x7fffffff), math.random(0, 0xffff),
    math.random(0, 0xfff), math.random(0, 0xfff), math.random(0, 0xffffff), math.random(0, 0xffffff))
end
