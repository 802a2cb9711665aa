#include "qml/listings/listings_view_models.h"

#include "qml/client/format.h"

#include <QJsonArray>

#include <utility>

namespace cargo::listings {

using client::Answer;
using client::Call;
using client::Format;

void ListingsViewModel::reload()
{
    const int generation = ++m_generation;
    if (!allowed()) {
        m_model.reset({});
        setPhase(Empty);
        return;
    }
    if (m_model.count() == 0)
        setPhase(Loading);
    get(path(), query(), [this, generation](const Answer &answer) {
        if (generation != m_generation)
            return;
        m_stale = false;
        if (answer.ok) {
            client()->cache()->put(cacheKey(), answer.body);
            show(answer.body, false);
            return;
        }
        const QJsonObject kept = answer.unreachable() ? client()->cache()->get(cacheKey()) : QJsonObject();
        if (kept.isEmpty()) {
            setFailed(answer);
            return;
        }
        m_stale = true;
        show(kept, false);
    });
}

void ListingsViewModel::show(const QJsonObject &body, bool more)
{
    m_cursor = body.value(QLatin1String("next_cursor")).toString();
    m_model.setItems(client()->api(), body.value(QLatin1String("items")).toArray(), more);
    m_moreError.clear();
    loaded(body);
    setPhase(m_model.count() == 0 ? Empty : Ready);
    Q_EMIT phaseChanged();
    Q_EMIT moreChanged();
}

void ListingsViewModel::loadMore()
{
    if (m_cursor.isEmpty() || m_moreUnderWay || m_stale)
        return;
    m_moreUnderWay = true;
    m_moreError.clear();
    Q_EMIT moreChanged();
    QUrlQuery further = furtherQuery();
    further.addQueryItem(QStringLiteral("cursor"), QString::fromLatin1(QUrl::toPercentEncoding(m_cursor)));
    const int generation = m_generation;
    get(path(), further, [this, generation](const Answer &answer) {
        m_moreUnderWay = false;
        if (generation == m_generation && answer.ok)
            show(answer.body, true);
        else if (generation == m_generation)
            m_moreError = client::errorText(answer.error);
        Q_EMIT moreChanged();
    });
}

void ListingsViewModel::toggleFavourite(const QString &listingId, bool favourite)
{
    m_model.setFavourite(listingId, favourite); // at once; taken back when the server refuses
    const QString target = QStringLiteral("me/favourites/") + listingId;
    client()->api()->send(favourite ? Call::put(target) : Call::remove(target), this,
                          [this, listingId, favourite](const Answer &answer) {
                              if (answer.ok)
                                  return;
                              m_model.setFavourite(listingId, !favourite);
                              Q_EMIT failed(client::errorText(answer.error));
                          });
}

void HomeViewModel::begin()
{
    connect(client()->session(), &client::Session::signedInChanged, this, [this] {
        reload();
        loadDeal();
    });
    connect(client()->ws(), &client::WsClient::frameArrived, this, [this](const QString &type) {
        if (type == QLatin1String("deal"))
            loadDeal();
    });
    reload();
    loadDeal();
}

QUrlQuery HomeViewModel::query() const
{
    return {{QStringLiteral("sort"), QStringLiteral("newest")}, {QStringLiteral("limit"), QStringLiteral("20")}};
}

void HomeViewModel::loadDeal()
{
    if (!client()->session()->signedIn()) {
        m_deal.clear();
        Q_EMIT dealChanged();
        return;
    }
    get(QStringLiteral("deals"), {{QStringLiteral("limit"), QStringLiteral("10")}}, [this](const Answer &answer) {
        if (!answer.ok)
            return;
        m_deal.clear();
        const QJsonArray deals = answer.body.value(QLatin1String("items")).toArray();
        for (const QJsonValue &value : deals) {
            const QJsonObject deal = value.toObject();
            const QString status = deal.value(QLatin1String("status")).toString();
            const bool open = status == QLatin1String("created") || status == QLatin1String("funded")
                              || status == QLatin1String("in_transit") || status == QLatin1String("delivered")
                              || status == QLatin1String("disputed");
            if (!open)
                continue;
            const QJsonObject car = deal.value(QLatin1String("listing")).toObject();
            m_deal = {{QStringLiteral("dealId"), deal.value(QLatin1String("id")).toString()},
                      {QStringLiteral("status"), status},
                      {QStringLiteral("arrived"), Format::millis(deal.value(QLatin1String("arrived_at"))) > 0},
                      {QStringLiteral("car"), car.value(QLatin1String("model")).toString()}};
            break;
        }
        Q_EMIT dealChanged();
    });
}

void RecommendationsViewModel::begin()
{
    m_personal = client()->settings()->personalPicks();
    connect(client()->session(), &client::Session::signedInChanged, this, &RecommendationsViewModel::reload);
    connect(client()->settings(), &client::Settings::changed, this, [this] {
        if (std::exchange(m_personal, client()->settings()->personalPicks()) != m_personal)
            reload();
    });
    reload();
}

QUrlQuery RecommendationsViewModel::query() const
{
    return {{QStringLiteral("limit"), QStringLiteral("12")},
            {QStringLiteral("personal"), client()->settings()->personalPicks() ? QStringLiteral("1") : QStringLiteral("0")}};
}

void FavouritesViewModel::begin()
{
    connect(client()->session(), &client::Session::signedInChanged, this, &FavouritesViewModel::reload);
    reload();
}

} // namespace cargo::listings
