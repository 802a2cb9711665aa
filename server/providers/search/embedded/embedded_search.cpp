// The reading half of EmbeddedIndex.
#include "server/providers/search/embedded/embedded_index.h"
#include "server/providers/search/text_analysis.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

namespace cargo::search {

namespace {
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr float kScoreScale = 1024.0F;

// A cursor belongs to its conditions: with another filter or order it means nothing.
QByteArray tagOf(const SearchQuery &query)
{
    return QCryptographicHash::hash(query.conditions(), QCryptographicHash::Sha1).first(6).toHex();
}

QByteArray writeCursor(const SearchQuery &query, qint64 key, const Uuid &id, qint64 listings)
{
    return QByteArray("s2:" + tagOf(query) + ':' + QByteArray::number(key) + ':' + id.toText() + ':'
                      + QByteArray::number(listings))
        .toBase64(kBase64);
}
} // namespace

Result<Answer> EmbeddedIndex::search(const SearchQuery &query) const
{
    std::optional<Position> after;
    if (!query.cursor.isEmpty()) {
        const auto decoded = QByteArray::fromBase64Encoding(query.cursor, kBase64 | QByteArray::AbortOnBase64DecodingErrors);
        const QList<QByteArray> parts = decoded ? decoded.decoded.split(':') : QList<QByteArray>();
        bool number = false;
        if (parts.size() != 5 || parts[0] != "s2" || parts[1] != tagOf(query))
            return {ErrorCode::CursorInvalid, QStringLiteral("cursor")};
        const qint64 key = parts[2].toLongLong(&number);
        const auto id = Uuid::fromText(QByteArrayView(parts[3]));
        bool counted = false;
        const qint64 listings = parts[4].toLongLong(&counted);
        if (!number || !id || !counted || listings < 0)
            return {ErrorCode::CursorInvalid, QStringLiteral("cursor")};
        after = Position{key, *id, listings};
    }
    Answer answer;
    const std::shared_lock guard(m_lock);
    const Filter filter = makeFilter(query, m_dictionaries);
    if (query.text.isEmpty() && !query.wantFacets)
        searchOrdered(query, filter, after, answer);
    else
        searchCounted(query, filter, after, answer);
    return answer;
}

qint64 EmbeddedIndex::countMatches(const Filter &filter, const Orders &orders) const
{
    // A price range alone is two binary searches.
    bool onlyPrice = true;
    for (const int dimension : filter.active)
        onlyPrice = onlyPrice && (dimension == kPrice || dimension == int(SearchQuery::Facet::Brand));
    const auto &prices = orders[size_t(Order::Price)];
    const auto low =
        std::lower_bound(prices.begin(), prices.end(), filter.priceFrom, [](const Entry &e, qint64 key) { return e.key < key; });
    const auto high = std::upper_bound(low, prices.end(), filter.priceTo, [](qint64 key, const Entry &e) { return key < e.key; });
    if (onlyPrice)
        return high - low;
    return std::count_if(low, high, [&](const Entry &e) { return filter.passesAll(m_rows[e.slot]); });
}

void EmbeddedIndex::searchOrdered(const SearchQuery &query, const Filter &filter, const std::optional<Position> &after,
                                  Answer &answer) const
{
    // The lists of the chosen brands, or the one of all listings.
    std::vector<const Orders *> sources;
    const auto &brands = filter.allowed[size_t(SearchQuery::Facet::Brand)];
    if (brands.empty()) {
        sources.push_back(&m_all);
    } else {
        for (size_t code = 0; code < brands.size() && code < m_byBrand.size(); ++code) {
            if (brands[code] && m_byBrand[code])
                sources.push_back(m_byBrand[code].get());
        }
    }
    const Order order = orderOf(query.sort);
    const bool descending = isDescending(query.sort);
    std::vector<Ranked> ranked;
    for (const Orders *source : sources) {
        answer.total += countMatches(filter, *source);
        const auto &list = (*source)[size_t(order)];
        // Walk from the cursor until a page and one more are found.
        const auto before = [this](const Entry &e, const Position &p) {
            return e.key != p.key ? e.key < p.key : m_ids[e.slot].uuid < p.id;
        };
        const auto behind = [this](const Position &p, const Entry &e) {
            return e.key != p.key ? p.key < e.key : p.id < m_ids[e.slot].uuid;
        };
        int taken = 0;
        const auto take = [&](const Entry &entry) {
            if (filter.passesAll(m_rows[entry.slot])) {
                ranked.push_back({entry.key, entry.slot, 0});
                ++taken;
            }
            return taken <= query.limit;
        };
        qsizetype low = 0;
        auto high = qsizetype(list.size());
        if (order == Order::Price) {
            low = std::lower_bound(list.begin(), list.end(), filter.priceFrom,
                                   [](const Entry &e, qint64 key) { return e.key < key; })
                  - list.begin();
            high = std::upper_bound(list.begin() + low, list.end(), filter.priceTo,
                                    [](qint64 key, const Entry &e) { return key < e.key; })
                   - list.begin();
        }
        if (descending) {
            if (after)
                high = std::min(high, qsizetype(std::lower_bound(list.begin(), list.end(), *after, before) - list.begin()));
            for (qsizetype i = high; i-- > low && take(list[size_t(i)]);) {}
        } else {
            if (after)
                low = std::max(low, qsizetype(std::upper_bound(list.begin(), list.end(), *after, behind) - list.begin()));
            for (qsizetype i = low; i < high && take(list[size_t(i)]); ++i) {}
        }
    }
    takePage(query, ranked, after, answer);
}

void EmbeddedIndex::takePage(const SearchQuery &query, std::vector<Ranked> &ranked, const std::optional<Position> &after,
                             Answer &answer) const
{
    const bool byScore = query.sort == SearchQuery::Sort::Relevance && !query.text.isEmpty();
    const bool descending = byScore || isDescending(query.sort);
    const auto comesFirst = [&](const Ranked &a, const Ranked &b) {
        if (a.key != b.key)
            return descending ? a.key > b.key : a.key < b.key;
        return descending ? m_ids[b.slot] < m_ids[a.slot] : m_ids[a.slot] < m_ids[b.slot];
    };
    if (after) {
        std::erase_if(ranked, [&](const Ranked &r) {
            if (r.key != after->key)
                return descending ? r.key > after->key : r.key < after->key;
            return descending ? after->id <= m_ids[r.slot].uuid : m_ids[r.slot].uuid <= after->id;
        });
    }
    const auto wanted = std::min(ranked.size(), size_t(query.limit) + 1);
    std::partial_sort(ranked.begin(), ranked.begin() + qsizetype(wanted), ranked.end(), comesFirst);
    const bool more = wanted > size_t(query.limit);
    const size_t shown = more ? size_t(query.limit) : wanted;
    for (size_t i = 0; i < shown; ++i)
        answer.hits.push_back({m_ids[ranked[i].slot], double(ranked[i].score)});
    if (more)
        answer.nextCursor = writeCursor(query, ranked[shown - 1].key, m_ids[ranked[shown - 1].slot].uuid,
                                        after ? after->listings : qint64(m_liveCount));
}

std::optional<std::vector<std::pair<quint32, float>>> EmbeddedIndex::matchText(const SearchQuery &query,
                                                                               const std::optional<Position> &after,
                                                                               Answer &answer) const
{
    if (query.text.isEmpty())
        return std::nullopt;
    const std::vector<TextIndex::Meaning> meanings = m_text->analyse(query.text);
    if (meanings.empty())
        return std::vector<std::pair<quint32, float>>();
    QString searched;
    bool corrected = false;
    for (const TextIndex::Meaning &meaning : meanings) {
        corrected = corrected || !meaning.corrected.isEmpty();
        searched += (searched.isEmpty() ? QString() : QStringLiteral(" "))
                    + (meaning.corrected.isEmpty() ? meaning.typed : meaning.corrected);
        if (!meaning.synonym.isEmpty())
            answer.appliedSynonyms.push_back(meaning.typed + QStringLiteral(" = ") + meaning.synonym);
    }
    if (corrected)
        answer.didYouMean = searched;
    TextIndex::Match match = m_text->match(meanings, m_live, after ? size_t(after->listings) : m_liveCount);
    answer.relaxed = std::move(match.relaxed);
    return std::move(match.slots);
}

// Every row, or with chosen brands their rows alone: a row of another brand counts for the facet of brands only, and how many
// of those pass the other filters is mostly known without a look at them.
void EmbeddedIndex::countAll(const Filter &filter, FacetCounter &counter) const
{
    const auto &chosen = filter.allowed[size_t(SearchQuery::Facet::Brand)];
    if (chosen.empty()) {
        for (quint32 slot = 0; slot < m_rows.size(); ++slot) {
            if (m_live[slot])
                counter.add(m_rows[slot]);
        }
        return;
    }
    Filter others = filter;
    std::erase(others.active, int(SearchQuery::Facet::Brand));
    for (size_t brand = 0; brand < m_byBrand.size(); ++brand) {
        if (!m_byBrand[brand])
            continue;
        if (!chosen[brand]) {
            counter.addToBrand(brand, int(countMatches(others, *m_byBrand[brand])));
            continue;
        }
        // By publication: mostly the order in which rows lie in memory.
        for (const Entry &entry : (*m_byBrand[brand])[size_t(Order::Published)])
            counter.add(m_rows[entry.slot]);
    }
}

void EmbeddedIndex::searchCounted(const SearchQuery &query, const Filter &filter, const std::optional<Position> &after,
                                  Answer &answer) const
{
    const auto text = matchText(query, after, answer);
    FacetCounter counter(filter, m_dictionaries);
    if (!text) {
        // The page comes from the sorted lists; only the counting looks at rows.
        searchOrdered(query, filter, after, answer);
        countAll(filter, counter);
        answer.facets = counter.facets(query);
        answer.ranges = counter.ranges();
        return;
    }
    thread_local std::vector<Ranked> ranked;
    ranked.clear();
    const Order order = orderOf(query.sort);
    const bool byScore = query.sort == SearchQuery::Sort::Relevance;
    const auto visit = [&](quint32 slot, float score) {
        const Row &row = m_rows[slot];
        const bool matches = query.wantFacets ? counter.add(row) : filter.passesAll(row);
        if (matches)
            ranked.push_back({byScore ? qint64(std::lround(score * kScoreScale)) : keyOf(row, order), slot, score});
    };
    for (const auto &[slot, score] : *text)
        visit(slot, score);
    answer.total = qint64(ranked.size());
    takePage(query, ranked, after, answer);
    if (query.wantFacets) {
        answer.facets = counter.facets(query);
        answer.ranges = counter.ranges();
    }
}

} // namespace cargo::search
