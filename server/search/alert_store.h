#pragma once

#include "server/core/runtime.h"
#include "server/db/database.h"
#include "shared/domain/ids.h"

#include <vector>

namespace cargo::search {

// SQL of alerts: what was news, who is to be told, who was.
class AlertStore
{
public:
    explicit AlertStore(Runtime &runtime) : m_runtime(runtime) {}

    // Searches saved since then, by age; `after` parts those of one moment.
    struct Saved
    {
        Uuid id;
        QByteArray query;
        Timestamp createdAt;
    };
    QCoro::Task<Result<std::vector<Saved>>> savedSince(CallContextPtr context, Timestamp since, Uuid after, int limit);

    // Listings that are news: on the market, and the first time or for less than ever. Remembered as no news any more.
    struct News
    {
        ListingId listing;
        UserId driver;
        QByteArray kind; // new, cheaper
        QString car;     // the same car offered anew has the same
        qint64 priceMinor = 0;
        QByteArray currency;
    };
    QCoro::Task<Result<std::vector<News>>> takeNews(db::Transaction tx, std::vector<ListingId> listings, Timestamp now);

    // One alert for each owner of these searches who wants it and is not the driver; a car that he was told of before counts
    // again for less. Sets the timers by which it is told.
    QCoro::Task<Outcome> add(db::Transaction tx, News news, std::vector<Uuid> searches, Timestamp now);

    // What waits for this user, by search; marked as told. Cars that are gone meanwhile are told by nobody.
    struct Waiting
    {
        Uuid search;
        QString name;
        QByteArray query;
        ListingId listing; // the newest
        QString title;
        QByteArray kind; // cheaper only when all are
        int count = 0;
    };
    QCoro::Task<Result<std::vector<Waiting>>> takeWaiting(db::Transaction tx, UserId user, QByteArray mode, Timestamp now);

private:
    Runtime &m_runtime;
};

// The timers of alerts; the subject is the user.
inline constexpr char kTellInstant[] = "search.tell_instant";
inline constexpr char kTellDaily[] = "search.tell_daily";

} // namespace cargo::search
