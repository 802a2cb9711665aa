dofile(os.getenv("BENCH_LUA") .. "/common.lua")
request = function() return get("users/" .. any_driver() .. "/listings?limit=20") end
