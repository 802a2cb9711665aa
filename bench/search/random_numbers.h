#pragma once

#include <cstddef>
#include <cstdint>

namespace cargo::bench {

// The same numbers on every machine and with every compiler, which the distributions of <random> do not promise. Whole
// numbers only, for the same reason. (splitmix64)
class RandomNumbers
{
public:
    RandomNumbers(uint64_t seed, uint64_t stream) : m_state(mixed(seed) ^ mixed(stream * 0x9E3779B97F4A7C15u + 1)) {}

    uint64_t next() { return mixed(m_state += 0x9E3779B97F4A7C15u); }
    // 0 … limit - 1.
    uint64_t below(uint64_t limit) { return uint64_t((Wide(next()) * limit) >> 64); }
    int64_t between(int64_t low, int64_t high) { return low + int64_t(below(uint64_t(high - low) + 1)); }
    bool percent(unsigned chance) { return below(100) < chance; }
    // About normal: four times uniform.
    int64_t around(int64_t middle, int64_t spread)
    {
        return middle + between(-spread, spread) / 2 + between(-spread, spread) / 2 + between(-spread, spread) / 2
               + between(-spread, spread) / 2;
    }
    // About exponential: a half is below `half`, three quarters below twice that …
    int64_t fading(int64_t half)
    {
        int64_t steps = 0;
        while (steps < 40 && percent(50))
            ++steps;
        return steps * half + int64_t(below(uint64_t(half)));
    }
    template <typename List>
    const auto &pick(const List &list)
    {
        return list[size_t(below(list.size()))];
    }

private:
    __extension__ using Wide = unsigned __int128;
    static uint64_t mixed(uint64_t z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    uint64_t m_state;
};

} // namespace cargo::bench
