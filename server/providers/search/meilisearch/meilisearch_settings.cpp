#include "server/providers/search/meilisearch/meilisearch_settings.h"

#include "server/providers/search/outside_form.h"
#include "server/providers/search/outside_words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace cargo::search::meilisearch {

using namespace Qt::Literals;

namespace {
QJsonArray list(const std::vector<const char *> &names)
{
    QJsonArray made;
    for (const char *name : names)
        made.append(QLatin1String(name));
    return made;
}

QJsonObject filterable(const QJsonArray &names, bool comparison)
{
    return {{u"attributePatterns"_s, names},
            {u"features"_s, QJsonObject{{u"facetSearch"_s, false},
                                        {u"filter"_s, QJsonObject{{u"equality"_s, true}, {u"comparison"_s, comparison}}}}}};
}

QByteArray textOf(const QJsonValue &value) { return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact); }

// Order counts in these lists alone; the engine may give others in its own.
bool isOrdered(const QString &name) { return name == u"searchableAttributes" || name == u"rankingRules"; }

QJsonArray sorted(const QJsonArray &array)
{
    std::vector<QJsonValue> values(array.begin(), array.end());
    std::sort(values.begin(), values.end(), [](const QJsonValue &a, const QJsonValue &b) { return textOf(a) < textOf(b); });
    QJsonArray made;
    for (const QJsonValue &value : values)
        made.append(value);
    return made;
}

bool holds(const QJsonValue &wanted, const QJsonValue &actual, bool ordered)
{
    if (wanted.isObject()) {
        const QJsonObject object = wanted.toObject();
        const QJsonObject there = actual.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            if (!holds(entry.value(), there.value(entry.key()), false))
                return false;
        }
        return true;
    }
    if (!wanted.isArray())
        return wanted == actual;
    const QJsonArray list = ordered ? wanted.toArray() : sorted(wanted.toArray());
    const QJsonArray there = ordered ? actual.toArray() : sorted(actual.toArray());
    if (list.size() != there.size())
        return false;
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (!holds(list[i], there[i], false))
            return false;
    }
    return true;
}
} // namespace

QJsonObject wantedSettings()
{
    QJsonArray words = list({"pair", kCounted[kTraitAt].field});
    for (size_t i = 0; i < SearchQuery::kFacetCount; ++i) {
        words.append(QLatin1String(kCounted[i].name));
        words.append(QString(QLatin1String(kCounted[i].name) + u"_key"_s));
    }
    const QJsonArray numbers = list({"year", "price", "mileage", "eta", "rating", "power", "engine", "eta_bin", "rating_bin",
                                     "price_bin", "mileage_bin", "id_ms"});
    QJsonObject synonyms;
    for (const auto &[typed, meant] : stemmedSynonyms())
        synonyms.insert(typed, QJsonArray::fromStringList(QStringList(meant.begin(), meant.end())));
    // "sort" first: an order that a person chose is bent by nothing.
    return {{u"searchableAttributes"_s, list({"title", "facts", "description"})},
            {u"filterableAttributes"_s, QJsonArray{filterable(words, false), filterable(numbers, true)}},
            {u"sortableAttributes"_s, list({"price", "published_at", "mileage", "eta", "id"})},
            {u"rankingRules"_s, list({"sort", "words", "typo", "proximity", "attributeRank", "exactness", "prior:desc"})},
            {u"synonyms"_s, synonyms},
            {u"typoTolerance"_s, QJsonObject{{u"enabled"_s, true},
                                             {u"minWordSizeForTypos"_s, QJsonObject{{u"oneTypo"_s, 5}, {u"twoTypos"_s, 9}}},
                                             {u"disableOnNumbers"_s, true}}},
            {u"faceting"_s,
             QJsonObject{{u"maxValuesPerFacet"_s, kValuesMost}, {u"sortFacetValuesBy"_s, QJsonObject{{u"*"_s, u"count"_s}}}}},
            {u"pagination"_s, QJsonObject{{u"maxTotalHits"_s, kHitsMost}}},
            {u"searchCutoffMs"_s, 1500}};
}

QJsonObject settingsToChange(const QJsonObject &wanted, const QJsonObject &actual)
{
    QJsonObject change;
    for (auto one = wanted.begin(); one != wanted.end(); ++one) {
        if (!holds(one.value(), actual.value(one.key()), isOrdered(one.key())))
            change.insert(one.key(), one.value());
    }
    return change;
}

} // namespace cargo::search::meilisearch
