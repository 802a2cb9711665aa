#include "server/favourites/favourite_job.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cargo::favourites {

namespace {
// Of one event: a loved car has thousands of keepers, and none of the transactions should be long.
constexpr int kBatch = 200;

QByteArray jsonOf(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }
QString textOf(const QJsonObject &object, const char *name) { return object.value(QLatin1String(name)).toString(); }

QByteArray kindOf(const jobs::StoredEvent &event, const QJsonObject &news)
{
    if (event.event.topic == "listing.price_dropped")
        return "favourite_price_dropped";
    return textOf(news, "why") == QLatin1String("sold") ? "favourite_sold" : "favourite_taken_off";
}
} // namespace

void FavouriteJob::registerJobs(jobs::Registry &registry)
{
    const auto tellKeepers = [this](CallContextPtr context, jobs::StoredEvent event) { return tell(context, event); };
    registry.onEvent("listing.price_dropped", "favourites.tell", tellKeepers);
    registry.onEvent("listing.gone", "favourites.tell", tellKeepers);
    registry.onEvent("user.closed", "favourites.drop",
                     [this](CallContextPtr context, jobs::StoredEvent event) { return m_store.dropAllOf(context, event); });
}

QCoro::Task<Outcome> FavouriteJob::tell(CallContextPtr context, jobs::StoredEvent event)
{
    QJsonObject news = QJsonDocument::fromJson(event.event.payload).object();
    const auto listing = ListingId::fromText(QStringView(textOf(news, "listing_id")));
    if (!listing)
        co_return ok();
    const auto after = UserId::fromText(QStringView(textOf(news, "after")));
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto keepers = co_await m_store.keepersOf(*tx, *listing, after, kBatch);
    CARGO_CO_TRY(keepers);
    news.remove(QLatin1String("after"));
    const QByteArray kind = kindOf(event, news);
    QJsonObject titled = news;
    titled.insert(QStringLiteral("title"), keepers->title);
    const QByteArray data = jsonOf(titled);
    const QByteArray key = kind + ':' + listing->toText() + ':' + textOf(news, "at").toLatin1();
    for (const UserId &user : keepers->users)
        CARGO_CO_TRY(co_await jobs::notifyUser(*tx, user, kind, data, key));
    if (int(keepers->users.size()) == kBatch) {
        news.insert(QStringLiteral("after"), keepers->users.back().toString());
        jobs::OutboxEvent rest{event.event.topic, event.event.key, jsonOf(news)};
        CARGO_CO_TRY(co_await jobs::append(*tx, rest));
    }
    co_return co_await tx->commit();
}

} // namespace cargo::favourites
