#include "shared/api/saved_search_dto.h"

#include "shared/domain/words.h"

namespace cargo::api {

namespace {
constexpr int kNameMax = 100;
constexpr int kQueryMax = 4000;
constexpr auto kAlertWords = wordTable<Alerts>("instant", "daily", "off");

std::optional<Alerts> readAlerts(JsonReader &in)
{
    const auto text = in.optionalText("alerts", {.max = 20});
    if (!text)
        return std::nullopt;
    const auto alerts = alertsFromWord(*text);
    if (!alerts)
        in.fail(QStringLiteral("alerts"), ErrorCode::UnknownValue);
    return alerts;
}

template <typename Number>
void writeWhenSet(JsonWriter &out, const char *name, const std::optional<Number> &value)
{
    if (value)
        out.field(name, qint64(*value));
}
} // namespace

const char *word(Alerts alerts) { return kAlertWords.word(alerts); }
std::optional<Alerts> alertsFromWord(QStringView text) { return kAlertWords.find(text); }

void writeCriteria(JsonWriter &out, const SearchQuery &query)
{
    out.beginObject();
    if (!query.text.isEmpty())
        out.field("q", query.text);
    for (int facet = 0; facet < SearchQuery::kFacetCount; ++facet) {
        if (query.facets[facet].empty())
            continue;
        out.key(word(SearchQuery::Facet(facet))).beginArray();
        for (const QString &value : query.facets[facet])
            out.value(value);
        out.endArray();
    }
    writeWhenSet(out, "year_from", query.yearFrom);
    writeWhenSet(out, "year_to", query.yearTo);
    writeWhenSet(out, "price_from", query.priceFromMinor);
    writeWhenSet(out, "price_to", query.priceToMinor);
    writeWhenSet(out, "mileage_from", query.mileageFromKm);
    writeWhenSet(out, "mileage_to", query.mileageToKm);
    writeWhenSet(out, "eta_to", query.etaToDays);
    writeWhenSet(out, "power_from", query.powerFromHp);
    writeWhenSet(out, "power_to", query.powerToHp);
    writeWhenSet(out, "engine_from", query.engineFromCc);
    writeWhenSet(out, "engine_to", query.engineToCc);
    if (query.ratingFromHundredths)
        out.field("rating_from", *query.ratingFromHundredths / 100.0);
    if (query.sort != SearchQuery::Sort::Relevance)
        out.field("sort", word(query.sort));
    out.endObject();
}

QByteArray SavedSearchBody::toJson() const
{
    JsonWriter out;
    out.beginObject().field("name", name).field("query", query.conditions()).field("alerts", word(alerts)).endObject();
    return out.take();
}

Parsed<SavedSearchBody> SavedSearchBody::parse(QByteArrayView bytes)
{
    const auto object = parseObject(bytes);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    SavedSearchBody dto;
    dto.name = in.optionalText("name", {.max = kNameMax}).value_or(QString());
    dto.alerts = readAlerts(in).value_or(dto.alerts);
    const QString text = in.text("query", {.min = 1, .max = kQueryMax});
    if (!in.ok())
        return {dto, in.errors()};
    auto query = SearchQuery::fromUrlQuery(text.toUtf8());
    if (!query)
        in.fail(QStringLiteral("query.") + query.error().field, query.error().code, query.error().detail);
    else if (const auto impossible = query->contradictions(); !impossible.empty())
        in.fail(QStringLiteral("query.%1_from").arg(QLatin1String(impossible.front())), ErrorCode::OutOfRange,
                QStringLiteral("from is above to"));
    else if (query->matchesAll())
        in.fail(QStringLiteral("query"), ErrorCode::Required, QStringLiteral("a condition is needed"));
    else
        dto.query = std::move(*query);
    return {dto, in.errors()};
}

QByteArray SavedSearchChange::toJson() const
{
    JsonWriter out;
    out.beginObject();
    if (name)
        out.field("name", *name);
    if (alerts)
        out.field("alerts", word(*alerts));
    out.endObject();
    return out.take();
}

Parsed<SavedSearchChange> SavedSearchChange::parse(QByteArrayView bytes)
{
    const auto object = parseObject(bytes);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    SavedSearchChange dto;
    dto.name = in.optionalText("name", {.max = kNameMax});
    dto.alerts = readAlerts(in);
    if (in.ok() && !dto.name && !dto.alerts)
        in.fail(QStringLiteral("alerts"), ErrorCode::Required);
    return {dto, in.errors()};
}

void SavedSearchDto::write(JsonWriter &out) const
{
    out.beginObject().field("id", id).field("name", name).field("query", query).key("criteria");
    const auto parsed = SearchQuery::fromUrlQuery(query);
    writeCriteria(out, parsed ? *parsed : SearchQuery());
    out.field("alerts", word(alerts)).field("created_at", createdAt).endObject();
}

Parsed<SavedSearchDto> SavedSearchDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    SavedSearchDto dto;
    dto.id = in.id<NotificationId>("id").value_or(NotificationId{}).uuid;
    dto.name = in.optionalText("name", {.max = kNameMax}).value_or(QString());
    dto.query = in.text("query", {.max = kQueryMax}).toUtf8();
    dto.createdAt = in.timestamp("created_at", true).value_or(Timestamp{});
    dto.alerts = readAlerts(in).value_or(dto.alerts);
    return {dto, in.errors()};
}

} // namespace cargo::api
