#pragma once

#include "server/db/database.h"

#include <QByteArray>

#include <functional>
#include <vector>

namespace cargo::jobs {

// What must happen next, written in the transaction of the change itself and done afterwards, at least once.
struct OutboxEvent
{
    QByteArray topic;   // "ws", "notify", "listing.changed", "deal.released", "provider_op" …
    QByteArray key;     // subject, for order and logs: the deal's or conversation's id
    QByteArray payload; // JSON object
};

// Appends in the caller's transaction; the relay is woken after the commit.
QCoro::Task<Outcome> append(db::Transaction tx, OutboxEvent event);

// A WebSocket event for these users' sessions: the relay gives it a sequence number for each user, stores it for resume
// and publishes it. `frameFields` is a JSON object without "seq" and "type", for example {"deal":{…}}.
QCoro::Task<Outcome> pushToUsers(db::Transaction tx, std::vector<UserId> users, QByteArray type, QByteArray frameFields);

// Tells a user something, once for each `dedupeKey`: what `kind` means and which category it belongs to is notifications'
// matter. `data` is a JSON object.
QCoro::Task<Outcome> notifyUser(db::Transaction tx, UserId user, QByteArray kind, QByteArray data, QByteArray dedupeKey);

// A reader of one topic. Runs on the jobs thread, in id order for one key; an error is retried with back-off, and after
// `maxAttempts` the row is parked with its error for people to see. Must be idempotent by event id.
struct StoredEvent
{
    qint64 id = 0;
    OutboxEvent event;
    Timestamp createdAt;
};
using OutboxHandler = std::function<QCoro::Task<Outcome>(CallContextPtr, StoredEvent)>;

} // namespace cargo::jobs
