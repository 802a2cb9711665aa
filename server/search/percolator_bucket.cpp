#include "server/search/percolator_bucket.h"

#include <algorithm>
#include <cstring>

namespace cargo::search {

namespace {

int16_t narrow(int32_t value) { return int16_t(std::clamp<int32_t>(value, 0, std::numeric_limits<int16_t>::max())); }

// Grows with the number and never falls, in steps of less than half a per cent: one that lies beyond a bound by steps does so in
// truth, and so does one that lies within them; of one in the same step the numbers themselves tell.
int16_t steps(int64_t number)
{
    constexpr int kBits = 8; // of the number, behind its highest one
    const uint64_t value = uint64_t(std::max<int64_t>(number, 0)) + (1U << kBits);
    const int highest = 63 - std::countl_zero(value);
    return int16_t((highest - kBits) << kBits | int(value >> (highest - kBits) & ((1U << kBits) - 1)));
}

} // namespace

void PercolatorBucket::Block::set(size_t lane, const Coarse &wanted)
{
    for (size_t i = 0; i < kAtMost; ++i)
        atMost[i][lane] = wanted.atMost[i];
    for (size_t i = 0; i < kAtLeast; ++i)
        atLeast[i][lane] = wanted.atLeast[i];
    for (size_t i = 0; i < kClosedFacets; ++i)
        words[i][lane] = wanted.words[i];
}

PercolatorBucket::Coarse PercolatorBucket::Block::at(size_t lane) const
{
    Coarse wanted;
    for (size_t i = 0; i < kAtMost; ++i)
        wanted.atMost[i] = atMost[i][lane];
    for (size_t i = 0; i < kAtLeast; ++i)
        wanted.atLeast[i] = atLeast[i][lane];
    for (size_t i = 0; i < kClosedFacets; ++i)
        wanted.words[i] = words[i][lane];
    return wanted;
}

uint32_t PercolatorBucket::Block::fitting(const Coarse &car) const
{
    Lanes fits = ~Lanes{};
    for (size_t i = 0; i < kAtMost; ++i)
        fits &= atMost[i] <= car.atMost[i];
    for (size_t i = 0; i < kAtLeast; ++i)
        fits &= atLeast[i] >= car.atLeast[i];
    for (size_t i = 0; i < kClosedFacets; ++i)
        fits &= (words[i] & car.words[i]) != 0;
    return bitsOf(fits);
}

uint32_t PercolatorBucket::Block::onTheEdge(const Coarse &car) const
{
    return bitsOf((atMost[PriceFrom] == car.atMost[PriceFrom]) | (atMost[MileageFrom] == car.atMost[MileageFrom])
                  | (atLeast[PriceTo] == car.atLeast[PriceTo]) | (atLeast[MileageTo] == car.atLeast[MileageTo]));
}

// A bit for each lane; all bits of a lane are one or none is.
uint32_t PercolatorBucket::bitsOf(const Lanes &lanes)
{
    const auto bytes = __builtin_convertvector(lanes & 1, Bytes);
    uint64_t eight = 0;
    std::memcpy(&eight, &bytes, sizeof eight);
    // The lowest bit of each byte is brought into the highest byte, the first byte's lowest.
    return uint32_t(eight * 0x0102'0408'1020'4080 >> 56);
}

PercolatorBucket::Coarse PercolatorBucket::coarse(const CarNumbers &car)
{
    Coarse of;
    of.atMost = {steps(car.price), steps(car.mileage), narrow(car.year), narrow(car.rating)};
    of.atLeast = {steps(car.price), steps(car.mileage), narrow(car.year), narrow(car.eta)};
    for (size_t i = 0; i < kClosedFacets; ++i)
        of.words[i] = int16_t(car.bits[i] | SavedNumbers::kAnyWord);
    return of;
}

bool PercolatorBucket::holdsTerms(const uint32_t *groups, const CarNumbers &car)
{
    for (uint32_t left = *groups++; left > 0; --left) {
        const uint32_t *last = groups + 1 + *groups;
        if (std::none_of(groups + 1, last, [&car](uint32_t term) { return car.holds(term); }))
            return false;
        groups = last;
    }
    return true;
}

void PercolatorBucket::add(uint32_t slot, const SavedNumbers &wanted, const std::vector<TermGroup> &groups)
{
    Coarse of;
    of.atMost = {steps(wanted.priceFrom), steps(wanted.mileageFrom), narrow(wanted.yearFrom), narrow(wanted.ratingFrom)};
    of.atLeast = {steps(wanted.priceTo), steps(wanted.mileageTo), narrow(wanted.yearTo), narrow(wanted.etaTo)};
    std::copy(wanted.masks.begin(), wanted.masks.end(), of.words.begin());
    Entry entry{slot, kNoTerms};
    if (!groups.empty()) {
        entry.terms = uint32_t(m_terms.size());
        m_terms.push_back(uint32_t(groups.size()));
        for (const TermGroup &group : groups) {
            m_terms.push_back(uint32_t(group.size()));
            m_terms.insert(m_terms.end(), group.begin(), group.end());
        }
    }
    push(entry, {wanted.priceFrom, wanted.priceTo, wanted.mileageFrom, wanted.mileageTo}, of);
}

// From another bucket.
uint32_t PercolatorBucket::keepTerms(const uint32_t *groups)
{
    const uint32_t *last = groups + 1;
    for (uint32_t left = *groups; left > 0; --left)
        last += 1 + *last;
    const auto at = uint32_t(m_terms.size());
    m_terms.insert(m_terms.end(), groups, last);
    return at;
}

void PercolatorBucket::push(const Entry &entry, const Bounds &bounds, const Coarse &wanted)
{
    const size_t lane = m_entries.size() % kLanes;
    if (lane == 0)
        m_blocks.emplace_back();
    m_blocks.back().set(lane, wanted);
    m_entries.push_back(entry);
    m_bounds.push_back(bounds);
}

} // namespace cargo::search
