#pragma once

#include "server/core/runtime.h"
#include "server/listings/listing_rules.h"

namespace cargo::listings {

struct OpenReview
{
    Uuid id;
    QByteArray queue;   // listings, edits
    QByteArray reasons; // JSON
};

struct ReviewEnd
{
    QByteArray decision; // approve, changes, block, withdrawn
    QByteArray reasonCode;
    QString text;
    QString note;
    std::optional<UserId> by;
    std::optional<Uuid> decisionId;
    Timestamp at;
};

// SQL of listings before a moderator.
class ReviewStore
{
public:
    explicit ReviewStore(Runtime &runtime) : m_runtime(runtime) {}

    QCoro::Task<Result<RuleFacts>> facts(db::Transaction tx, std::shared_ptr<const Listing> listing);
    // Open already: the reasons are renewed, what was before the first edit stays. Answers the queue that it stands in.
    QCoro::Task<Result<QByteArray>> open(db::Transaction tx, std::shared_ptr<const Listing> listing, QByteArray queue);
    QCoro::Task<Result<std::optional<OpenReview>>> openOf(db::Transaction tx, ListingId listing);
    QCoro::Task<Outcome> close(db::Transaction tx, Uuid review, ReviewEnd end);
    QCoro::Task<Outcome> approve(db::Transaction tx, ListingId listing, QByteArray contentHash);
    // {queue, opened_at, reasons, before} of the latest review; nothing: there was none.
    struct Latest
    {
        QByteArray queue;
        bool isOpen = false;
        Timestamp openedAt;
        QByteArray reasons;
        QByteArray before; // JSON, or empty
    };
    QCoro::Task<Result<std::optional<Latest>>> latest(CallContextPtr context, ListingId listing);
    // JSON arrays: what was decided about it before, the newest first; and photos of other drivers that look like its own.
    QCoro::Task<Result<QByteArray>> history(CallContextPtr context, ListingId listing);
    QCoro::Task<Result<QByteArray>> similarPhotos(CallContextPtr context, ListingId listing);
    // How it stands for its driver, as a JSON object; empty where there is nothing to say.
    QCoro::Task<Result<QByteArray>> forDriver(CallContextPtr context, ListingId listing);

private:
    Runtime &m_runtime;
};

} // namespace cargo::listings
