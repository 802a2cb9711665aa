#pragma once

#include "qml/client/outbox.h"
#include "qml/client/row_model.h"

namespace cargo::listings {

// Cards of cars. Roles: listingId, title ("Toyota RAV4, 2020"), facts ("48 000 km · petrol · CVT"), route
// ("Japan · 38 days"), price (text), oldPrice (text: when it was kept, or before it fell), change (since then, in
// per cent), photo (url), photoCount,
// driver (name), verified, rating (0: none), reviews, favourite, status ("sold" once it was).
class ListingModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit ListingModel(QObject *parent = nullptr);
    void setItems(client::ApiClient *api, const QJsonArray &items, bool more);
    void setFavourite(const QString &listingId, bool favourite);
    void retranslate(client::ApiClient *api);
    static QVariantMap rowOf(client::ApiClient *api, const QJsonObject &card);

private:
    QList<QByteArray> m_cards; // compact JSON: as objects ten thousand of them weigh three times as much
};

// What the user wants of cars whose hearts he touched, while the server does not know it yet.
QHash<QString, bool> favouriteWishes(client::Outbox *outbox);

} // namespace cargo::listings
