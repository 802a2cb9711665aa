#include "server/listings/import/import_row.h"

#include "server/listings/description_check.h"
#include "shared/domain/listing/listing.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <QCryptographicHash>
#include <QDateTime>

namespace cargo::listings {

namespace {
constexpr const char *kFields[] = {"external_id",
                                   "source",
                                   "brand",
                                   "model",
                                   "year",
                                   "price",
                                   "price_minor",
                                   "currency",
                                   "mileage_km",
                                   "country_from",
                                   "delivery_eta_days",
                                   "description",
                                   "body_type",
                                   "fuel",
                                   "transmission",
                                   "drive",
                                   "engine_cc",
                                   "engine_l",
                                   "power_hp",
                                   "color",
                                   "vin"};
constexpr std::pair<const char *, const char *> kUsualNames[] = {
    {"id", "external_id"},
    {"make", "brand"},
    {"price_rub", "price"},
    {"mileage", "mileage_km"},
    {"hp", "power_hp"},
    {"power", "power_hp"},
    {"country", "country_from"},
    {"body", "body_type"},
    {"gearbox", "transmission"},
    {"colour", "color"},
    {"eta_days", "delivery_eta_days"},
};

bool isField(const QString &name)
{
    return std::any_of(std::begin(kFields), std::end(kFields), [&](const char *field) { return name == QLatin1String(field); });
}

QString usualField(const QString &column)
{
    if (isField(column))
        return column;
    for (const auto &[name, field] : kUsualNames) {
        if (column == QLatin1String(name))
            return QString::fromLatin1(field);
    }
    return {};
}

Error missing(const char *field)
{
    return {ErrorCode::Required, QString::fromLatin1(field), QStringLiteral("column is missing")};
}

// Whole numbers only; anything else stays text and is refused by the reader with the field's name.
QJsonValue numberOrText(const QByteArray &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(QString::fromUtf8(text));
}
} // namespace

Result<ImportMapping> ImportMapping::make(const std::vector<QByteArray> &header,
                                          const std::vector<std::pair<QString, QString>> &overrides, ImportDefaults defaults)
{
    ImportMapping mapping;
    mapping.m_defaults = std::move(defaults);
    mapping.m_fields.resize(header.size());
    const auto columnNamed = [&](const QString &name) {
        const auto it = std::find(header.begin(), header.end(), name.toUtf8());
        return it == header.end() ? -1 : int(it - header.begin());
    };
    for (const auto &[column, field] : overrides) {
        const int at = columnNamed(column);
        if (at < 0 || !isField(field))
            return {ErrorCode::UnknownValue, column, at < 0 ? QStringLiteral("no such column") : QStringLiteral("no such field")};
        mapping.m_fields[size_t(at)] = field;
    }
    for (size_t i = 0; i < header.size(); ++i) {
        const QString column = QString::fromUtf8(header[i]).trimmed().toLower();
        const QString field = usualField(column);
        if (!mapping.m_fields[i].isEmpty() || field.isEmpty() || mapping.columnOf(field) >= 0)
            continue;
        mapping.m_fields[i] = field;
        mapping.m_pricesInRoubles = mapping.m_pricesInRoubles || column == QLatin1String("price_rub");
    }
    for (const char *field : {"brand", "model", "year", "mileage_km"}) {
        if (mapping.columnOf(QString::fromLatin1(field)) < 0)
            return missing(field);
    }
    if (mapping.columnOf(QStringLiteral("price")) < 0 && mapping.columnOf(QStringLiteral("price_minor")) < 0)
        return missing("price");
    if (mapping.columnOf(QStringLiteral("country_from")) < 0 && mapping.m_defaults.countryFrom.isEmpty())
        return missing("country_from");
    return mapping;
}

int ImportMapping::columnOf(const QString &field) const
{
    const auto it = std::find(m_fields.begin(), m_fields.end(), field);
    return it == m_fields.end() ? -1 : int(it - m_fields.begin());
}

QByteArray ImportMapping::value(const CsvRecord &record, const char *field) const
{
    const int column = columnOf(QString::fromLatin1(field));
    return column >= 0 && size_t(column) < record.fields.size() ? record.fields[size_t(column)].trimmed() : QByteArray();
}

Result<api::ListingInputDto> ImportMapping::read(const CsvRecord &record) const
{
    if (record.fields.size() != m_fields.size()) {
        return {ErrorCode::InvalidFormat,
                {},
                QStringLiteral("%1 fields, the header has %2").arg(record.fields.size()).arg(m_fields.size())};
    }
    QJsonObject object;
    for (const char *field :
         {"brand", "model", "country_from", "description", "body_type", "fuel", "transmission", "drive", "color", "vin"}) {
        const QByteArray text = value(record, field);
        if (!text.isEmpty())
            object.insert(QLatin1String(field), QString::fromUtf8(text));
    }
    for (const char *field : {"year", "mileage_km", "delivery_eta_days", "engine_cc", "power_hp"}) {
        const QByteArray text = value(record, field);
        if (!text.isEmpty())
            object.insert(QLatin1String(field), numberOrText(text));
    }
    if (!object.contains(QLatin1String("delivery_eta_days")))
        object.insert(QLatin1String("delivery_eta_days"), m_defaults.deliveryEtaDays);
    if (!object.contains(QLatin1String("country_from")) && !m_defaults.countryFrom.isEmpty())
        object.insert(QLatin1String("country_from"), m_defaults.countryFrom);

    const QByteArray litres = value(record, "engine_l");
    if (!litres.isEmpty() && !object.contains(QLatin1String("engine_cc"))) {
        bool isNumber = false;
        const double cc = litres.toDouble(&isNumber) * 1000;
        if (!isNumber || !(cc >= 0 && cc <= 100'000))
            return {ErrorCode::WrongType, QStringLiteral("engine_l"), {}};
        if (cc > 0)
            object.insert(QLatin1String("engine_cc"), qint64(std::lround(cc)));
    }

    const QByteArray sent = m_pricesInRoubles ? QByteArray() : value(record, "currency");
    const QByteArray code = m_pricesInRoubles ? QByteArray("RUB") : sent.isEmpty() ? m_defaults.currency : sent;
    const auto currency = Currency::fromCode(QString::fromUtf8(code));
    if (!currency)
        return {ErrorCode::UnknownValue, QStringLiteral("currency"), {}};
    const QByteArray minor = value(record, "price_minor");
    QJsonObject price{{QStringLiteral("currency"), QString::fromLatin1(currency->code())}};
    if (!minor.isEmpty()) {
        price.insert(QStringLiteral("amount"), numberOrText(minor));
    } else {
        const auto money = Money::fromDecimal(QString::fromUtf8(value(record, "price")), *currency);
        if (!money)
            return {ErrorCode::InvalidFormat, QStringLiteral("price"), {}};
        price.insert(QStringLiteral("amount"), money->amountMinor);
    }
    object.insert(QStringLiteral("price"), price);

    auto parsed = api::ListingInputDto::read(object);
    if (!parsed.ok())
        return parsed.errors.front();
    return std::move(parsed.value);
}

Result<api::ListingInputDto> checkedRow(const ImportMapping &mapping, const CsvRecord &record, Timestamp now)
{
    if (!record.problem.isEmpty())
        return {ErrorCode::InvalidFormat, {}, record.problem};
    auto data = mapping.read(record);
    CARGO_TRY(data);
    if (data->year > listing::yearMax(QDateTime::fromMSecsSinceEpoch(now.unixMs, Qt::UTC).date().year()))
        return {ErrorCode::OutOfRange, QStringLiteral("year"), {}};
    CARGO_TRY(checkForContacts(*data));
    return data;
}

QByteArray ImportIds::idOf(const ImportMapping &mapping, const CsvRecord &record)
{
    const QByteArray given = mapping.value(record, "external_id");
    if (!given.isEmpty())
        return given;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(mapping.value(record, "source") + '\n' + record.raw));
    const QByteArray content = hash.result().left(16);
    const int occurrence = ++m_occurrences[content];
    return "csv:" + content.toHex() + ':' + QByteArray::number(occurrence);
}

} // namespace cargo::listings
