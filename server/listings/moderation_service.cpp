#include "server/listings/moderation_service.h"

#include "server/audit/audit.h"
#include "server/desk/decisions.h"
#include "server/desk/desk.h"
#include "server/desk/reason_codes.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/outbox.h"
#include "server/listings/description_check.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace cargo::listings {

using listing::Status;

namespace {
// What of an edit a moderator has to compare: [{field, before, after}].
QByteArray diffJson(const QByteArray &before, const QByteArray &after)
{
    const QJsonObject was = QJsonDocument::fromJson(before).object();
    const QJsonObject is = QJsonDocument::fromJson(after).object();
    QJsonArray diff;
    for (auto field = is.begin(); field != is.end(); ++field) {
        if (was.value(field.key()) == field.value())
            continue;
        diff.append(QJsonObject{{QStringLiteral("field"), field.key()},
                                {QStringLiteral("before"), was.value(field.key())},
                                {QStringLiteral("after"), field.value()}});
    }
    return QJsonDocument(diff).toJson(QJsonDocument::Compact);
}

const char *notificationOf(const QByteArray &decision)
{
    return decision == "approve" ? "listing_published" : decision == "changes" ? "listing_changes_needed" : "listing_blocked";
}
} // namespace

QCoro::Task<Result<QByteArray>> ModerationService::review(CallContextPtr context, ListingId id)
{
    const auto page = co_await m_store.page(context, id, std::nullopt);
    CARGO_CO_TRY(page);
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto car = co_await m_store.lock(*tx, id);
    CARGO_CO_TRY(car);
    const api::ListingInputDto content = (*car)->data;
    const auto latest = co_await m_reviews.latest(context, id);
    CARGO_CO_TRY(latest);
    const auto history = co_await m_reviews.history(context, id);
    CARGO_CO_TRY(history);
    const auto photos = co_await m_reviews.similarPhotos(context, id);
    CARGO_CO_TRY(photos);
    api::JsonWriter out(8192);
    out.beginObject().key("listing").raw(page->json);
    const bool waits = latest->has_value() && (*latest)->isOpen;
    out.field("queue", waits ? std::optional<QByteArray>((*latest)->queue) : std::nullopt);
    out.field("opened_at", waits ? std::optional<Timestamp>((*latest)->openedAt) : std::nullopt);
    out.key("reasons").raw(waits ? (*latest)->reasons : QByteArray("[]"));
    const bool isEdit = waits && !(*latest)->before.isEmpty();
    out.key("diff").raw(isEdit ? diffJson((*latest)->before, content.toJson()) : QByteArray("[]"));
    out.key("contacts").raw(contactSpans(content.description));
    out.key("similar_photos").raw(*photos).key("history").raw(*history).endObject();
    co_return out.take();
}

