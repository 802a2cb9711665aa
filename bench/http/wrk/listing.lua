dofile(os.getenv("BENCH_LUA") .. "/common.lua")
request = function() return get("listings/" .. any_listing()) end
