#include "qml/listings/heart_keeper.h"

#include "qml/client/client.h"

#include <QQmlEngine>

namespace cargo::listings {

void HeartKeeper::set(const QString &listingId, bool favourite)
{
    if (auto *client = client::Client::of(qmlEngine(this)))
        client->outbox()->setFavourite(listingId, favourite);
}

} // namespace cargo::listings