QCoro::Task<Result<Answer>> ModerationService::decide(CallContextPtr context, QByteArray queue, ListingId id,
                                                      api::ListingDecisionDto decision)
{
    const UserId me = context->principal->user;
    const Timestamp now = m_runtime.clock.now();
    const bool approved = decision.decision == QLatin1String("approve");
    if (!approved && !desk::findReason(queue, decision.reasonCode.toLatin1()))
        co_return Error{ErrorCode::UnknownValue, QStringLiteral("reason_code"), {}};
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto locked = co_await m_store.lock(*tx, id);
    CARGO_CO_TRY(locked);
    Listing &car = **locked;
    const auto open = co_await m_reviews.openOf(*tx, id);
    CARGO_CO_TRY(open);
    if (car.status != Status::InReview || !open->has_value() || (*open)->queue != queue)
        co_return Error{ErrorCode::StateConflict, QStringLiteral("status"), QString::fromLatin1(listing::word(car.status))};
    CARGO_CO_TRY(co_await desk::settle(*tx, queue, id.uuid, me, now));
    if (decision.version && *decision.version != car.version)
        co_return ErrorCode::VersionMismatch;
    const auto driver = co_await m_store.account(*tx, car.driver);
    CARGO_CO_TRY(driver);
    auto end = co_await speak(*tx, *locked, decision, driver->locale);
    CARGO_CO_TRY(end);
    CARGO_CO_TRY(co_await m_reviews.close(*tx, (*open)->id, *end));
    if (approved) {
        const auto taken = co_await m_store.isInPaidDeal(*tx, id);
        CARGO_CO_TRY(taken);
        car.status = *taken || !driver->active ? Status::Paused : Status::Published;
        if (!car.publishedAt)
            car.publishedAt = now;
        CARGO_CO_TRY(co_await m_reviews.approve(*tx, id, contentHash(car)));
    } else if (end->decision == "block") {
        car.status = Status::Blocked;
    } else {
        car.status = car.publishedAt ? Status::Paused : Status::Draft;
    }
    CARGO_CO_TRY(co_await m_listings.moved(*tx, *locked));
    CARGO_CO_TRY(co_await tell(*tx, *locked, *end));
    api::JsonWriter out;
    out.beginObject().field("id", id).field("status", listing::word(car.status)).field("version", car.version);
    out.field("decision_id", end->decisionId).endObject();
    Answer answer{200, out.take()};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

// What is decided, and what the driver will read of it.
QCoro::Task<Result<ReviewEnd>> ModerationService::speak(db::Transaction tx, std::shared_ptr<const Listing> listing,
                                                        api::ListingDecisionDto decision, Locale locale)
{
    ReviewEnd end;
    end.decision = decision.decision.toLatin1();
    end.note = decision.note;
    end.by = tx.context()->principal->user;
    end.at = m_runtime.clock.now();
    if (end.decision == "approve")
        co_return end;
    const desk::ReasonCode *reason = desk::findReason("listings", decision.reasonCode.toLatin1());
    end.reasonCode = reason->code;
    end.text = decision.text.isEmpty() ? desk::reasonText(*reason, locale) : decision.text;
    desk::NewDecision told{
        listing->driver, "listing", listing->id.uuid, end.decision, end.reasonCode,
        reason->rule,    end.text,  *end.by,          end.at,       end.at.plusMs(m_runtime.settings.appealWindowMs)};
    const auto id = co_await desk::record(tx, told);
    CARGO_CO_TRY(id);
    end.decisionId = *id;
    co_return end;
}

// The journal, and the driver.
QCoro::Task<Outcome> ModerationService::tell(db::Transaction tx, std::shared_ptr<const Listing> listing, ReviewEnd end)
{
    api::JsonWriter details;
    details.beginObject().field("decision", end.decision).field("reason_code", end.reasonCode);
    details.field("version", listing->version).field("decision_id", end.decisionId).endObject();
    audit::AuditEvent event{listing->id.uuid, "listing.moderated", end.by, details.take()};
    CARGO_CO_TRY(co_await audit::append(tx, event));
    api::JsonWriter data;
    data.beginObject().field("listing_id", listing->id).field("title", QString(listing->data.brand + u' ' + listing->data.model));
    data.field("reason_code", end.reasonCode).field("text", end.text).field("decision_id", end.decisionId).endObject();
    const QByteArray key = "listing_moderated:" + listing->id.toText() + ':' + QByteArray::number(listing->version);
    co_return co_await jobs::notifyUser(tx, listing->driver, notificationOf(end.decision), data.take(), key);
}

QCoro::Task<Outcome> ModerationService::reinstate(db::Transaction tx, ListingId id)
{
    const auto locked = co_await m_store.lock(tx, id);
    if (!locked)
        co_return locked.code() == ErrorCode::NotFound ? ok() : Outcome(locked.error());
    Listing &car = **locked;
    CARGO_CO_TRY(co_await m_reviews.approve(tx, id, contentHash(car)));
    if (car.status != Status::Blocked)
        co_return ok();
    const auto driver = co_await m_store.account(tx, car.driver);
    CARGO_CO_TRY(driver);
    const auto taken = co_await m_store.isInPaidDeal(tx, id);
    CARGO_CO_TRY(taken);
    const bool sold = car.soldAt.has_value();
    car.status = sold ? Status::Archived : *taken || !driver->active ? Status::Paused : Status::Published;
    if (!car.publishedAt)
        car.publishedAt = m_runtime.clock.now();
    co_return co_await m_listings.moved(tx, *locked);
}

} // namespace cargo::listings
