#include "server/providers/search/engine/facet_counter.h"

#include "server/providers/search/engine/traits.h"

#include <algorithm>

namespace cargo::search::engine {

namespace {
// The least and the greatest of many are near the ends of a sorted list; of few, all are looked at, and so are they when the
// walk from the ends finds none within so many steps.
constexpr size_t kStepsMost = 4'096;
constexpr size_t kWalkFromShare = 32; // a thirty-second of the segment

// What is not in `bits` nor in `more`: the listings of a segment that do not match, the dead too.
Bits missingFrom(const Segment &segment, const Bits &bits, const Bits *more)
{
    Bits missing = allSet(segment.size());
    for (size_t w = 0; w < missing.size(); ++w)
        missing[w] &= ~(more ? bits[w] | (*more)[w] : bits[w]);
    return missing;
}

// Neighbours often have the same value, and an increment waits for the one before it: they take turns in four lists.
template <typename T>
void countColumn(const T *column, const uint64_t *bits, size_t words, std::vector<uint32_t> &counts, uint32_t by)
{
    thread_local std::vector<uint32_t> turns;
    const size_t places = counts.size();
    turns.assign(places * 4, 0);
    uint32_t *lists[4] = {turns.data(), turns.data() + places, turns.data() + 2 * places, turns.data() + 3 * places};
    for (size_t w = 0; w < words; ++w) {
        const T *here = column + w * 64;
        uint64_t rest = bits[w];
        while (rest) {
            for (uint32_t *list : lists) {
                if (!rest)
                    break;
                ++list[here[std::countr_zero(rest)]];
                rest &= rest - 1;
            }
        }
    }
    for (size_t i = 0; i < places; ++i)
        counts[i] += by * (lists[0][i] + lists[1][i] + lists[2][i] + lists[3][i]); // by: 1, or -1 as it wraps around
}
} // namespace

FacetCounter::FacetCounter(const Snapshot &snapshot, const Filters &filters, Lanes &scratch)
    : m_snapshot(snapshot), m_filters(filters), m_lanes(scratch)
{
    for (size_t lane = 0; lane < kLanes; ++lane) {
        m_lanes[lane].resize(size_t(kNoTuple) + 1);
        std::fill_n(m_lanes[lane].begin(), m_snapshot.sizes.lanes[lane], 0);
        m_lanes[lane][kNoTuple] = 0;
    }
    for (size_t i = 0; i < filters.size(); ++i)
        m_isFiltered[at(filters.dimension(i))] = true;
    for (size_t d = 0; d < kFacetDimensions; ++d)
        m_counts[d].assign(placesOf(Dimension(d), snapshot.sizes), 0);
}

void FacetCounter::add(const Part &part, const Matches &matches)
{
    const Segment &segment = *part.segment;
    countLanes(segment, matches);
    countTraits(segment, matches);
    for (size_t i = 0; i < m_filters.size(); ++i) {
        if (hasPlaces(m_filters.dimension(i)))
            countOwn(segment, matches, i);
    }
    extend(m_price, Dimension::Price, Segment::ByPrice, part, matches);
    extend(m_mileage, Dimension::Mileage, Segment::ByMileage, part, matches);
}

void FacetCounter::countLanes(const Segment &segment, const Matches &matches)
{
    uint32_t *a = m_lanes[0].data();
    uint32_t *b = m_lanes[1].data();
    uint32_t *c = m_lanes[2].data();
    uint32_t *d = m_lanes[3].data();
    const uint64_t *lanes = segment.lanes.data();
    std::array<uint32_t, kLanes> before{};
    for (size_t lane = 0; lane < kLanes; ++lane)
        before[lane] = m_lanes[lane][kNoTuple];
    const auto countBy = [=](uint32_t by) {
        return [=](uint32_t document) {
            const uint64_t packed = lanes[document];
            a[uint16_t(packed)] += by;
            b[uint16_t(packed >> 16)] += by;
            c[uint16_t(packed >> 32)] += by;
            d[packed >> 48] += by;
        };
    };
    if (!segment.laneTotals[0].empty() && matches.all.count() * 2 > segment.size()) {
        for (size_t lane = 0; lane < kLanes; ++lane) {
            for (size_t code = 0; code < segment.laneTotals[lane].size(); ++code)
                m_lanes[lane][code] += segment.laneTotals[lane][code];
            m_lanes[lane][kNoTuple] += segment.withoutTuple[lane];
        }
        forEachBit(missingFrom(segment, matches.all.bits(), nullptr).data(), segment.words(), countBy(uint32_t(-1)));
    } else {
        matches.all.forEach(countBy(1));
    }
    for (size_t lane = 0; lane < kLanes; ++lane) {
        if (m_lanes[lane][kNoTuple] != before[lane])
            countByColumns(segment, matches.all, lane);
    }
}

// Those whose combination has no number.
void FacetCounter::countByColumns(const Segment &segment, const DocumentSet &documents, size_t lane)
{
    documents.forEach([&](uint32_t document) {
        if (segment.laneCode(document, lane) != kNoTuple)
            return;
        for (const Dimension dimension : kLaneDimensions[lane]) {
            if (dimension != Dimension::Published && !m_isFiltered[at(dimension)])
                ++m_counts[at(dimension)][segment.placeIn(dimension, document)];
        }
    });
}

void FacetCounter::count(const Codes &column, const Bits &bits, Counts &counts, uint32_t by)
{
    column.visit([&](const auto *places) { countColumn(places, bits.data(), bits.size(), counts, by); });
}

void FacetCounter::count(const Codes &column, const DocumentSet &documents, Counts &counts)
{
    if (!documents.isListed()) {
        count(column, documents.bits(), counts, 1);
        return;
    }
    column.visit([&](const auto *places) {
        for (const uint32_t document : documents.list())
            ++counts[places[document]];
    });
}

void FacetCounter::countOwn(const Segment &segment, const Matches &matches, size_t filter)
{
    const Dimension dimension = m_filters.dimension(filter);
    Counts &counts = m_counts[at(dimension)];
    const DocumentSet &failing = matches.failing[filter];
    const size_t there = matches.all.count() + failing.count();
    const Codes &column = segment.places(dimension);
    if (segment.totals[at(dimension)].empty() || there * 2 <= segment.size()) {
        count(column, matches.all, counts);
        count(column, failing, counts);
        return;
    }
    for (size_t place = 0; place < segment.totals[at(dimension)].size(); ++place)
        counts[place] += segment.totals[at(dimension)][place];
    if (there < segment.size())
        count(column, missingFrom(segment, matches.all.bits(), &failing.bits()), counts, uint32_t(-1));
}

// What listings have alike is counted once and told apart behind: one increment a listing, however many traits it has.
void FacetCounter::countTraits(const Segment &segment, const Matches &matches)
{
    if (matches.all.count() == 0 || m_snapshot.sizes.traits == 0)
        return;
    const std::vector<int64_t> &masks = segment.traits.distinct();
    Counts counts(masks.size(), 0);
    if (!segment.traitTotals.empty() && matches.all.count() * 2 > segment.size()) {
        std::copy(segment.traitTotals.begin(), segment.traitTotals.end(), counts.begin());
        if (matches.all.count() < segment.size())
            count(segment.traits.codes(), missingFrom(segment, matches.all.bits(), nullptr), counts, uint32_t(-1));
    } else {
        count(segment.traits.codes(), matches.all, counts);
    }
    for (size_t place = 0; place < masks.size(); ++place) {
        if (counts[place] > 0)
            forEachTrait(masks[place], [&](size_t bit) { m_traits[bit] += counts[place]; });
    }
}

void FacetCounter::tellApart()
{
    for (size_t lane = 0; lane < kLanes; ++lane) {
        std::array<uint32_t *, 4> into{};
        size_t columns = 0;
        std::array<size_t, 4> from{};
        for (size_t column = 0; column < 4; ++column) {
            const Dimension dimension = kLaneDimensions[lane][column];
            if (dimension == Dimension::Published || m_isFiltered[at(dimension)])
                continue;
            from[columns] = column;
            into[columns++] = m_counts[at(dimension)].data();
        }
        for (uint32_t code = 0; columns > 0 && code < m_snapshot.sizes.lanes[lane]; ++code) {
            const uint32_t count = m_lanes[lane][code];
            if (count == 0)
                continue;
            const Tuple &tuple = m_snapshot.catalog->lanes[lane].tuple(uint16_t(code));
            for (size_t i = 0; i < columns; ++i)
                into[i][tuple[from[i]]] += count;
        }
    }
}

void FacetCounter::extend(Extent &extent, Dimension dimension, Segment::Order order, const Part &part,
                          const Matches &matches) const
{
    const Segment &segment = *part.segment;
    const DocumentSet *failing = nullptr; // its own filter is left out
    size_t count = matches.all.count();
    for (size_t i = 0; i < m_filters.size(); ++i) {
        if (m_filters.dimension(i) == dimension) {
            failing = &matches.failing[i];
            count += failing->count();
        }
    }
    if (count == 0)
        return;
    const auto has = [&](uint32_t document) { return matches.all.has(document) || (failing && failing->has(document)); };
    const NumberColumn &column = segment.number(dimension);
    const std::vector<uint32_t> &sorted = segment.orders[order];
    if (!sorted.empty() && count > segment.size() / kWalkFromShare) {
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
    matches.all.forEach(look);
    if (failing)
        failing->forEach(look);
    extent.least = std::min(extent.least, column.distinct()[least]);
    extent.greatest = std::max(extent.greatest, column.distinct()[greatest]);
}

void FacetCounter::writeTo(Answer &answer)
{
    tellApart();
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
    for (uint32_t bit = 0; bit < m_snapshot.sizes.traits; ++bit) {
        if (m_traits[bit] > 0)
            answer.traits.push_back({m_snapshot.catalog->traits.value(uint16_t(bit)), m_traits[bit]});
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
