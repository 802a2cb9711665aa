#include "qml/listings/driver_view_model.h"

#include "qml/client/format.h"

#include <QLocale>

namespace cargo::listings {

using client::Answer;
using client::Call;
using client::Format;

void DriverViewModel::reload()
{
    load({QStringLiteral("user/") + m_userId, QStringLiteral("users/") + m_userId, {}, Source::Thing},
         [this](const QJsonObject &user) {
             m_user = user;
             Q_EMIT changed();
             setPhase(Ready);
         });
    askReviews(false);
    loadAside(
        {QStringLiteral("user/%1/listings").arg(m_userId),
         QStringLiteral("users/%1/listings").arg(m_userId),
         {{QStringLiteral("limit"), QStringLiteral("12")}}},
        [this](const QJsonObject &body) { m_cars.setItems(client(), body.value(QLatin1String("items")).toArray(), false); });
}

void DriverViewModel::retranslate()
{
    m_cars.retranslate();
    m_reviews.sync(ReviewModel::rowsOf(m_reviewItems));
    Q_EMIT changed();
}

QVariantMap DriverViewModel::driver() const
{
    if (m_user.isEmpty())
        return {};
    const QJsonObject rating = m_user.value(QLatin1String("rating")).toObject();
    const QDateTime since = QDateTime::fromMSecsSinceEpoch(Format::millis(m_user.value(QLatin1String("member_since"))));
    return {{QStringLiteral("name"), m_user.value(QLatin1String("display_name")).toString()},
            {QStringLiteral("verified"), m_user.value(QLatin1String("verified")).toBool()},
            {QStringLiteral("tier"), m_user.value(QLatin1String("kyc_tier")).toInt()},
            {QStringLiteral("deleted"), m_user.value(QLatin1String("deleted")).toBool()},
            {QStringLiteral("mine"), client()->session()->userId() == m_user.value(QLatin1String("id")).toString()},
            {QStringLiteral("rating"), rating.value(QLatin1String("mean")).toDouble()},
            {QStringLiteral("reviews"), rating.value(QLatin1String("count")).toInt()},
            {QStringLiteral("deals"), m_user.value(QLatin1String("deals_done")).toInt()},
            {QStringLiteral("since"), QLocale().toString(since.date(), QStringLiteral("MMMM yyyy"))}};
}

void DriverViewModel::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    askReviews(false);
}

void DriverViewModel::loadReviews()
{
    if (!m_asking && (moreReviews() || !m_reviewsError.isEmpty()))
        askReviews(moreReviews());
}

void DriverViewModel::askReviews(bool more)
{
    QUrlQuery query{{QStringLiteral("limit"), QStringLiteral("10")}};
    if (!m_filter.isEmpty())
        query.addQueryItem(QStringLiteral("rating"), m_filter);
    if (more)
        query.addQueryItem(QStringLiteral("cursor"), QString::fromLatin1(QUrl::toPercentEncoding(m_cursor)));
    m_reviewsError.clear();
    m_asking = std::make_unique<QObject>();
    Q_EMIT reviewsChanged();
    client()->api()->send(Call::get(QStringLiteral("users/%1/reviews").arg(m_userId), query), m_asking.get(),
                          [this, more](const Answer &answer) {
                              m_asking.release()->deleteLater(); // it is the context of this very call
                              if (answer.ok) {
                                  const QJsonArray items = answer.body.value(QLatin1String("items")).toArray();
                                  if (!more)
                                      m_reviewItems = {};
                                  for (const QJsonValue &item : items)
                                      m_reviewItems.append(item);
                                  m_cursor = answer.body.value(QLatin1String("next_cursor")).toString();
                                  m_reviews.sync(ReviewModel::rowsOf(m_reviewItems));
                              } else {
                                  m_reviewsError = client::errorText(answer.error);
                              }
                              Q_EMIT reviewsChanged();
                          });
}

void DriverViewModel::toggleFavourite(const QString &listingId, bool favourite)
{
    m_cars.setFavourite(listingId, favourite); // at once; taken back when the server refuses
    connect(client()->outbox(), &client::Outbox::refused, this, &DriverViewModel::favouriteRefused, Qt::UniqueConnection);
    client()->outbox()->setFavourite(listingId, favourite);
}

void DriverViewModel::favouriteRefused(const client::OutboxItem &item, const Error &error)
{
    if (m_cars.takeBack(client()->outbox(), item))
        Q_EMIT failed(client::errorText(error));
}

} // namespace cargo::listings
