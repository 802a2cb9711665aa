#include "app-driver/listings/listing_form_view_model.h"

#include "qml/client/fields.h"
#include "qml/listings/listing_words.h"
#include "qml/listings/vin_words.h"
#include "shared/domain/deal/fee.h"
#include "shared/domain/deal/landed_cost.h"
#include "shared/domain/ids.h"
#include "shared/domain/listing/listing.h"
#include "shared/domain/vehicle/vin.h"

#include <QDate>
#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

namespace cargo::driver {

using client::Answer;
using client::Call;
using client::word;

namespace {
constexpr const char *kTexts[] = {"brand", "model",        "country_from", "description", "body_type",
                                  "fuel",  "transmission", "drive",        "color",       "vin"};
constexpr const char *kNumbers[] = {"year", "mileage_km", "delivery_eta_days", "engine_cc", "power_hp"};
const QString kPrice = QStringLiteral("price");    // minor units
const QString kRubles = QStringLiteral("RUB");     // what prices are in
const QString kKey = QStringLiteral("create_key"); // of idempotency: sent again after a crash, it is the same listing

int thisYear() { return QDate::currentDate().year(); }
QString fieldOf(const Error &error) { return error.field.section(QLatin1Char('.'), 0, 0); } // "price.amount" stands at the price

std::optional<listing::Fact> factOf(const QString &name)
{
    using listing::Fact;
    const std::pair<const char *, Fact> facts[] = {{"body_type", Fact::BodyType},
                                                   {"fuel", Fact::Fuel},
                                                   {"transmission", Fact::Transmission},
                                                   {"drive", Fact::Drive},
                                                   {"color", Fact::Color}};
    for (const auto &[known, fact] : facts) {
        if (name == QLatin1String(known))
            return fact;
    }
    return std::nullopt;
}
} // namespace

void ListingFormViewModel::begin()
{
    loadAside({QStringLiteral("fee-terms"), QStringLiteral("fee-terms"), {}, Source::Anything}, [this](const QJsonObject &terms) {
        m_feeTerms = terms;
        Q_EMIT formChanged();
    });
    if (m_id.isEmpty())
        setPhase(Ready);
    else
        reload();
}

QVariantMap ListingFormViewModel::offer() const
{
    const qint64 price = m_form.value(kPrice).toLongLong();
    if (m_feeTerms.isEmpty() || price <= 0)
        return {};
    const Currency rubles = *Currency::fromCode(kRubles);
    const qint64 points = m_feeTerms.value(QLatin1String("basis_points")).toInteger();
    const qint64 least = m_feeTerms.value(QLatin1String("minimum_minor")).toInteger();
    const auto fee = platformFee(Money{price, rubles}, points, Money{least, rubles});
    if (!fee.ok())
        return {};
    const auto sum = [](qint64 minor) {
        return QJsonObject{{QStringLiteral("amount"), minor}, {QStringLiteral("currency"), kRubles}};
    };
    QJsonArray besides;
    for (const QLatin1String cost : costsBesidesThePrice())
        besides.append(cost);
    const QString rule = QLatin1String(cargo::word(feeRule(*fee, Money{price, rubles}, points)));
    QVariantMap offer = listings::offerOf({{QStringLiteral("buyer_pays"), sum(price)},
                                           {QStringLiteral("fee"), sum(fee->amountMinor)},
                                           {QStringLiteral("driver_receives"), sum(price - fee->amountMinor)},
                                           {QStringLiteral("fee_terms"), QJsonObject{{QStringLiteral("basis_points"), points},
                                                                                     {QStringLiteral("minimum"), sum(least)},
                                                                                     {QStringLiteral("rule"), rule}}},
                                           {QStringLiteral("not_included"), besides}});
    offer.insert(QStringLiteral("rule"),
                 tr("%1 %, at least %2")
                     .arg(QLocale().toString(double(points) / 100, 'g', 4), client::Format::money(double(least), kRubles)));
    return offer;
}

void ListingFormViewModel::reload()
{
    load({{}, QStringLiteral("listings/") + m_id, {}, Source::Thing}, [this](const QJsonObject &listing) {
        take(listing);
        setPhase(Ready);
        Q_EMIT loaded();
    });
}

void ListingFormViewModel::take(const QJsonObject &listing)
{
    m_version = listing.value(QLatin1String("version")).toInteger();
    m_photos.clear();
    const QJsonArray photos = listing.value(QLatin1String("photos")).toArray();
    for (const QJsonValue &photo : photos) {
        const QJsonObject one = photo.toObject();
        m_photos.append(QVariantMap{{QStringLiteral("mediaId"), word(one, "id")},
                                    {QStringLiteral("source"),
                                     client()->api()->mediaUrl(word(one.value(QLatin1String("variants")).toObject(), "card"))}});
    }
    if (!m_form.isEmpty())
        return; // what was being typed goes on
    QVariantMap form;
    for (const char *name : kTexts)
        form.insert(QLatin1String(name), word(listing, name));
    for (const char *name : kNumbers) {
        if (listing.value(QLatin1String(name)).isDouble())
            form.insert(QLatin1String(name), listing.value(QLatin1String(name)).toDouble());
    }
    form.insert(kPrice, listing.value(kPrice).toObject().value(QLatin1String("amount")).toDouble());
    setForm(form);
}

void ListingFormViewModel::setForm(const QVariantMap &form)
{
    if (form == m_form)
        return;
    m_form = form;
    Q_EMIT formChanged();
}

void ListingFormViewModel::set(const QString &field, const QVariant &value)
{
    QVariantMap form = m_form;
    const bool nothing =
        !value.isValid() || value.toString().isEmpty() || (value.typeId() == QMetaType::Double && qIsNaN(value.toDouble()));
    if (nothing)
        form.remove(field);
    else
        form.insert(field, value);
    if (m_errors.remove(field) > 0)
        Q_EMIT errorsChanged();
    setForm(form);
}

QJsonObject ListingFormViewModel::json() const
{
    QJsonObject json;
    for (const char *name : kTexts) {
        if (const QString text = m_form.value(QLatin1String(name)).toString().trimmed(); !text.isEmpty())
            json.insert(QLatin1String(name), text);
    }
    for (const char *name : kNumbers) {
        if (m_form.contains(QLatin1String(name)))
            json.insert(QLatin1String(name), qint64(m_form.value(QLatin1String(name)).toDouble()));
    }
    if (m_form.contains(kPrice))
        json.insert(kPrice, QJsonObject{{QStringLiteral("amount"), qint64(m_form.value(kPrice).toDouble())},
                                        {QStringLiteral("currency"), QStringLiteral("RUB")}});
    return json;
}

api::Parsed<api::ListingInputDto> ListingFormViewModel::read() const
{
    auto parsed = api::ListingInputDto::read(json());
    if (parsed.value.year > listing::yearMax(thisYear()))
        parsed.errors.push_back({ErrorCode::OutOfRange, QStringLiteral("year"), {}});
    if (const QString text = vinError(); !text.isEmpty())
        parsed.errors.push_back({ErrorCode::InvalidFormat, QStringLiteral("vin"), {}});
    return parsed;
}

bool ListingFormViewModel::check(const QStringList &fields)
{
    m_errors.clear();
    for (const Error &error : read().errors) {
        const QString field = fieldOf(error);
        if ((fields.isEmpty() || fields.contains(field)) && !m_errors.contains(field))
            m_errors.insert(field, field == QLatin1String("vin") ? vinError() : client::errorText(error));
    }
    Q_EMIT errorsChanged();
    return m_errors.isEmpty();
}

QString ListingFormViewModel::vinError() const
{
    const QString text = m_form.value(QStringLiteral("vin")).toString();
    if (text.trimmed().isEmpty())
        return {};
    const auto vin = vehicle::parseVin(text, thisYear());
    if (vin.ok())
        return {};
    switch (vin.code()) {
    case ErrorCode::TooShort: return tr("A VIN has 17 characters; some are missing.");
    case ErrorCode::TooLong: return tr("A VIN has 17 characters; there are more.");
    case ErrorCode::WrongCode: return tr("The check digit does not fit: a character is wrong.");
    default: return tr("A VIN has no I, O or Q, and digits at its end. Look at the plate once more.");
    }
}

QVariantMap ListingFormViewModel::vin() const
{
    const QString text = m_form.value(QStringLiteral("vin")).toString();
    if (text.trimmed().isEmpty() || !vinError().isEmpty())
        return {};
    return listings::vinWords(text, m_form.value(QStringLiteral("year")).toInt(),
                              m_form.value(QStringLiteral("country_from")).toString(), thisYear());
}

QVariantMap ListingFormViewModel::fromVin() const
{
    const auto vin = vehicle::parseVin(m_form.value(QStringLiteral("vin")).toString(), thisYear());
    QVariantMap found;
    if (!vin.ok())
        return found;
    if (!vin->maker.isEmpty() && m_form.value(QStringLiteral("brand")).toString().isEmpty())
        found.insert(QStringLiteral("brand"), vin->maker);
    if (vin->modelYear && !m_form.contains(QStringLiteral("year")))
        found.insert(QStringLiteral("year"), *vin->modelYear);
    return found;
}

QVariantList ListingFormViewModel::choices(const QString &fact) const
{
    QVariantList rows;
    const auto add = [&rows, &fact](const QString &value) {
        rows.append(QVariantMap{{QStringLiteral("value"), value}, {QStringLiteral("text"), listings::label(fact, value)}});
    };
    if (fact == QLatin1String("country_from")) {
        for (const listing::Country &country : listing::countries())
            add(QLatin1String(country.code));
    } else if (const auto known = factOf(fact)) {
        for (const QLatin1String &value : listing::words(*known))
            add(value);
    }
    return rows;
}

bool ListingFormViewModel::refused(const Call &, const Answer &answer, const client::ApiClient::Done &)
{
    for (const Error &error : answer.fields)
        m_errors.insert(fieldOf(error), client::errorText(error));
    Q_EMIT errorsChanged();
    return false; // it is told, too: the field may stand on another step
}

void ListingFormViewModel::save(const QStringList &mediaIds)
{
    if (!check({}))
        return;
    QJsonObject body = json();
    if (!m_id.isEmpty()) {
        put(mediaIds);
        return;
    }
    if (!m_form.contains(kKey))
        set(kKey, QString::fromLatin1(newUuid({QDateTime::currentMSecsSinceEpoch()}).toText()));
    body.insert(QStringLiteral("photos"), QJsonArray::fromStringList(mediaIds));
    Call call = Call::post(QStringLiteral("listings"), QJsonDocument(body).toJson(QJsonDocument::Compact));
    call.idempotencyKey = m_form.value(kKey).toString().toLatin1();
    order(call, [this](const Answer &answer) { Q_EMIT saved(word(answer.body, "id")); });
}

void ListingFormViewModel::put(const QStringList &mediaIds)
{
    QJsonObject body = json();
    for (const char *name : {"engine_cc", "power_hp", "vin", "body_type", "fuel", "transmission", "drive", "color"}) {
        if (!body.contains(QLatin1String(name)))
            body.insert(QLatin1String(name), QJsonValue::Null);
    }
    if (!body.contains(QLatin1String("description")))
        body.insert(QStringLiteral("description"), QString());
    Call call = Call::patch(QStringLiteral("listings/") + m_id, QJsonDocument(body).toJson(QJsonDocument::Compact));
    call.ifMatch = '"' + QByteArray::number(m_version) + '"';
    order(call, [this, mediaIds](const Answer &answer) {
        take(answer.body);
        QStringList known;
        for (const QVariant &photo : std::as_const(m_photos))
            known << photo.toMap().value(QStringLiteral("mediaId")).toString();
        if (known == mediaIds) {
            Q_EMIT saved(m_id);
            return;
        }
        const QJsonObject photos{{QStringLiteral("photos"), QJsonArray::fromStringList(mediaIds)}};
        order(Call::put(QStringLiteral("listings/%1/photos").arg(m_id), QJsonDocument(photos).toJson(QJsonDocument::Compact)),
              [this](const Answer &) { Q_EMIT saved(m_id); });
    });
}

} // namespace cargo::driver
