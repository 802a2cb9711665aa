#include "qml/listings/listing_model.h"

#include "qml/client/fields.h"
#include "qml/listings/listing_words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <cmath>

namespace cargo::listings {

using client::Format;
using client::word;

namespace {

QByteArray bytesOf(const QJsonObject &card) { return QJsonDocument(card).toJson(QJsonDocument::Compact); }
QJsonObject cardOf(const QByteArray &bytes) { return QJsonDocument::fromJson(bytes).object(); }

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

} // namespace

ListingModel::ListingModel(QObject *parent)
    : RowModel({QStringLiteral("listingId"), QStringLiteral("title"), QStringLiteral("facts"), QStringLiteral("route"),
                QStringLiteral("price"), QStringLiteral("oldPrice"), QStringLiteral("change"), QStringLiteral("photo"),
                QStringLiteral("photoCount"), QStringLiteral("driver"), QStringLiteral("verified"), QStringLiteral("rating"),
                QStringLiteral("reviews"), QStringLiteral("favourite"), QStringLiteral("status"), QStringLiteral("reason")},
               parent)
{
}

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
            {QStringLiteral("photo"), api->mediaUrl(word(card, "photo"))},
            {QStringLiteral("photoCount"), card.value(QLatin1String("photo_count")).toInt()},
            {QStringLiteral("driver"), word(driver, "display_name")},
            {QStringLiteral("verified"), driver.value(QLatin1String("verified")).toBool()},
            {QStringLiteral("rating"),
             rating.value(QLatin1String("count")).toInt() > 0 ? rating.value(QLatin1String("mean")).toDouble() : 0.0},
            {QStringLiteral("reviews"), rating.value(QLatin1String("count")).toInt()},
            {QStringLiteral("favourite"), card.value(QLatin1String("favourite")).toBool(!kept.isEmpty())},
            {QStringLiteral("status"),
             Format::millis(card.value(QLatin1String("sold_at"))) > 0 ? QStringLiteral("sold") : word(card, "status")},
            {QStringLiteral("reason"), reasonText(card.value(QLatin1String("reason")).toObject())}};
}

void ListingModel::setItems(client::Client *client, const QJsonArray &items, bool more)
{
    if (!more)
        m_cards.clear();
    QList<QVariantMap> rows;
    for (const QJsonValue &item : items) {
        m_cards.append(bytesOf(item.toObject()));
        rows.append(rowOf(client->api(), item.toObject()));
    }
    if (more)
        append(rows);
    else
        sync(rows); // what stays keeps its place on the screen
    const QHash<QString, bool> wishes = favouriteWishes(client->outbox());
    for (auto wish = wishes.begin(); wish != wishes.end(); ++wish)
        setFavourite(wish.key(), wish.value());
}

void ListingModel::setFavourite(const QString &listingId, bool favourite)
{
    const int at = find(listingId);
    if (at < 0)
        return;
    QVariantMap changed = row(at);
    changed.insert(QStringLiteral("favourite"), favourite);
    for (QByteArray &bytes : m_cards) {
        if (!bytes.contains(listingId.toLatin1()))
            continue;
        QJsonObject card = cardOf(bytes);
        if (word(card, "id") != listingId)
            continue;
        card.insert(QLatin1String("favourite"), favourite);
        bytes = bytesOf(card);
    }
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

void ListingModel::retranslate(client::ApiClient *api)
{
    for (const QByteArray &bytes : std::as_const(m_cards)) {
        const QJsonObject card = cardOf(bytes);
        if (const int at = find(word(card, "id")); at >= 0)
            update(at, rowOf(api, card));
    }
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
