#include "server/listings/listing_gate.h"

#include "server/desk/desk.h"
#include "server/desk/queues.h"
#include "server/media/text_events.h"

namespace cargo::listings {

using listing::Status;

QCoro::Task<Outcome> ListingGate::look(db::Transaction tx, std::shared_ptr<Listing> listing)
{
    if (listing->status != Status::Published && listing->status != Status::InReview)
        co_return ok();
    const bool isEdit = listing->storedStatus == Status::Published && !listing->before.isEmpty();
    if (isEdit && !touchesRules(listing->before, listing->data.toJson()))
        co_return ok();
    auto facts = co_await m_store.facts(tx, listing);
    CARGO_CO_TRY(facts);
    const bool trusted = m_runtime.settings.kyc == "auto";
    RuleLimits limits{m_runtime.settings.moderateFirstListings, m_runtime.settings.moderatePricePercent};
    if (trusted) { // a demonstration's painted cars look alike; what is prohibited stays so
        limits = {};
        facts->copiedPhotos = 0;
    }
    const auto reasons = reasonsOf(*listing, *facts, limits);
    // What waits goes on waiting, also when the reason is gone: a moderator has it in hand.
    if (reasons.empty() && listing->status == Status::Published)
        co_return ok();
    listing->reviewReasons = reasonsJson(reasons);
    listing->reviewCode = reasons.empty() ? QString() : QString::fromLatin1(reasons.front().code);
    listing->status = Status::InReview;
    co_return ok();
}

QCoro::Task<Outcome> ListingGate::queueUp(db::Transaction tx, std::shared_ptr<Listing> listing)
{
    const Timestamp now = listing->updatedAt;
    const bool isShown = listing->status == Status::Published || listing->status == Status::InReview;
    if (isShown && m_runtime.settings.photoText != "off")
        CARGO_CO_TRY(co_await media::queueReading(tx, listing->data.photos, "listing", listing->id.uuid));
    if (listing->status != Status::InReview) {
        if (listing->storedStatus != Status::InReview)
            co_return ok();
        const auto open = co_await m_store.openOf(tx, listing->id);
        CARGO_CO_TRY(open);
        if (!open->has_value()) // decided in this transaction
            co_return ok();
        ReviewEnd end;
        end.decision = "withdrawn";
        end.at = now;
        CARGO_CO_TRY(co_await m_store.close(tx, (*open)->id, end));
        co_return co_await desk::leave(tx, (*open)->queue, listing->id.uuid, now);
    }
    if (listing->reviewReasons.isEmpty()) // nothing that a moderator looks at has changed
        co_return ok();
    const QByteArray wanted = listing->publishedAt ? "edits" : "listings";
    const auto queue = co_await m_store.open(tx, listing, wanted);
    CARGO_CO_TRY(queue);
    const QString title = listing->data.brand + u' ' + listing->data.model + u' ' + QString::number(listing->data.year);
    const Timestamp due = desk::dueAt(m_runtime.settings, *queue, now);
    desk::NewItem item{*queue, listing->id.uuid, now, due, listing->driver, title, listing->reviewCode};
    co_return co_await desk::open(tx, item);
}

QCoro::Task<Result<bool>> ListingGate::waitsFor(db::Transaction tx, std::shared_ptr<Listing> listing)
{
    if (listing->storedStatus != Status::InReview)
        co_return false;
    const auto open = co_await m_store.openOf(tx, listing->id);
    CARGO_CO_TRY(open);
    co_return open->has_value() && (*open)->reasons == listing->reviewReasons;
}

} // namespace cargo::listings
