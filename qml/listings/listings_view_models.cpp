#include "qml/listings/listings_view_models.h"

#include "qml/client/format.h"

#include <QJsonArray>

#include <algorithm>
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
    if (more)
        m_pages.append({m_model.count(), m_cursor});
    else
        m_pages.clear();
    m_cursor = body.value(QLatin1String("next_cursor")).toString();
    m_model.setItems(client(), body.value(QLatin1String("items")).toArray(), more);
    m_moreError.clear();
    loaded(body);
    setPhase(m_model.count() == 0 ? Empty : Ready);
    Q_EMIT phaseChanged();
    Q_EMIT moreChanged();
}

QString ListingsViewModel::cursorBefore(int row) const
{
    const auto later = std::find_if(m_pages.cbegin(), m_pages.cend(), [row](const auto &page) { return page.first > row; });
    return later == m_pages.cbegin() ? QString() : std::prev(later)->second;
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
    for (ListingModel *cars : m_hearted)
        cars->setFavourite(listingId, favourite); // at once; taken back when the server refuses
    connect(client()->outbox(), &client::Outbox::refused, this, &ListingsViewModel::favouriteRefused, Qt::UniqueConnection);
    client()->outbox()->setFavourite(listingId, favourite);
}

void ListingsViewModel::favouriteRefused(const client::OutboxItem &item, const Error &error)
{
    bool shown = false;
    for (ListingModel *cars : m_hearted)
        shown = cars->takeBack(client()->outbox(), item) || shown;
    if (shown)
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

FavouritesViewModel::~FavouritesViewModel()
{
    // The page goes before the words that offer to take it back: what was taken away stays away.
    for (const Kept &kept : m_kept) {
        if (kept.taken && client())
            client()->outbox()->setFavourite(kept.id, false);
    }
}

FavouritesViewModel::Kept *FavouritesViewModel::find(const QString &listingId)
{
    const auto found = std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept &kept) { return kept.id == listingId; });
    return found == m_kept.end() ? nullptr : &*found;
}

void FavouritesViewModel::loaded(const QJsonObject &body)
{
    const QJsonArray items = body.value(QLatin1String("items")).toArray();
    std::vector<Kept> before;
    if (m_model.count() == items.size()) // a first page: the list begins anew
        before.swap(m_kept);
    for (const QJsonValue &item : items) {
        const QJsonObject card = item.toObject();
        Kept kept;
        kept.id = card.value(QLatin1String("id")).toString();
        kept.price = card.value(QLatin1String("price")).toObject().value(QLatin1String("amount")).toDouble();
        kept.change = kept.price - card.value(QLatin1String("kept_price")).toObject().value(QLatin1String("amount")).toDouble();
        kept.gone = card.value(QLatin1String("status")).toString() != QLatin1String("published");
        kept.taken = std::any_of(before.begin(), before.end(), [&](const Kept &old) { return old.id == kept.id && old.taken; });
        m_kept.push_back(kept);
    }
    arrange();
    if (hasMore()) // an order over a part would be none
        QMetaObject::invokeMethod(this, &FavouritesViewModel::loadMore, Qt::QueuedConnection);
}

void FavouritesViewModel::arrange()
{
    for (int at = 0; at < m_model.count(); ++at)
        m_rows.insert(m_model.kept(at).value(QStringLiteral("listingId")).toString(), m_model.kept(at));
    std::vector<Kept> order = m_kept;
    std::stable_sort(order.begin(), order.end(), [this](const Kept &a, const Kept &b) {
        if (m_sort == QLatin1String("kept") || a.gone != b.gone)
            return m_sort != QLatin1String("kept") && b.gone; // what cannot be bought comes last
        return m_sort == QLatin1String("price") ? a.price < b.price : a.change < b.change;
    });
    QList<QVariantMap> rows;
    for (const Kept &kept : order) {
        if (!kept.taken && m_rows.contains(kept.id))
            rows.append(m_rows.value(kept.id));
    }
    m_model.sync(rows);
    Q_EMIT arranged();
}

void FavouritesViewModel::setSort(const QString &sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    arrange();
}

int FavouritesViewModel::fallen() const
{
    return int(std::count_if(m_kept.begin(), m_kept.end(),
                             [](const Kept &kept) { return kept.change < 0 && !kept.gone && !kept.taken; }));
}

int FavouritesViewModel::gone() const
{
    return int(std::count_if(m_kept.begin(), m_kept.end(), [](const Kept &kept) { return kept.gone && !kept.taken; }));
}

void FavouritesViewModel::take(const QString &listingId)
{
    if (Kept *kept = find(listingId))
        kept->taken = true;
    arrange();
    setPhase(m_model.count() == 0 ? Empty : Ready);
}

void FavouritesViewModel::putBack(const QString &listingId)
{
    if (Kept *kept = find(listingId))
        kept->taken = false;
    arrange();
    setPhase(m_model.count() == 0 ? Empty : Ready);
}

void FavouritesViewModel::drop(const QString &listingId)
{
    const Kept *kept = find(listingId);
    if (!kept || !kept->taken)
        return;
    m_kept.erase(m_kept.begin() + (kept - m_kept.data()));
    client()->outbox()->setFavourite(listingId, false);
}

void FavouritesViewModel::begin()
{
    connect(client()->session(), &client::Session::signedInChanged, this, &FavouritesViewModel::reload);
    reload();
}

} // namespace cargo::listings
