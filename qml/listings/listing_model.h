#pragma once

#include "qml/client/client.h"
#include "qml/client/row_model.h"

namespace cargo::listings {

// Cards of cars. Roles: listingId, title ("Toyota RAV4, 2020"), facts ("48 000 km · petrol · CVT"), route
// ("Japan · 38 days"), price (text), oldPrice (text: when it was kept, or before it fell), change (since then, in
// per cent), photo (url), photoCount, driver (name), verified, rating (0: none), reviews, favourite, status ("sold" once it
// was), reason. Of a car only its packed card and its heart are kept: of ten thousand cars a few are seen at a time.
class ListingModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit ListingModel(QObject *parent = nullptr);
    // The hearts are as the user wants them, also where the server does not know it yet.
    void setItems(client::Client *client, const QJsonArray &items, bool more);
    void setFavourite(const QString &listingId, bool favourite);
    // The server refused what was queued. When it was the heart of a car in this list it is shown as before, the order is
    // given up, and the answer is true.
    bool takeBack(client::Outbox *outbox, const client::OutboxItem &refused);
    void retranslate();
    static QVariantMap rowOf(client::ApiClient *api, const QJsonObject &card);

protected:
    QVariantList shown(int at) const override;

private:
    QPointer<client::ApiClient> m_api;
    // The car that was asked for last: a card on the screen asks for its roles one after another.
    mutable QVariantList m_lastKept;
    mutable QVariantList m_lastShown;
};

// The car of an order about a heart; empty when it is about something else.
QString listingOfHeart(const client::OutboxItem &item);
// What the user wants of cars whose hearts he touched, while the server does not know it yet.
QHash<QString, bool> favouriteWishes(client::Outbox *outbox);

} // namespace cargo::listings
