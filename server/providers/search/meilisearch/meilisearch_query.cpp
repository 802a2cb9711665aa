#include "server/providers/search/meilisearch/meilisearch_query.h"

#include "server/providers/search/text_analysis.h"

#include <algorithm>
#include <cmath>

namespace cargo::search::meilisearch {

using namespace Qt::Literals;

namespace {
// A condition in the language of filters; words stand in quotes.
QString filterOf(const Condition &condition)
{
    const QString field = QLatin1String(condition.field);
    QStringList parts;
    if (condition.from)
        parts.append(field + u" >= "_s + QString::number(*condition.from));
    if (condition.to)
        parts.append(field + u" <= "_s + QString::number(*condition.to));
    QStringList words;
    for (QString word : condition.words) {
        word.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
        words.append(u'"' + word + u'"');
    }
    if (!words.isEmpty())
        parts.append(field + u" IN ["_s + words.join(u", "_s) + u']');
    return parts.join(u" AND "_s);
}

QJsonArray orderOf(const SearchQuery &query)
{
    using Sort = SearchQuery::Sort;
    switch (query.sort) {
    case Sort::PriceAsc: return {u"price:asc"_s, u"id:asc"_s};
    case Sort::PriceDesc: return {u"price:desc"_s, u"id:desc"_s};
    case Sort::MileageAsc: return {u"mileage:asc"_s, u"id:asc"_s};
    case Sort::EtaAsc: return {u"eta:asc"_s, u"id:asc"_s};
    case Sort::Relevance:
        if (!query.text.isEmpty())
            return {};
        break; // of equal worth: the newest
    case Sort::Newest: break;
    }
    return {u"published_at:desc"_s, u"id:desc"_s};
}

// The engine knows the house's synonyms, and finds beginnings of the last word by itself.
QString wordsOf(const std::vector<AskedWord> &words)
{
    QStringList list;
    for (const AskedWord &word : words)
        list.append(stem(word.anyOf.front().word));
    return list.join(u' ');
}

// By a filter that its own counts leave out.
bool isFiltered(const std::vector<Condition> &conditions, const char *name)
{
    return std::any_of(conditions.begin(), conditions.end(),
                       [name](const Condition &c) { return !c.isOfTrait() && qstrcmp(c.name, name) == 0; });
}

// As the engine writes it: -"audi q 5".
QString withoutOf(const std::vector<std::vector<QString>> &unwanted)
{
    QString text;
    for (const std::vector<QString> &name : unwanted) {
        QStringList stems;
        for (const QString &word : name)
            stems.append(stem(word));
        text += u" -\""_s + stems.join(u' ') + u'"';
    }
    return text;
}

// Exact: the engine only estimates where offset and limit are given.
QJsonObject countingAll(QJsonObject query)
{
    query.insert(u"page"_s, 1);
    query.insert(u"hitsPerPage"_s, 1);
    query.insert(u"attributesToRetrieve"_s, QJsonArray{u"id"_s});
    return query;
}

void readCounts(const QJsonObject &result, const Counted &counted, Counts &counts)
{
    const QJsonObject values = result.value(u"facetDistribution"_s).toObject().value(QLatin1String(counted.field)).toObject();
    for (auto value = values.begin(); value != values.end(); ++value)
        counts.values.emplace_back(value.key(), value.value().toInteger());
    const QJsonObject extent = result.value(u"facetStats"_s).toObject().value(QLatin1String(counted.name)).toObject();
    if (extent.contains(u"min"_s) && extent.contains(u"max"_s)) {
        counts.least = qint64(std::llround(extent.value(u"min"_s).toDouble()));
        counts.greatest = qint64(std::llround(extent.value(u"max"_s).toDouble()));
    }
}
} // namespace

Question::Question(const QByteArray &uid, const SearchQuery &query, const AskedText &text, qint64 offset)
    : m_uid(QString::fromLatin1(uid)), m_query(query), m_words(QString(wordsOf(text.words) + withoutOf(text.unwanted)).trimmed()),
      m_isRanked(!text.words.empty()), m_conditions(conditionsOf(query))
{
    QJsonObject page = base(nullptr);
    page.insert(u"offset"_s, offset);
    page.insert(u"limit"_s, query.limit);
    page.insert(u"attributesToRetrieve"_s, QJsonArray{u"id"_s});
    if (const QJsonArray order = orderOf(query); !order.isEmpty())
        page.insert(u"sort"_s, order);
    if (m_isRanked)
        page.insert(u"showRankingScore"_s, true);
    m_queries.append(page);
    m_queries.append(countingAll(base(nullptr)));
    if (query.wantFacets)
        addCounts();
}

QJsonObject Question::base(const char *without) const
{
    QJsonObject query{{u"indexUid"_s, m_uid}};
    if (!m_words.isEmpty()) {
        query.insert(u"q"_s, m_words);
        query.insert(u"matchingStrategy"_s, u"all"_s);
    }
    if (const QJsonArray filters = filtersOf(m_conditions, without, filterOf); !filters.isEmpty())
        query.insert(u"filter"_s, filters);
    return query;
}

void Question::addCounts()
{
    const auto fieldsOf = [](size_t at) {
        QJsonArray fields{QLatin1String(kCounted[at].field)};
        if (at == kPriceAt || at == kMileageAt)
            fields.append(QLatin1String(kCounted[at].name)); // for its extent
        return fields;
    };
    QJsonArray together;
    const qsizetype shared = m_queries.size();
    m_queries.append(QJsonObject());
    for (size_t i = 0; i < kCounted.size(); ++i) {
        const QJsonArray fields = fieldsOf(i);
        if (!isFiltered(m_conditions, kCounted[i].name)) {
            for (const QJsonValue &field : fields)
                together.append(field);
            m_countedBy[i] = shared;
            continue;
        }
        QJsonObject own = base(kCounted[i].name);
        own.insert(u"limit"_s, 0);
        own.insert(u"facets"_s, fields);
        m_countedBy[i] = m_queries.size();
        m_queries.append(own);
    }
    QJsonObject all = base(nullptr);
    all.insert(u"limit"_s, 0);
    all.insert(u"facets"_s, together);
    m_queries[shared] = all;
}

qint64 Question::totalOf(const QJsonArray &results) const { return results[1].toObject().value(u"totalHits"_s).toInteger(); }

void Question::read(const QJsonArray &results, Answer &answer) const
{
    answer.total = totalOf(results);
    for (const QJsonValue &hit : results[0].toObject().value(u"hits"_s).toArray()) {
        if (const auto id = ListingId::fromText(hit[u"id"].toString()))
            answer.hits.push_back({*id, hit[u"_rankingScore"].toDouble()});
    }
    if (!m_query.wantFacets)
        return;
    std::array<Counts, kCounted.size()> counts;
    for (size_t i = 0; i < kCounted.size(); ++i)
        readCounts(results[m_countedBy[i]].toObject(), kCounted[i], counts[i]);
    writeCounts(counts, m_query, answer);
}

QJsonArray singleWords(const QByteArray &uid, const SearchQuery &query, const std::vector<AskedWord> &words)
{
    QJsonArray queries;
    const QJsonArray filters = filtersOf(conditionsOf(query), nullptr, filterOf);
    for (const AskedWord &word : words) {
        QJsonObject one{{u"indexUid"_s, QString::fromLatin1(uid)}, {u"q"_s, wordsOf({word})}, {u"matchingStrategy"_s, u"all"_s}};
        if (!filters.isEmpty())
            one.insert(u"filter"_s, filters);
        queries.append(countingAll(one));
    }
    return queries;
}

qint64 idMs(ListingId id)
{
    qint64 ms = 0;
    for (size_t i = 0; i < 6; ++i)
        ms = ms << 8 | id.uuid.bytes[i];
    return ms;
}

QJsonObject documentOf(const Document &document, Timestamp now)
{
    QJsonObject made = outsideFacts(document);
    const OutsideTexts texts = outsideTexts(document, true); // the engine stems no Russian
    made.insert(u"title"_s, texts.title);
    made.insert(u"facts"_s, texts.facts);
    made.insert(u"description"_s, texts.description);
    made.insert(u"prior"_s, qint64(std::llround(standingPoints(document) + freshnessPoints(document, now))));
    made.insert(u"id_ms"_s, idMs(document.id));
    return made;
}

} // namespace cargo::search::meilisearch
