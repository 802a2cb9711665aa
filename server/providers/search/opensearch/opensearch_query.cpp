#include "server/providers/search/opensearch/opensearch_query.h"

#include "server/providers/search/engine/ranking.h"
#include "server/providers/search/outside_cursor.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace cargo::search::opensearch {

using namespace Qt::Literals;

namespace {
namespace ranking = engine::ranking;
constexpr int kValuesMost = 10'000; // of a facet
// Brings BM25's few points to the scale of the house's prior.
constexpr double kTextScale = 300;
const QByteArray kCursorKind = "o1";

QJsonObject one(const QString &name, const QJsonValue &value) { return {{name, value}}; }
QJsonArray textFields()
{
    const auto weighed = [](const char *name, double weight) {
        return QString(QLatin1String(name) + u'^' + QString::number(weight));
    };
    return {weighed("title", ranking::kTitleWeight), weighed("facts", ranking::kFactWeight), u"description"_s};
}

QJsonObject filterOf(const Condition &condition)
{
    const QString field = QLatin1String(condition.field);
    if (!condition.words.empty())
        return one(u"terms"_s,
                   one(field, QJsonArray::fromStringList(QStringList(condition.words.begin(), condition.words.end()))));
    QJsonObject bounds;
    if (condition.from)
        bounds.insert(u"gte"_s, *condition.from);
    if (condition.to)
        bounds.insert(u"lte"_s, *condition.to);
    return one(u"range"_s, one(field, bounds));
}

QJsonObject allOf(const QJsonArray &filters)
{
    return filters.isEmpty() ? one(u"match_all"_s, QJsonObject()) : one(u"bool"_s, one(u"filter"_s, filters));
}

bool hasDigit(const QString &word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

QJsonObject match(const WishWord &wanted, bool begun, bool forgiving)
{
    QJsonObject asked{{u"query"_s, wanted.word},
                      {u"fields"_s, textFields()},
                      {u"type"_s, begun ? u"bool_prefix"_s : u"best_fields"_s},
                      {u"boost"_s, double(wanted.weight) * kTextScale * (begun ? 0.7 : 1)}};
    if (forgiving && !begun && !hasDigit(wanted.word))
        asked.insert(u"fuzziness"_s, u"AUTO:4,8"_s);
    return one(u"multi_match"_s, asked);
}

QJsonObject textQuery(const std::vector<AskedWord> &words, const Strictness &strictness)
{
    QJsonArray should;
    for (size_t i = 0; i < words.size(); ++i) {
        QJsonArray anyOf;
        for (const WishWord &wanted : words[i].anyOf)
            anyOf.append(match(wanted, false, strictness.forgiving && anyOf.isEmpty()));
        if (!words[i].trait.isEmpty())
            anyOf.append(one(u"term"_s, one(u"trait"_s, QJsonObject{{u"value"_s, words[i].trait},
                                                                    {u"boost"_s, double(ranking::kTraitWeight) * kTextScale}})));
        if (words[i].mayBeBegun)
            anyOf.append(match({words[i].typed, 1}, true, false));
        should.append(one(u"dis_max"_s, QJsonObject{{u"queries"_s, anyOf}, {u"_name"_s, QString(u'w' + QString::number(i))}}));
    }
    return one(u"bool"_s, QJsonObject{{u"should"_s, should}, {u"minimum_should_match"_s, strictness.least}});
}

// Of the fields that name a car alone: a description may mention another.
QJsonObject withoutUnwanted(const QJsonObject &asked, const AskedText &text)
{
    if (text.unwanted.empty())
        return asked;
    QJsonArray unwanted;
    for (const std::vector<QString> &name : text.unwanted) {
        const QString all = QStringList(name.begin(), name.end()).join(u' ');
        unwanted.append(one(u"match"_s, one(u"title"_s, QJsonObject{{u"query"_s, all}, {u"operator"_s, u"and"_s}})));
    }
    return one(u"bool"_s, QJsonObject{{u"must"_s, QJsonArray{asked}}, {u"must_not"_s, unwanted}});
}

// Words and prior as the embedded index weighs them: freshness decays by half in two weeks and never to nothing.
QJsonObject ranked(const QJsonObject &text, Timestamp freshAt)
{
    const QJsonObject decay{
        {u"origin"_s, freshAt.unixMs}, {u"scale"_s, qint64(ranking::kFreshnessHalfLifeDays * double(kDayMs))}, {u"decay"_s, 0.5}};
    const QJsonArray functions{
        QJsonObject{{u"exp"_s, one(u"published_at"_s, decay)},
                    {u"weight"_s, ranking::kFreshness * (1 - ranking::kFreshnessFloor)}},
        QJsonObject{{u"field_value_factor"_s, QJsonObject{{u"field"_s, u"points"_s}, {u"missing"_s, 0}}}, {u"weight"_s, 1}}};
    return one(
        u"function_score"_s,
        QJsonObject{{u"query"_s, text}, {u"functions"_s, functions}, {u"score_mode"_s, u"sum"_s}, {u"boost_mode"_s, u"sum"_s}});
}

bool isRanked(const SearchQuery &query) { return query.sort == SearchQuery::Sort::Relevance && !query.text.isEmpty(); }

QJsonArray orderOf(const SearchQuery &query, bool ranked)
{
    using Sort = SearchQuery::Sort;
    const auto by = [](const char *field, const char *way) {
        return QJsonArray{one(QLatin1String(field), QLatin1String(way)), one(u"id"_s, QLatin1String(way))};
    };
    switch (query.sort) {
    case Sort::PriceAsc: return by("price", "asc");
    case Sort::PriceDesc: return by("price", "desc");
    case Sort::MileageAsc: return by("mileage", "asc");
    case Sort::EtaAsc: return by("eta", "asc");
    case Sort::Relevance: return ranked ? by("_score", "desc") : by("published_at", "desc"); // of equal worth: the newest
    case Sort::Newest: break;
    }
    return by("published_at", "desc");
}

QJsonObject countsOf(const std::vector<Condition> &conditions)
{
    QJsonObject aggregations;
    for (size_t i = 0; i < kCounted.size(); ++i) {
        QJsonObject inner{{u"values"_s, one(u"terms"_s, QJsonObject{{u"field"_s, QLatin1String(kCounted[i].field)},
                                                                    {u"size"_s, kValuesMost}})}};
        if (i == kPriceAt || i == kMileageAt) {
            for (const auto &[name, kind] : {std::pair(u"least"_s, u"min"_s), std::pair(u"greatest"_s, u"max"_s)})
                inner.insert(name, one(kind, one(u"field"_s, QLatin1String(kCounted[i].name))));
        }
        aggregations.insert(
            QLatin1String(kCounted[i].name),
            QJsonObject{{u"filter"_s, allOf(filtersOf(conditions, kCounted[i].name, filterOf))}, {u"aggs"_s, inner}});
    }
    return aggregations;
}

Counts readCounts(const QJsonValue &counted)
{
    Counts counts;
    for (const QJsonValue &bucket : counted[u"values"][u"buckets"].toArray())
        counts.values.emplace_back(bucket[u"key"].toVariant().toString(), bucket[u"doc_count"].toInteger());
    if (const QJsonValue least = counted[u"least"][u"value"]; least.isDouble())
        counts.least = qint64(std::llround(least.toDouble()));
    if (const QJsonValue greatest = counted[u"greatest"][u"value"]; greatest.isDouble())
        counts.greatest = qint64(std::llround(greatest.toDouble()));
    return counts;
}
} // namespace

QByteArray writePlace(const SearchQuery &query, const Place &place)
{
    QJsonArray parts{place.freshAt.unixMs, place.strictness.least, int(place.strictness.forgiving)};
    for (const QJsonValue &value : place.after)
        parts.append(value);
    return search::writePlace(query, kCursorKind, QJsonDocument(parts).toJson(QJsonDocument::Compact));
}

std::optional<Place> readPlace(const SearchQuery &query)
{
    const auto text = search::readPlace(query, kCursorKind);
    const QJsonArray parts = text ? QJsonDocument::fromJson(*text).array() : QJsonArray();
    if (parts.size() != 5 || !parts[3].isDouble() || !Uuid::fromText(QStringView(parts[4].toString())))
        return std::nullopt;
    return Place{{parts[0].toInteger()}, {parts[1].toInt(), parts[2].toInt() != 0}, {parts[3], parts[4]}};
}

QJsonObject searchBody(const SearchQuery &query, const AskedText &text, const Place &place)
{
    const std::vector<Condition> conditions = conditionsOf(query);
    const QJsonArray filters = filtersOf(conditions, nullptr, filterOf);
    const bool isByRank = isRanked(query);
    QJsonObject asked = one(u"match_all"_s, QJsonObject());
    if (!text.words.empty())
        asked = textQuery(text.words, place.strictness);
    asked = withoutUnwanted(asked, text);
    if (isByRank)
        asked = ranked(asked, place.freshAt);
    QJsonObject body{{u"size"_s, query.limit + 1},
                     {u"track_total_hits"_s, true},
                     {u"_source"_s, false},
                     {u"sort"_s, orderOf(query, isByRank)}};
    if (query.wantFacets) {
        body.insert(u"aggs"_s, countsOf(conditions));
        if (!filters.isEmpty())
            body.insert(u"post_filter"_s, allOf(filters));
    } else if (!filters.isEmpty()) {
        asked = one(u"bool"_s, QJsonObject{{u"must"_s, QJsonArray{asked}}, {u"filter"_s, filters}});
    }
    body.insert(u"query"_s, asked);
    if (!place.after.isEmpty())
        body.insert(u"search_after"_s, place.after);
    return body;
}

QJsonObject countBody(const SearchQuery &query, const AskedText &text, const Strictness &strictness)
{
    return {
        {u"size"_s, 0},
        {u"track_total_hits"_s, true},
        {u"query"_s, one(u"bool"_s, QJsonObject{{u"must"_s, QJsonArray{withoutUnwanted(textQuery(text.words, strictness), text)}},
                                                {u"filter"_s, filtersOf(conditionsOf(query), nullptr, filterOf)}})}};
}

std::vector<Strictness> weakerThan(const std::vector<AskedWord> &words, const SearchQuery &query)
{
    std::vector<Strictness> list;
    for (int least = int(words.size()); least > 0; --least) {
        if (least < int(words.size()))
            list.push_back({least, false});
        list.push_back({least, true});
    }
    if (!conditionsOf(query).empty())
        list.push_back({0, false});
    return list;
}

qint64 totalOf(const QJsonObject &answer) { return answer[u"hits"][u"total"][u"value"].toInteger(); }

void readAnswer(const QJsonObject &answer, const SearchQuery &query, const Place &place, Answer &made)
{
    made.total = totalOf(answer);
    const QJsonArray hits = answer[u"hits"][u"hits"].toArray();
    const qsizetype shown = std::min<qsizetype>(hits.size(), query.limit);
    for (qsizetype i = 0; i < shown; ++i) {
        if (const auto id = ListingId::fromText(hits[i][u"_id"].toString()))
            made.hits.push_back({*id, hits[i][u"_score"].toDouble()});
    }
    if (hits.size() > shown && shown > 0) {
        Place next = place;
        next.after = hits[shown - 1][u"sort"].toArray();
        made.nextCursor = writePlace(query, next);
    }
    if (!query.wantFacets)
        return;
    const QJsonValue counted = answer[u"aggregations"];
    std::array<Counts, kCounted.size()> counts;
    for (size_t i = 0; i < kCounted.size(); ++i)
        counts[i] = readCounts(counted[QLatin1String(kCounted[i].name)]);
    writeCounts(counts, query, made);
}

std::vector<QString> missedWords(const QJsonObject &answer, const std::vector<AskedWord> &words)
{
    const QJsonArray matched = answer[u"hits"][u"hits"][0][u"matched_queries"].toArray();
    std::vector<QString> missed;
    for (size_t i = 0; i < words.size(); ++i) {
        const bool isThere = matched.contains(QJsonValue(QString(u'w' + QString::number(i))));
        if (!isThere && std::find(missed.begin(), missed.end(), words[i].typed) == missed.end())
            missed.push_back(words[i].typed);
    }
    return missed;
}

QJsonObject documentOf(const Document &document)
{
    QJsonObject made = outsideFacts(document);
    const OutsideTexts texts = outsideTexts(document, false);
    made.insert(u"title"_s, texts.title);
    made.insert(u"facts"_s, texts.facts);
    made.insert(u"description"_s, texts.description);
    made.insert(u"points"_s, standingPoints(document));
    return made;
}

} // namespace cargo::search::opensearch
