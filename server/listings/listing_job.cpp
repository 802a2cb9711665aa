#include "server/listings/listing_job.h"

#include "server/media/text_events.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cargo::listings {

void ListingJob::registerJobs(jobs::Registry &registry)
{
    registry.onEvent("user.closed", "listings.archive", [this](CallContextPtr context, jobs::StoredEvent event) {
        return takeOff(std::move(context), std::move(event), Move::Archive);
    });
    registry.onEvent("user.kyc_lowered", "listings.pause", [this](CallContextPtr context, jobs::StoredEvent event) {
        return takeOff(std::move(context), std::move(event), Move::Pause);
    });
    registry.onEvent(media::kContactReadTopic, "listings.stop_photo", [this](CallContextPtr context, jobs::StoredEvent event) {
        return stopPhoto(std::move(context), std::move(event));
    });
}

QCoro::Task<Outcome> ListingJob::stopPhoto(CallContextPtr context, jobs::StoredEvent event)
{
    const auto read = media::ContactRead::parse(event.event.payload);
    CARGO_CO_TRY(read);
    if (read->subjectKind != "listing")
        co_return ok();
    co_return co_await m_service.stopAtGate(context, ListingId{read->subject});
}

QCoro::Task<Outcome> ListingJob::takeOff(CallContextPtr context, jobs::StoredEvent event, Move move)
{
    const QJsonObject payload = QJsonDocument::fromJson(event.event.payload).object();
    const auto user = UserId::fromText(QStringView(payload.value(QLatin1String("user_id")).toString()));
    if (!user)
        co_return ok();
    const auto more = co_await m_service.takeOff(context, *user, move);
    CARGO_CO_TRY(more);
    if (!*more)
        co_return ok();
    // A driver may have many thousands: each batch is an event of its own, so that none runs into its deadline.
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    jobs::OutboxEvent rest{event.event.topic, event.event.key, event.event.payload};
    CARGO_CO_TRY(co_await jobs::append(*tx, rest));
    co_return co_await tx->commit();
}

} // namespace cargo::listings
