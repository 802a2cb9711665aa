#include "server/providers/search/opensearch/opensearch_index.h"

#include "server/providers/search/outside_form.h"

#include <QJsonArray>

namespace cargo::search::opensearch {

using namespace Qt::Literals;

namespace {
QJsonObject typed(const char *type) { return {{u"type"_s, QLatin1String(type)}}; }

QJsonObject properties()
{
    QJsonObject made{{u"id"_s, typed("keyword")},
                     {u"pair"_s, typed("keyword")},
                     {u"trait"_s, typed("keyword")},
                     {u"points"_s, typed("double")}};
    for (size_t i = 0; i < SearchQuery::kFacetCount; ++i) {
        const QString name = QLatin1String(kCounted[i].name);
        made.insert(name, typed("keyword"));
        made.insert(name + u"_key"_s, typed("keyword"));
    }
    for (const char *number : {"revision", "price", "mileage", "published_at"})
        made.insert(QLatin1String(number), typed("long"));
    for (const char *number : {"year", "eta", "rating", "power", "engine", "eta_bin", "rating_bin", "price_bin", "mileage_bin"})
        made.insert(QLatin1String(number), typed("integer"));
    for (const char *text : {"title", "facts", "description"})
        made.insert(QLatin1String(text), QJsonObject{{u"type"_s, u"text"_s}, {u"analyzer"_s, u"cargo"_s}});
    return made;
}
} // namespace

QJsonObject indexBody()
{
    // Texts come in lower case, ё as е, letters and digits apart; each stemmer leaves the other alphabet alone.
    const QJsonObject filters{{u"cargo_ru"_s, QJsonObject{{u"type"_s, u"stemmer"_s}, {u"language"_s, u"russian"_s}}},
                              {u"cargo_en"_s, QJsonObject{{u"type"_s, u"stemmer"_s}, {u"language"_s, u"english"_s}}}};
    const QJsonObject analyzer{{u"type"_s, u"custom"_s},
                               {u"tokenizer"_s, u"standard"_s},
                               {u"filter"_s, QJsonArray{u"lowercase"_s, u"cargo_ru"_s, u"cargo_en"_s}}};
    // A removed listing's revision is remembered for a while, so that a late message does not bring it back.
    const QJsonObject index{{u"number_of_shards"_s, 1}, {u"gc_deletes"_s, u"10m"_s}};
    return {{u"settings"_s, QJsonObject{{u"index"_s, index},
                                        {u"analysis"_s, QJsonObject{{u"filter"_s, filters},
                                                                    {u"analyzer"_s, QJsonObject{{u"cargo"_s, analyzer}}}}}}},
            {u"mappings"_s, QJsonObject{{u"dynamic"_s, u"strict"_s}, {u"properties"_s, properties()}}}};
}

bool isOfThisForm(const QJsonObject &mappings)
{
    const QJsonObject there = mappings.value(u"properties"_s).toObject();
    const QJsonObject wanted = properties();
    for (auto field = wanted.begin(); field != wanted.end(); ++field) {
        const QJsonValue known = there.value(field.key());
        const QJsonObject rule = field.value().toObject();
        if (known[u"type"] != rule.value(u"type"_s) || known[u"analyzer"] != rule.value(u"analyzer"_s))
            return false;
    }
    return true;
}

} // namespace cargo::search::opensearch
