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
// `exceptClientId` names the message whose sender has had an ack already; may be empty.
QCoro::Task<Outcome> pushToUsers(db::Transaction tx, std::vector<UserId> users, QByteArray type, QByteArray frameFields);

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
