// What the page of a car tells besides its card: how it stands, what it cost before, who gets what, what its VIN says.
#include "qml/client/fields.h"
#include "qml/client/format.h"
#include "qml/listings/listing_words.h"
#include "qml/listings/listings_view_models.h"
#include "qml/listings/vin_words.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace cargo::listings {

using client::Answer;
using client::Format;
using client::sum;

namespace {

constexpr int kPointsOfPrice = 30;

double amountOf(const QJsonObject &change)
{
    return change.value(QLatin1String("price")).toObject().value(QLatin1String("amount")).toDouble();
}
double momentOf(const QJsonObject &change) { return double(Format::millis(change.value(QLatin1String("at")))); }

// Days on a short axis: "12 Nov".
QString shortDay(double unixMs)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(qint64(unixMs)).date(), QStringLiteral("d MMM"));
}

} // namespace

void ListingViewModel::loadDetails()
{
    loadAside(
        {QStringLiteral("listing/%1/prices").arg(m_listingId), QStringLiteral("listings/%1/price-history").arg(m_listingId)},
        [this](const QJsonObject &body) {
            m_prices = body;
            Q_EMIT changed();
        });
    get(QStringLiteral("listings/%1/quote").arg(m_listingId), {}, [this](const Answer &answer) {
        m_quote = answer.ok ? answer.body : QJsonObject();
        Q_EMIT changed();
    });
}

QString ListingViewModel::shareLink() const
{
    return client() && !m_listingId.isEmpty()
               ? client()->api()->serverUrl().resolved(QUrl(QStringLiteral("/l/") + m_listingId)).toString()
               : QString();
}

void ListingViewModel::keep(bool favourite)
{
    if (favourite != m_listing.value(QLatin1String("favourite")).toBool())
        toggleFavourite();
}

QVariantMap ListingViewModel::standing() const
{
    const QString status = m_listing.value(QLatin1String("status")).toString();
    const QString userId = client() ? client()->session()->userId() : QString();
    const bool mine = !userId.isEmpty() && userId == driver().value(QStringLiteral("id")).toString();
    const auto said = [mine](const char *state, const char *tone, const QString &title, const QString &text) -> QVariantMap {
        return {{QStringLiteral("state"), QLatin1String(state)},
                {QStringLiteral("tone"), QLatin1String(tone)},
                {QStringLiteral("title"), title},
                {QStringLiteral("text"), text},
                {QStringLiteral("mine"), mine},
                {QStringLiteral("open"), qstrcmp(state, "published") == 0}};
    };
    if (status.isEmpty())
        return {};
    const double soldAt = double(Format::millis(m_listing.value(QLatin1String("sold_at"))));
    if (soldAt > 0)
        return said("sold", "plain", tr("Sold on %1").arg(Format::date(soldAt)),
                    tr("A buyer has it. Below are cars like it, and your search can be kept."));
    if (status == QLatin1String("paused"))
        return said("paused", "warn", tr("Not offered just now"),
                    tr("The driver took it off for a while, or somebody has paid for it. Keep it with the heart: if its price "
                       "falls or it is sold, we tell you."));
    if (status == QLatin1String("draft") || status == QLatin1String("in_review"))
        return said("unpublished", "info", tr("Nobody else sees this yet"),
                    status == QLatin1String("draft") ? tr("It is a draft. Publish it in the driver's app.")
                                                     : tr("We are looking at it. It appears as soon as that is done."));
    if (status == QLatin1String("blocked"))
        return said("gone", "danger", tr("Taken off by CarGo"),
                    tr("The listing broke our rules. Pay nothing for this car outside CarGo."));
    if (status != QLatin1String("published"))
        return said("gone", "plain", tr("No longer offered"), tr("The driver has taken it off. Below are cars like it."));
    if (mine)
        return said("published", "info", tr("This is your car"), tr("So buyers see it."));
    return said("published", "", {}, {});
}

// The chart runs over time, not over changes: a price stands until it is changed.
QVariantMap ListingViewModel::price() const
{
    const QJsonArray items = m_prices.value(QLatin1String("items")).toArray();
    const QJsonObject drop = m_prices.value(QLatin1String("price_drop")).toObject();
    QVariantList values, rows;
    QStringList labels;
    if (items.size() > 1) {
        const double from = momentOf(items.first().toObject()), to = double(QDateTime::currentMSecsSinceEpoch());
        qsizetype at = 0;
        for (int point = 0; point < kPointsOfPrice; ++point) {
            const double moment = from + (to - from) * point / (kPointsOfPrice - 1);
            while (at + 1 < items.size() && momentOf(items.at(at + 1).toObject()) <= moment)
                ++at;
            values.append(amountOf(items.at(at).toObject()) / 100);
            labels.append(shortDay(moment));
        }
        for (qsizetype row = items.size() - 1; row >= 0; --row) {
            const QJsonObject now = items.at(row).toObject();
            const double before = row > 0 ? amountOf(items.at(row - 1).toObject()) : 0;
            const double change = amountOf(now) - before;
            const QString currency = now.value(QLatin1String("price")).toObject().value(QLatin1String("currency")).toString();
            rows.append(QVariantMap{
                {QStringLiteral("day"), Format::day(momentOf(now))},
                {QStringLiteral("price"), sum(now, "price")},
                {QStringLiteral("fell"), change < 0},
                {QStringLiteral("change"),
                 before > 0 ? QString((change < 0 ? u"−" : u"+") + Format::money(std::abs(change), currency)) : QString()}});
        }
    }
    QString fell;
    if (!drop.isEmpty()) {
        const double was = drop.value(QLatin1String("from")).toObject().value(QLatin1String("amount")).toDouble();
        const double is = drop.value(QLatin1String("to")).toObject().value(QLatin1String("amount")).toDouble();
        const QString currency = drop.value(QLatin1String("to")).toObject().value(QLatin1String("currency")).toString();
        fell = tr("Cheaper by %1, a month's low").arg(Format::money(was - is, currency));
    }
    return {{QStringLiteral("values"), values},
            {QStringLiteral("labels"), labels},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("fell"), fell}};
}

QVariantMap ListingViewModel::offer() const { return m_quote.isEmpty() ? QVariantMap() : offerOf(m_quote); }

QVariantMap ListingViewModel::vin() const
{
    if (m_listing.isEmpty())
        return {};
    return vinWords(m_listing.value(QLatin1String("vin")).toString(), m_listing.value(QLatin1String("year")).toInt(),
                    m_listing.value(QLatin1String("country_from")).toString(), QDate::currentDate().year());
}

QVariantList ListingViewModel::extras() const
{
    QVariantList list;
    const QJsonObject attributes = m_listing.value(QLatin1String("attributes")).toObject();
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        if (it->isBool() && !it->toBool())
            continue;
        list.append(QVariantMap{{QStringLiteral("name"), fieldName(it.key())},
                                {QStringLiteral("value"), it->isBool() ? QString() : attributeText(it.key(), *it)}});
    }
    return list;
}

} // namespace cargo::listings
