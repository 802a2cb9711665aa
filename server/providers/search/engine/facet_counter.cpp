#include "server/providers/search/engine/facet_counter.h"

#include <algorithm>

namespace cargo::search::engine {

namespace {
constexpr size_t kStepsMost = 16'384; // along a sorted list, before all that matches is looked at instead

// Words of bits with what is not in them: the listings of a segment that do not match, the dead too.
template <typename F>
void forEachMissing(const Segment &segment, const Bits &bits, const Bits *alsoThere, F &&f)
{
    const Bits everything = allSet(segment.size() % 64 ? segment.size() % 64 : 64);
    for (size_t w = 0; w < segment.words(); ++w) {
        uint64_t rest = ~(alsoThere ? bits[w] | (*alsoThere)[w] : bits[w]);
        if (w + 1 == segment.words())
            rest &= everything.front();
        for (; rest; rest &= rest - 1)
            f(uint32_t(w * 64 + size_t(std::countr_zero(rest))));
    }
}
} // namespace

FacetCounter::FacetCounter(const Snapshot &snapshot, const Filters &filters, Scratch &scratch)
    : m_snapshot(snapshot), m_filters(filters), m_scratch(scratch)
{
    for (size_t lane = 0; lane < kLanes; ++lane)
        clear(m_scratch.lanes[lane], lane);
    if (m_scratch.own.size() < filters.size())
        m_scratch.own.resize(filters.size());
    for (size_t i = 0; i < filters.size(); ++i)
        clear(m_scratch.own[i], lanePlace(filters.dimension(i)).lane);
    for (size_t d = 0; d < kFacetDimensions; ++d)
        m_counts[d].assign(placesOf(Dimension(d), snapshot.sizes), 0);
}

void FacetCounter::clear(Counts &counts, size_t lane) const
{
    counts.resize(size_t(kNoTuple) + 1);
    std::fill_n(counts.begin(), m_snapshot.sizes.lanes[lane], 0);
    counts[kNoTuple] = 0;
}

void FacetCounter::add(const Part &part, const Matches &matches)
{
    const Segment &segment = *part.segment;
    countAll(segment, matches);
    for (size_t i = 0; i < m_filters.size(); ++i) {
        if (m_filters.dimension(i) != Dimension::Published)
            countOwn(segment, matches, i);
    }
    extend(m_price, Dimension::Price, Segment::ByPrice, part, matches);
    extend(m_mileage, Dimension::Mileage, Segment::ByMileage, part, matches);
    m_isFirst = false;
}

void FacetCounter::countAll(const Segment &segment, const Matches &matches)
{
    uint32_t *a = m_scratch.lanes[0].data();
    uint32_t *b = m_scratch.lanes[1].data();
    uint32_t *c = m_scratch.lanes[2].data();
    uint32_t *d = m_scratch.lanes[3].data();
    const uint64_t *lanes = segment.lanes.data();
    std::array<uint32_t, kLanes> before{};
    for (size_t lane = 0; lane < kLanes; ++lane)
        before[lane] = m_scratch.lanes[lane][kNoTuple];
    if (m_isFirst && !segment.totals[0].empty() && matches.count * 2 > segment.size()) {
        for (size_t lane = 0; lane < kLanes; ++lane) {
            std::copy_n(segment.totals[lane].begin(), m_snapshot.sizes.lanes[lane], m_scratch.lanes[lane].begin());
            m_scratch.lanes[lane][kNoTuple] = segment.totals[lane][kNoTuple];
        }
        forEachMissing(segment, matches.all, nullptr, [&](uint32_t document) {
            const uint64_t packed = lanes[document];
            --a[uint16_t(packed)];
            --b[uint16_t(packed >> 16)];
            --c[uint16_t(packed >> 32)];
            --d[packed >> 48];
        });
    } else {
        forEachBit(matches.all.data(), segment.words(), [&](uint32_t document) {
            const uint64_t packed = lanes[document];
            ++a[uint16_t(packed)];
            ++b[uint16_t(packed >> 16)];
            ++c[uint16_t(packed >> 32)];
            ++d[packed >> 48];
        });
    }
    for (size_t lane = 0; lane < kLanes; ++lane) {
        if (m_scratch.lanes[lane][kNoTuple] != before[lane])
            countByColumns(segment, matches.all, lane, std::nullopt);
    }
}

void FacetCounter::countOwn(const Segment &segment, const Matches &matches, size_t filter)
{
    const Bits &failing = matches.failing[filter];
    const size_t lane = lanePlace(m_filters.dimension(filter)).lane;
    const unsigned shift = unsigned(16 * lane);
    Counts &own = m_scratch.own[filter];
    const uint32_t before = own[kNoTuple];
    const uint64_t *lanes = segment.lanes.data();
    const size_t missing = segment.size() - matches.count - matches.failingCounts[filter];
    if (m_isFirst && !segment.totals[0].empty() && missing + m_snapshot.sizes.lanes[lane] < matches.failingCounts[filter]) {
        // What fails this filter alone is everything, less what matches, less what fails others. No part was added before
        // this one, so that the lane holds what matches here.
        const Counts &matching = m_scratch.lanes[lane];
        const auto put = [&](size_t code) { own[code] = segment.totals[lane][code] - matching[code]; };
        for (size_t code = 0; code < m_snapshot.sizes.lanes[lane]; ++code)
            put(code);
        put(kNoTuple);
        forEachMissing(segment, matches.all, &failing, [&](uint32_t document) { --own[uint16_t(lanes[document] >> shift)]; });
    } else {
        forEachBit(failing.data(), segment.words(), [&](uint32_t document) { ++own[uint16_t(lanes[document] >> shift)]; });
    }
    if (own[kNoTuple] != before)
        countByColumns(segment, failing, lane, m_filters.dimension(filter));
}

// For those whose combination has no number.
void FacetCounter::countByColumns(const Segment &segment, const Bits &bits, size_t lane, std::optional<Dimension> only)
{
    forEachBit(bits.data(), segment.words(), [&](uint32_t document) {
        if (segment.laneCode(document, lane) != kNoTuple)
            return;
        for (const Dimension dimension : kLaneDimensions[lane]) {
            if (dimension != Dimension::Published && (!only || dimension == *only))
                ++m_counts[at(dimension)][segment.placeIn(dimension, document)];
        }
    });
}

void FacetCounter::tellApart(const Counts &counts, size_t lane, std::optional<Dimension> only)
{
    std::array<uint32_t *, 4> into{};
    uint32_t nowhere[1] = {0};
    std::array<bool, 4> wanted{};
    for (size_t column = 0; column < 4; ++column) {
        const Dimension dimension = kLaneDimensions[lane][column];
        wanted[column] = dimension != Dimension::Published && (!only || dimension == *only);
        into[column] = wanted[column] ? m_counts[at(dimension)].data() : nowhere;
    }
    for (uint32_t code = 0; code < m_snapshot.sizes.lanes[lane]; ++code) {
        const uint32_t count = counts[code];
        if (count == 0)
            continue;
        const Tuple &tuple = m_snapshot.catalog->lanes[lane].tuple(uint16_t(code));
        for (size_t column = 0; column < 4; ++column) {
            if (wanted[column])
                into[column][tuple[column]] += count;
        }
    }
}

void FacetCounter::extend(Extent &extent, Dimension dimension, Segment::Order order, const Part &part,
                          const Matches &matches) const
{
    const Segment &segment = *part.segment;
    const Bits *failing = nullptr; // its own filter is left out
    size_t count = matches.count;
    for (size_t i = 0; i < m_filters.size(); ++i) {
        if (m_filters.dimension(i) == dimension) {
            failing = &matches.failing[i];
            count += matches.failingCounts[i];
        }
    }
    if (count == 0)
        return;
    const auto has = [&](uint32_t document) {
        return test(matches.all.data(), document) || (failing && test(failing->data(), document));
    };
    const NumberColumn &column = segment.number(dimension);
    const std::vector<uint32_t> &sorted = segment.orders[order];
    if (!sorted.empty() && count > segment.size() / 64) {
        const size_t steps = std::min(sorted.size(), kStepsMost);
        const auto first = std::find_if(sorted.begin(), sorted.begin() + ptrdiff_t(steps), has);
        const auto last = std::find_if(sorted.rbegin(), sorted.rbegin() + ptrdiff_t(steps), has);
        if (first != sorted.begin() + ptrdiff_t(steps) && last != sorted.rbegin() + ptrdiff_t(steps)) {
            extent.least = std::min(extent.least, column.at(*first));
            extent.greatest = std::max(extent.greatest, column.at(*last));
            return;
        }
    }
    uint32_t least = kNoDocument, greatest = 0;
    const auto look = [&](uint32_t document) {
        const uint32_t code = column.codes().at(document);
        least = std::min(least, code);
        greatest = std::max(greatest, code);
    };
    forEachBit(matches.all.data(), segment.words(), look);
    if (failing)
        forEachBit(failing->data(), segment.words(), look);
    extent.least = std::min(extent.least, column.distinct()[least]);
    extent.greatest = std::max(extent.greatest, column.distinct()[greatest]);
}

void FacetCounter::writeTo(Answer &answer)
{
    for (size_t lane = 0; lane < kLanes; ++lane)
        tellApart(m_scratch.lanes[lane], lane, std::nullopt);
    for (size_t i = 0; i < m_filters.size(); ++i) {
        const Dimension dimension = m_filters.dimension(i);
        if (dimension != Dimension::Published)
            tellApart(m_scratch.own[i], lanePlace(dimension).lane, dimension);
    }
    for (size_t f = 0; f < kWordDimensions; ++f) {
        std::vector<uint8_t> asked(m_counts[f].size(), 0);
        for (size_t i = 0; i < m_filters.size(); ++i) {
            if (m_filters.dimension(i) == Dimension(f)) {
                for (const uint16_t code : m_filters.chosen(i))
                    asked[code] = 1;
            }
        }
        for (uint32_t code = 0; code < m_counts[f].size(); ++code) {
            if (m_counts[f][code] == 0 && !asked[code])
                continue;
            const std::string &value = m_snapshot.catalog->vocabularies[f].value(uint16_t(code));
            if (!value.empty())
                answer.facets[f].push_back({value, m_counts[f][code]});
        }
    }
    const auto copy = [this](Dimension dimension, auto &to) {
        std::copy(m_counts[at(dimension)].begin(), m_counts[at(dimension)].end(), to.begin());
    };
    copy(Dimension::Year, answer.years);
    copy(Dimension::Price, answer.prices);
    copy(Dimension::Mileage, answer.mileages);
    copy(Dimension::Eta, answer.etas);
    copy(Dimension::Rating, answer.ratings);
    if (m_price.least <= m_price.greatest)
        answer.price = m_price;
    if (m_mileage.least <= m_mileage.greatest)
        answer.mileage = m_mileage;
}

} // namespace cargo::search::engine
