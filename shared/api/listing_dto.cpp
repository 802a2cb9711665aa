#include "shared/api/listing_dto.h"

#include "shared/domain/listing/attributes.h"
#include "shared/domain/listing/listing.h"

#include <QJsonDocument>

namespace cargo::api {

namespace {
using listing::Fact;

const std::vector<QLatin1String> kReportReasons{QLatin1String("fraud"),      QLatin1String("wrong_data"),
                                                QLatin1String("duplicate"),  QLatin1String("contacts"),
                                                QLatin1String("prohibited"), QLatin1String("other")};
constexpr const char *kPatchFields[] = {
    "brand",       "model",     "year",      "mileage_km",   "country_from", "price",     "delivery_eta_days",
    "description", "body_type", "fuel",      "transmission", "drive",        "engine_cc", "power_hp",
    "color",       "vin",       "attributes"};

// Empty when not known; spellings that mean a closed word become it.
QString readFact(JsonReader &in, const char *name, Fact fact)
{
    const QString text = in.optionalText(name, {.max = 40}).value_or(QString());
    if (text.isEmpty())
        return {};
    const auto word = listing::canonicalWord(fact, text);
    if (!word) {
        in.fail(QLatin1String(name), ErrorCode::UnknownValue);
        return {};
    }
    return QString(*word);
}

QString readCountry(JsonReader &in)
{
    const QString code = in.text("country_from", {.min = 2, .max = 2}).toUpper();
    if (!code.isEmpty() && (code[0] < u'A' || code[0] > u'Z' || code[1] < u'A' || code[1] > u'Z'))
        in.fail(QStringLiteral("country_from"), ErrorCode::InvalidFormat, QStringLiteral("ISO 3166-1 alpha-2"));
    return code;
}

// ISO 3779: 17 letters and digits without I, O and Q.
QString readVin(JsonReader &in)
{
    const QString vin = in.optionalText("vin", {.max = 40}).value_or(QString()).toUpper();
    if (vin.isEmpty())
        return {};
    bool good = vin.size() == 17;
    for (const QChar c : vin)
        good = good && ((c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z')) && c != u'I' && c != u'O' && c != u'Q';
    if (!good)
        in.fail(QStringLiteral("vin"), ErrorCode::InvalidFormat, QStringLiteral("17 letters and digits"));
    return vin;
}

std::optional<int> narrowed(std::optional<qint64> value) { return value ? std::optional<int>(int(*value)) : std::nullopt; }

Parsed<ListingInputDto> readInput(const QJsonObject &object)
{
    JsonReader in(object);
    ListingInputDto dto;
    dto.brand = in.text("brand", {.min = 1, .max = listing::kBrandMaxChars});
    dto.model = in.text("model", {.min = 1, .max = listing::kModelMaxChars});
    dto.year = int(in.integer("year", {.min = listing::kYearMin, .max = 2100}));
    dto.mileageKm = int(in.integer("mileage_km", {.min = 0, .max = listing::kMileageMaxKm}));
    dto.countryFrom = readCountry(in);
    dto.price = in.money("price", 1).value_or(Money());
    if (dto.price.amountMinor > listing::kPriceMaxMinor)
        in.fail(QStringLiteral("price.amount"), ErrorCode::OutOfRange);
    dto.deliveryEtaDays = int(in.integer("delivery_eta_days", {.min = listing::kEtaMinDays, .max = listing::kEtaMaxDays}));
    dto.description = in.optionalText("description", {.max = listing::kDescriptionMaxChars, .lines = true}).value_or(QString());
    dto.bodyType = readFact(in, "body_type", Fact::BodyType);
    dto.fuel = readFact(in, "fuel", Fact::Fuel);
    dto.transmission = readFact(in, "transmission", Fact::Transmission);
    dto.drive = readFact(in, "drive", Fact::Drive);
    dto.engineCc = narrowed(in.optionalInteger("engine_cc", {.min = 0, .max = listing::kEngineMaxCc}));
    dto.powerHp = narrowed(in.optionalInteger("power_hp", {.min = 0, .max = listing::kPowerMaxHp}));
    dto.color = readFact(in, "color", Fact::Color);
    dto.vin = readVin(in);
    dto.photos = in.ids<MediaId>("photos", listing::kPhotosMaxCount);
    dto.attributes = in.object("attributes");
    for (const Error &error : listing::checkAttributes(dto.attributes))
        in.fail(error.field, error.code, error.detail);
    return {dto, in.errors()};
}

void writeInput(JsonWriter &out, const ListingInputDto &dto)
{
    out.beginObject().field("brand", dto.brand).field("model", dto.model).field("year", dto.year);
    out.field("mileage_km", dto.mileageKm).field("country_from", dto.countryFrom).field("price", dto.price);
    out.field("delivery_eta_days", dto.deliveryEtaDays).field("description", dto.description);
    out.field("body_type", dto.bodyType).field("fuel", dto.fuel).field("transmission", dto.transmission);
    out.field("drive", dto.drive).field("engine_cc", dto.engineCc).field("power_hp", dto.powerHp);
    out.field("color", dto.color).field("vin", dto.vin).key("photos").beginArray();
    for (const MediaId &photo : dto.photos)
        out.value(photo);
    out.endArray().key("attributes").raw(QJsonDocument(dto.attributes).toJson(QJsonDocument::Compact)).endObject();
}

ListingCardDto readCard(JsonReader &in)
{
    ListingCardDto card;
    card.id = in.id<ListingId>("id").value_or(ListingId());
    card.status = in.text("status", {.max = 40});
    card.brand = in.text("brand", {.max = 200});
    card.model = in.text("model", {.max = 200});
    card.year = int(in.integer("year", {.min = 0, .max = 9999}));
    card.mileageKm = int(in.integer("mileage_km", {.min = 0, .max = 100'000'000}));
    card.countryFrom = in.text("country_from", {.max = 2});
    card.price = in.money("price").value_or(Money());
    card.deliveryEtaDays = int(in.integer("delivery_eta_days", {.min = 0, .max = 100'000}));
    card.bodyType = in.optionalText("body_type", {}).value_or(QString());
    card.fuel = in.optionalText("fuel", {}).value_or(QString());
    card.transmission = in.optionalText("transmission", {}).value_or(QString());
    card.drive = in.optionalText("drive", {}).value_or(QString());
    card.engineCc = narrowed(in.optionalInteger("engine_cc", {.min = 0, .max = 1'000'000}));
    card.powerHp = narrowed(in.optionalInteger("power_hp", {.min = 0, .max = 1'000'000}));
    card.color = in.optionalText("color", {}).value_or(QString());
    card.photo = in.optionalText("photo", {}).value_or(QString());
    card.photoCount = int(in.optionalInteger("photo_count", {.min = 0, .max = 1000}).value_or(0));
    card.publishedAt = in.timestamp("published_at");
    card.soldAt = in.timestamp("sold_at");
    card.priceDrop = PriceDropDto::read(in.object("price_drop"));
    if (in.has(QLatin1String("driver"))) {
        auto driver = UserCardDto::read(in.object("driver"));
        if (driver.ok())
            card.driver = std::move(driver.value);
        else
            in.fail(QStringLiteral("driver"), ErrorCode::InvalidFormat);
    }
    card.version = in.optionalInteger("version", {});
    card.favourite = in.boolean("favourite");
    card.keptPrice = in.money("kept_price", 1, false);
    card.keptAt = in.timestamp("kept_at");
    return card;
}
} // namespace

QByteArray ListingInputDto::toJson() const
{
    JsonWriter out;
    writeInput(out, *this);
    return out.take();
}

Parsed<ListingInputDto> ListingInputDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    return readInput(*object);
}

Parsed<ListingInputDto> ListingInputDto::read(const QJsonObject &json) { return readInput(json); }

Parsed<ListingPatchDto> ListingPatchDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    ListingPatchDto patch;
    for (const char *name : kPatchFields) {
        const auto found = object->constFind(QLatin1String(name));
        if (found != object->constEnd())
            patch.fields.insert(found.key(), *found);
    }
    return {patch, {}};
}

Parsed<ListingInputDto> ListingPatchDto::applyTo(const ListingInputDto &current) const
{
    QJsonObject object = QJsonDocument::fromJson(current.toJson()).object();
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it)
        object.insert(it.key(), it.value());
    return readInput(object);
}

QByteArray ListingPhotosDto::toJson() const
{
    JsonWriter out;
    out.beginObject().key("photos").beginArray();
    for (const MediaId &photo : photos)
        out.value(photo);
    out.endArray().endObject();
    return out.take();
}

Parsed<ListingPhotosDto> ListingPhotosDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    ListingPhotosDto dto{in.ids<MediaId>("photos", listing::kPhotosMaxCount, true)};
    return {dto, in.errors()};
}

QByteArray ListingReportDto::toJson() const
{
    JsonWriter out;
    out.beginObject().field("reason", reason).field("text", text).endObject();
    return out.take();
}

Parsed<ListingReportDto> ListingReportDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    ListingReportDto dto;
    dto.reason = in.word("reason", kReportReasons);
    dto.text = in.optionalText("text", {.max = 2000, .lines = true}).value_or(QString());
    return {dto, in.errors()};
}

void PriceDropDto::write(JsonWriter &out) const
{
    out.beginObject().field("from", from).field("to", to).field("at", at).endObject();
}

std::optional<PriceDropDto> PriceDropDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    const auto from = in.money("from");
    const auto to = in.money("to");
    const auto at = in.timestamp("at", true);
    return in.ok() ? std::optional<PriceDropDto>({*from, *to, *at}) : std::nullopt;
}

