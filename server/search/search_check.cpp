#include "server/search/search_check.h"

#include "server/search/sql_counts.h"
#include "server/search/trait_check.h"

#include <QJsonArray>
#include <QMap>
#include <QRandomGenerator>

#include <array>

namespace cargo::search {

namespace {
constexpr qsizetype kNeverCutBelow = 60; // values of a facet
constexpr char kSample[] =
    "select l.brand, l.model, l.body_type, l.fuel, l.transmission, l.drive, l.color, l.country_from, l.year, "
    "l.price_minor, l.mileage_km, l.delivery_eta_days, l.power_hp, l.engine_cc ";

SearchQuery around(const db::Rows &rows, int row, QRandomGenerator &random)
{
    SearchQuery query;
    for (int f = 0; f < SearchQuery::kFacetCount; ++f) {
        const QString value = rows.text(row, f);
        if (!value.isEmpty() && random.bounded(4) == 0)
            query.facets[f] = {value};
    }
    if (random.bounded(3) == 0)
        query.yearFrom = rows.int32(row, 8) - random.bounded(5);
    if (random.bounded(3) == 0)
        query.priceToMinor = rows.int64(row, 9) * random.bounded(80, 160) / 100;
    if (random.bounded(4) == 0)
        query.mileageToKm = rows.int32(row, 10) + random.bounded(50'000);
    if (random.bounded(5) == 0)
        query.etaToDays = rows.int32(row, 11) + random.bounded(10);
    if (random.bounded(5) == 0 && !rows.isNull(row, 12))
        query.powerToHp = rows.int32(row, 12) + random.bounded(20);
    if (random.bounded(5) == 0 && !rows.isNull(row, 13))
        query.engineFromCc = rows.int32(row, 13) - random.bounded(200);
    return query;
}

QJsonArray listOf(const QJsonObject &object, const char *name) { return object.value(QLatin1String(name)).toArray(); }
qint64 numberOf(const QJsonValue &object, const char *name) { return object.toObject().value(QLatin1String(name)).toInteger(); }
} // namespace

Result<std::vector<SearchQuery>> SearchCheck::sample(quint32 seed, int count)
{
    const auto rows = m_connection.execute(QByteArray(kSample) + marketWhere({}) + " order by md5(l.id::text || '"
                                           + QByteArray::number(seed) + "') limit " + QByteArray::number(count));
    CARGO_TRY(rows);
    QRandomGenerator random(seed);
    std::vector<SearchQuery> queries;
    for (int i = 0; i < count && !rows->empty(); ++i)
        queries.push_back(around(*rows, i % rows->count(), random));
    return queries;
}

Result<std::vector<CountDifference>> SearchCheck::differences(const SearchQuery &query)
{
    m_found.clear();
    const auto answer = m_ask(query.toUrlQuery());
    CARGO_TRY(answer);
    const auto total = m_connection.execute("select count(*)" + marketWhere(query));
    CARGO_TRY(total);
    compare(query, "total", answer->value(QLatin1String("total")).toInteger(), total->int64(0, 0));
    CARGO_TRY(compareFacets(query, answer->value(QLatin1String("facets")).toObject()));
    CARGO_TRY(compareTraits(query, answer->value(QLatin1String("facets")).toObject()));
    CARGO_TRY(compareBuckets(query, answer->value(QLatin1String("facets")).toObject()));
    CARGO_TRY(compareRanges(query, answer->value(QLatin1String("ranges")).toObject()));
    return std::exchange(m_found, {});
}

void SearchCheck::compare(const SearchQuery &query, const QByteArray &what, qint64 answered, qint64 inDatabase)
{
    if (answered != inDatabase)
        m_found.push_back({query.toUrlQuery(), what, answered, inDatabase});
}

Outcome SearchCheck::compareTraits(const SearchQuery &query, const QJsonObject &facets)
{
    const auto told = traitsInDatabase(m_connection, query);
    CARGO_TRY(told);
    if (!*told)
        return ok();
    QMap<QString, qint64> there = **told;
    for (const QJsonValue value : listOf(facets, "trait")) {
        const QString slug = value.toObject().value(QLatin1String("value")).toString();
        compare(query, "trait " + slug.toUtf8(), numberOf(value, "count"), there.take(slug));
    }
    for (auto left = there.cbegin(); left != there.cend(); ++left)
        compare(query, "trait " + left.key().toUtf8(), 0, left.value());
    return ok();
}

// A listing stands in one bucket of the term and of the rating, if its driver has any.
Outcome SearchCheck::compareBuckets(const SearchQuery &query, const QJsonObject &facets)
{
    constexpr std::array<std::pair<const char *, const char *>, 2> kBucketed = {
        {{"eta", ""}, {"rating", " and u.rating_count > 0"}}};
    for (const auto &[name, condition] : kBucketed) {
        const auto rows = m_connection.execute("select count(*)" + marketWhere(query, name) + condition);
        CARGO_TRY(rows);
        qint64 sum = 0;
        for (const QJsonValue value : listOf(facets, name))
            sum += numberOf(value, "count");
        compare(query, name + QByteArray(" in all"), sum, rows->int64(0, 0));
    }
    return ok();
}

// Long facets are cut to their most frequent values: those that are shown have to be right, and none that is more frequent
// than the last of them may be missing.
Outcome SearchCheck::compareFacets(const SearchQuery &query, const QJsonObject &facets)
{
    for (const CountedColumn &column : facetColumns()) {
        QMap<QString, qint64> answered;
        qint64 least = 0;
        for (const QJsonValue value : listOf(facets, column.name)) {
            least = numberOf(value, "count");
            answered.insert(value.toObject().value(QLatin1String("value")).toString().toLower(), least);
        }
        const bool mayBeCut = answered.size() >= kNeverCutBelow;
        const auto rows =
            m_connection.execute(QByteArray("select lower(") + column.expression + "), count(*)" + marketWhere(query, column.name)
                                 + " and " + column.expression + " <> '' group by 1");
        CARGO_TRY(rows);
        for (int row = 0; row < rows->count(); ++row) {
            const QString value = rows->text(row, 0);
            const qint64 count = rows->int64(row, 1);
            if (answered.contains(value) || !mayBeCut || count > least)
                compare(query, column.name + QByteArray(" ") + value.toUtf8(), answered.take(value), count);
        }
        for (auto left = answered.cbegin(); left != answered.cend(); ++left)
            compare(query, column.name + QByteArray(" ") + left.key().toUtf8(), left.value(), 0);
    }
    return ok();
}

Outcome SearchCheck::compareRanges(const SearchQuery &query, const QJsonObject &ranges)
{
    for (const CountedColumn &column : rangeColumns()) {
        const QJsonObject range = ranges.value(QLatin1String(column.name)).toObject();
        const QJsonArray bins = listOf(range, "histogram");
        QByteArray sql = QByteArray("select count(*), coalesce(min(") + column.expression + "), 0), coalesce(max("
                         + column.expression + "), 0)";
        for (const QJsonValue bin : bins)
            sql += QByteArray(", count(*) filter (where ") + column.expression + " between "
                   + QByteArray::number(numberOf(bin, "from")) + " and " + QByteArray::number(numberOf(bin, "to")) + ')';
        const auto rows = m_connection.execute(sql + marketWhere(query, column.name));
        CARGO_TRY(rows);
        const QByteArray name(column.name);
        qint64 sum = 0;
        for (int i = 0; i < bins.size(); ++i) {
            const qint64 count = numberOf(bins[i], "count");
            sum += count;
            compare(query, name + ' ' + QByteArray::number(numberOf(bins[i], "from")), count, rows->int64(0, 3 + i));
        }
        compare(query, name + " in all", sum, rows->int64(0, 0));
        compare(query, name + " least", numberOf(range, "min"), rows->int64(0, 1));
        compare(query, name + " greatest", numberOf(range, "max"), rows->int64(0, 2));
    }
    return ok();
}

} // namespace cargo::search
