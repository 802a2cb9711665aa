#include "qml/listings/listings_view_models.h"

#include "qml/client/format.h"

#include <QJsonArray>

#include <utility>

namespace cargo::listings {

using client::Answer;
using client::Format;

void ListingsViewModel::reload()
{
    const int generation = ++m_generation;
    if (!allowed()) {
        m_model.reset({});
        setPhase(Empty);
        return;
    }
    load({cacheKey(), path(), query()}, [this, generation](const QJsonObject &body) {
        if (generation == m_generation)
            show(body, false);
    });
}

void ListingsViewModel::show(const QJsonObject &body, bool more)
{
    m_cursor = body.value(QLatin1String("next_cursor")).toString();
    m_model.setItems(client()->api(), body.value(QLatin1String("items")).toArray(), more);
    m_moreError.clear();
    const QHash<QString, bool> wishes = favouriteWishes(client()->outbox());
    for (auto wish = wishes.begin(); wish != wishes.end(); ++wish)
        m_model.setFavourite(wish.key(), wish.value());
    loaded(body);
    setPhase(m_model.count() == 0 ? Empty : Ready);
    Q_EMIT phaseChanged();
    Q_EMIT moreChanged();
}

void ListingsViewModel::loadMore()
{
    if (m_cursor.isEmpty() || m_moreUnderWay || stale())
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
    connect(client()->outbox(), &client::Outbox::refused, this, &ListingsViewModel::favouriteRefused, Qt::UniqueConnection);
    client()->outbox()->setFavourite(listingId, favourite);
}

void ListingsViewModel::favouriteRefused(const client::OutboxItem &item, const Error &error)
{
    const QString listingId = item.subject.section(QLatin1Char('/'), 1);
    if (item.kind != QLatin1String("favourite") || m_model.find(listingId) < 0)
        return;
    m_model.setFavourite(listingId, item.method == "DELETE");
    client()->outbox()->discard(item.id); // the heart shows that it did not work
    Q_EMIT failed(client::errorText(error));
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
    loadAside({QStringLiteral("home/deals"), QStringLiteral("deals"), {{QStringLiteral("limit"), QStringLiteral("10")}}},
              [this](const QJsonObject &body) { showDeal(body); });
}

void HomeViewModel::showDeal(const QJsonObject &body)
{
    m_deal.clear();
    const QJsonArray deals = body.value(QLatin1String("items")).toArray();
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
