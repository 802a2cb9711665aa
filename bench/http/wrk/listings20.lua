dofile(os.getenv("BENCH_LUA") .. "/common.lua")
local brands = { "Audi", "BMW", "Ford", "Hyundai", "Mercedes-Benz", "Skoda", "Toyota", "Vauxhall", "Volkswagen" }
local facets = os.getenv("BENCH_FACETS") or ""
request = function()
  return get("search?brand=" .. brands[math.random(1, #brands)] .. "&price_to=" .. math.random(80000000, 400000000)
    .. "&sort=price_desc&limit=20" .. facets)
end