void PriceHistoryDto::write(JsonWriter &out) const
{
    out.beginObject().key("items").beginArray();
    for (const Point &point : items)
        out.beginObject().field("price", point.price).field("at", point.at).endObject();
    out.endArray();
    if (drop) {
        out.key("price_drop");
        drop->write(out);
    }
    out.key("next_cursor").null().endObject();
}

Parsed<PriceHistoryDto> PriceHistoryDto::read(const QJsonObject &json)
{
    PriceHistoryDto history;
    std::vector<Error> errors;
    for (const QJsonValue &value : json.value(QLatin1String("items")).toArray()) {
        JsonReader in(value.toObject(), QStringLiteral("items."));
        const auto price = in.money("price");
        const auto at = in.timestamp("at", true);
        if (in.ok())
            history.items.push_back({*price, *at});
        errors.insert(errors.end(), in.errors().begin(), in.errors().end());
    }
    history.drop = PriceDropDto::read(json.value(QLatin1String("price_drop")).toObject());
    return {history, errors};
}

Parsed<ListingCardDto> ListingCardDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    ListingCardDto card = readCard(in);
    return {card, in.errors()};
}

Parsed<ListingDto> ListingDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    ListingDto dto;
    dto.card = readCard(in);
    dto.version = in.integer("version", {.min = 1});
    dto.description = in.optionalText("description", {.max = 20'000, .trim = false, .lines = true}).value_or(QString());
    dto.vin = in.optionalText("vin", {}).value_or(QString());
    const QJsonArray photos = json.value(QLatin1String("photos")).toArray();
    for (const QJsonValue &photo : photos) {
        auto media = MediaDto::read(photo.toObject());
        if (media.ok())
            dto.photos.push_back(std::move(media.value));
        else
            in.fail(QStringLiteral("photos"), ErrorCode::InvalidFormat);
    }
    dto.attributes = in.object("attributes");
    dto.createdAt = in.timestamp("created_at", true).value_or(Timestamp());
    dto.updatedAt = in.timestamp("updated_at", true).value_or(Timestamp());
    return {dto, in.errors()};
}

Parsed<ListingPageDto> ListingPageDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    ListingPageDto page;
    page.nextCursor = in.optionalText("next_cursor", {.max = 4000}).value_or(QString());
    const QJsonArray items = json.value(QLatin1String("items")).toArray();
    for (const QJsonValue &item : items) {
        auto card = ListingCardDto::read(item.toObject());
        if (card.ok())
            page.items.push_back(std::move(card.value));
        else
            in.fail(QStringLiteral("items"), ErrorCode::InvalidFormat);
    }
    return {page, in.errors()};
}

} // namespace cargo::api
