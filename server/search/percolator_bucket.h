#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace cargo::search {

inline constexpr size_t kClosedFacets = 5; // of few words, so that each has a bit

// The conditions of one saved search that are numbers; as they stand here they let every car pass.
struct SavedNumbers
{
    static constexpr uint16_t kAnyWord = 1U << 14; // in a mask: it is not asked for
    int64_t priceFrom = 0;
    int64_t priceTo = std::numeric_limits<int64_t>::max();
    int32_t mileageFrom = 0;
    int32_t mileageTo = std::numeric_limits<int32_t>::max();
    int32_t yearFrom = 0;
    int32_t yearTo = std::numeric_limits<int32_t>::max();
    int32_t etaTo = std::numeric_limits<int32_t>::max();
    int32_t ratingFrom = 0;
    std::array<uint16_t, kClosedFacets> masks{kAnyWord, kAnyWord, kAnyWord, kAnyWord, kAnyWord};
};

// The same of a car, and which terms it holds: bits by number.
struct CarNumbers
{
    int64_t price = 0;
    int32_t mileage = 0;
    int32_t year = 0;
    int32_t eta = 0;
    int32_t rating = 0;
    std::array<uint16_t, kClosedFacets> bits{};
    std::vector<uint64_t> terms;

    bool holds(uint32_t term) const { return (terms[term / 64] >> (term % 64)) & 1; }
};

// Saved searches side by side, so that a car is held against eight at a time: first coarsely, by columns of 16 bits, and
// exactly only those of which these cannot tell.
class PercolatorBucket
{
public:
    using TermGroup = std::vector<uint32_t>;

    // Of each group the car has to hold a term.
    void add(uint32_t slot, const SavedNumbers &wanted, const std::vector<TermGroup> &groups);
    template <typename IsDead>
    void removeIf(IsDead isDead);
    // Calls with the slots of those that the car fits, in the order in which they were added.
    template <typename Visit>
    void forEachFitting(const CarNumbers &car, Visit visit) const;

private:
    static constexpr size_t kLanes = 8;
    typedef int16_t Lanes __attribute__((vector_size(kLanes * sizeof(int16_t)))); // as GCC and clang have them
    typedef uint8_t Bytes __attribute__((vector_size(kLanes)));
    // What has to be at most the car's, at least the car's, or share a bit with it.
    enum AtMost { PriceFrom, MileageFrom, YearFrom, RatingFrom, kAtMost };
    enum AtLeast { PriceTo, MileageTo, YearTo, EtaTo, kAtLeast };
    static constexpr uint32_t kNoTerms = std::numeric_limits<uint32_t>::max();
    struct Entry
    {
        uint32_t slot = 0;
        uint32_t terms = kNoTerms; // where they begin in m_terms
    };
    struct Bounds
    {
        int64_t priceFrom = 0;
        int64_t priceTo = 0;
        int32_t mileageFrom = 0;
        int32_t mileageTo = 0;

        bool hold(const CarNumbers &car) const
        {
            return priceFrom <= car.price && car.price <= priceTo && mileageFrom <= car.mileage && car.mileage <= mileageTo;
        }
    };
    struct Coarse
    {
        std::array<int16_t, kAtMost> atMost{};
        std::array<int16_t, kAtLeast> atLeast{};
        std::array<int16_t, kClosedFacets> words{};
    };
    struct Block
    {
        void set(size_t lane, const Coarse &wanted);
        Coarse at(size_t lane) const;
        uint32_t fitting(const Coarse &car) const;   // bits by lane
        uint32_t onTheEdge(const Coarse &car) const; // those of whose prices and mileages only the exact numbers tell

        std::array<Lanes, kAtMost> atMost{};
        std::array<Lanes, kAtLeast> atLeast{};
        std::array<Lanes, kClosedFacets> words{}; // noughts share no bit with anything: a free lane fits nothing
    };

    static Coarse coarse(const CarNumbers &car);
    static uint32_t bitsOf(const Lanes &lanes);
    static bool holdsTerms(const uint32_t *groups, const CarNumbers &car);
    void push(const Entry &entry, const Bounds &bounds, const Coarse &wanted);
    uint32_t keepTerms(const uint32_t *groups);

    std::vector<Block> m_blocks; // the last one may have free lanes, which nothing fits
    std::vector<Entry> m_entries;
    std::vector<Bounds> m_bounds; // of each entry: seldom read
    // Beside them, so that what is read after one another lies so: how many groups, then each its length and its terms.
    std::vector<uint32_t> m_terms;
};

template <typename IsDead>
void PercolatorBucket::removeIf(IsDead isDead)
{
    PercolatorBucket rest;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (isDead(m_entries[i].slot))
            continue;
        Entry entry = m_entries[i];
        if (entry.terms != kNoTerms)
            entry.terms = rest.keepTerms(&m_terms[entry.terms]);
        rest.push(entry, m_bounds[i], m_blocks[i / kLanes].at(i % kLanes));
    }
    *this = std::move(rest);
}

template <typename Visit>
void PercolatorBucket::forEachFitting(const CarNumbers &car, Visit visit) const
{
    const Coarse of = coarse(car);
    for (size_t block = 0; block < m_blocks.size(); ++block) {
        const uint32_t fitting = m_blocks[block].fitting(of);
        const uint32_t onTheEdge = fitting ? m_blocks[block].onTheEdge(of) : 0;
        for (uint32_t left = fitting; left != 0; left &= left - 1) {
            const auto lane = size_t(std::countr_zero(left));
            const size_t at = block * kLanes + lane;
            if ((onTheEdge >> lane & 1) && !m_bounds[at].hold(car))
                continue;
            const Entry &entry = m_entries[at];
            if (entry.terms == kNoTerms || holdsTerms(&m_terms[entry.terms], car))
                visit(entry.slot);
        }
    }
}

} // namespace cargo::search
