#include "qml/listings/listing_model.h"

#include "qml/client/fields.h"
#include "qml/listings/listing_words.h"

#include <QCborValue>
#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <array>
#include <cmath>

namespace cargo::listings {

using client::Format;
using client::word;

namespace {

const QStringList kRoles{
    QStringLiteral("listingId"),  QStringLiteral("title"),     QStringLiteral("facts"),    QStringLiteral("route"),
    QStringLiteral("price"),      QStringLiteral("oldPrice"),  QStringLiteral("change"),   QStringLiteral("photo"),
    QStringLiteral("photoCount"), QStringLiteral("driver"),    QStringLiteral("verified"), QStringLiteral("rating"),
    QStringLiteral("reviews"),    QStringLiteral("favourite"), QStringLiteral("status"),   QStringLiteral("reason")};
const QStringList kColumns{QStringLiteral("listingId"), QStringLiteral("card"), QStringLiteral("favourite")};

// What rowOf() reads of a card, besides its id and its heart.
constexpr std::array kOfCard = {"status",    "brand",      "model",        "year",         "mileage_km",
                                "engine_cc", "fuel",       "transmission", "country_from", "delivery_eta_days",
                                "price",     "kept_price", "price_drop",   "photo",        "photo_count",
                                "sold_at",   "reason"};
constexpr std::array kOfDriver = {"display_name", "verified", "rating"};

template <size_t N>
QJsonObject only(const std::array<const char *, N> &names, const QJsonObject &object)
{
    QJsonObject some;
    for (const char *name : names) {
        if (const QJsonValue value = object.value(QLatin1String(name)); !value.isUndefined() && !value.isNull())
            some.insert(QLatin1String(name), value);
    }
    return some;
}

QByteArray packed(const QJsonObject &card)
{
    QJsonObject some = only(kOfCard, card);
    some.insert(QLatin1String("driver"), only(kOfDriver, card.value(QLatin1String("driver")).toObject()));
    QByteArray bytes = QCborValue::fromJsonValue(some).toCbor();
    bytes.squeeze(); // it grew by doubling
    return bytes;
}

QJsonObject unpacked(const QByteArray &bytes) { return QCborValue::fromCbor(bytes).toJsonValue().toObject(); }

QString factsOf(const QJsonObject &card)
{
    QStringList facts{QCoreApplication::translate("ListingModel", "%1 km")
                          .arg(Format::number(card.value(QLatin1String("mileage_km")).toDouble()))};
    if (const double cc = card.value(QLatin1String("engine_cc")).toDouble(); cc >= 100)
        facts << QCoreApplication::translate("ListingModel", "%1 l").arg(QLocale().toString(cc / 1000, 'f', 1));
    for (const char *name : {"fuel", "transmission"}) {
        if (const QString value = word(card, name); !value.isEmpty())
            facts << label(QLatin1String(name), value);
    }
    return facts.join(QStringLiteral(" · "));
}

// By how much the price changed, rounded away from nought: a small drop is not "0 %".
int percent(const QJsonObject &before, const QJsonObject &now)
{
    const double was = before.value(QLatin1String("amount")).toDouble();
    const double change = was > 0 ? (now.value(QLatin1String("amount")).toDouble() - was) * 100 / was : 0;
    return int(change < 0 ? std::floor(change) : std::ceil(change));
}

// Cards of the favourites do not say it: they have the price at which they were kept.
bool isFavourite(const QJsonObject &card)
{
    return card.value(QLatin1String("favourite")).toBool(!card.value(QLatin1String("kept_price")).toObject().isEmpty());
}

} // namespace

ListingModel::ListingModel(QObject *parent) : RowModel(kRoles, kColumns, parent) {}

QVariantMap ListingModel::rowOf(client::ApiClient *api, const QJsonObject &card)
{
    const QJsonObject driver = card.value(QLatin1String("driver")).toObject();
    const QJsonObject rating = driver.value(QLatin1String("rating")).toObject();
    const QJsonObject price = card.value(QLatin1String("price")).toObject();
    const QJsonObject kept = card.value(QLatin1String("kept_price")).toObject();
    const QJsonObject drop = card.value(QLatin1String("price_drop")).toObject();
    const QJsonObject before = !kept.isEmpty() && kept != price ? kept : drop.value(QLatin1String("from")).toObject();
    const int days = card.value(QLatin1String("delivery_eta_days")).toInt();
    return {{QStringLiteral("listingId"), word(card, "id")},
            {QStringLiteral("title"), QString(word(card, "brand") + QLatin1Char(' ') + word(card, "model") + QStringLiteral(", ")
                                              + QString::number(card.value(QLatin1String("year")).toInt()))},
            {QStringLiteral("facts"), factsOf(card)},
            {QStringLiteral("route"),
             QString(label(QStringLiteral("country_from"), word(card, "country_from")) + QStringLiteral(" · ")
                     + QCoreApplication::translate("ListingModel", "%n day(s)", "delivery", days))},
            {QStringLiteral("price"), Format::money(price)},
            {QStringLiteral("oldPrice"), before.isEmpty() ? QString() : Format::money(before)},
            {QStringLiteral("change"), before.isEmpty() ? 0 : percent(before, price)},
            {QStringLiteral("photo"), api ? api->mediaUrl(word(card, "photo")) : QUrl()},
            {QStringLiteral("photoCount"), card.value(QLatin1String("photo_count")).toInt()},
            {QStringLiteral("driver"), word(driver, "display_name")},
            {QStringLiteral("verified"), driver.value(QLatin1String("verified")).toBool()},
            {QStringLiteral("rating"),
             rating.value(QLatin1String("count")).toInt() > 0 ? rating.value(QLatin1String("mean")).toDouble() : 0.0},
            {QStringLiteral("reviews"), rating.value(QLatin1String("count")).toInt()},
            {QStringLiteral("favourite"), isFavourite(card)},
            {QStringLiteral("status"),
             Format::millis(card.value(QLatin1String("sold_at"))) > 0 ? QStringLiteral("sold") : word(card, "status")},
            {QStringLiteral("reason"), reasonText(card.value(QLatin1String("reason")).toObject())}};
}

QVariantList ListingModel::shown(int at) const
{
    const QVariantList &kept = valuesAt(at);
    if (kept != m_lastKept) {
        QVariantMap row = rowOf(m_api, unpacked(kept.at(1).toByteArray()));
        row.insert(QStringLiteral("listingId"), kept.at(0));
        row.insert(QStringLiteral("favourite"), kept.at(2));
        m_lastShown = inOrder(row, kRoles);
        m_lastKept = kept;
    }
    return m_lastShown;
}

void ListingModel::setItems(client::Client *client, const QJsonArray &items, bool more)
{
    m_api = client->api();
    const QHash<QString, bool> wishes = favouriteWishes(client->outbox());
    QList<QVariantMap> rows;
    for (const QJsonValue &item : items) {
        const QJsonObject card = item.toObject();
        const QString id = word(card, "id");
        rows.append({{QStringLiteral("listingId"), id},
                     {QStringLiteral("card"), packed(card)},
                     {QStringLiteral("favourite"), wishes.value(id, isFavourite(card))}});
    }
    if (more)
        append(rows);
    else
        sync(rows); // what stays keeps its place on the screen
    for (auto wish = wishes.begin(); wish != wishes.end(); ++wish)
        setFavourite(wish.key(), wish.value());
}

void ListingModel::setFavourite(const QString &listingId, bool favourite)
{
    const int at = find(listingId);
    if (at < 0)
        return;
    QVariantMap changed = kept(at);
    changed.insert(QStringLiteral("favourite"), favourite);
    update(at, changed);
}

bool ListingModel::takeBack(client::Outbox *outbox, const client::OutboxItem &refused)
{
    const QString listingId = listingOfHeart(refused);
    if (listingId.isEmpty() || find(listingId) < 0)
        return false;
    setFavourite(listingId, refused.method == "DELETE");
    outbox->discard(refused.id); // the heart shows that it did not work
    return true;
}

void ListingModel::retranslate()
{
    m_lastKept.clear();
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1));
}

QString listingOfHeart(const client::OutboxItem &item)
{
    return item.kind == QLatin1String("favourite") ? item.subject.section(QLatin1Char('/'), 1) : QString();
}

QHash<QString, bool> favouriteWishes(client::Outbox *outbox)
{
    QHash<QString, bool> wishes;
    const auto items = outbox->items();
    for (const client::OutboxItem &item : items) {
        if (const QString listingId = listingOfHeart(item); !listingId.isEmpty() && item.error.isEmpty())
            wishes.insert(listingId, item.method == "PUT");
    }
    return wishes;
}

} // namespace cargo::listings
