#include "server/search/listing_announcer.h"

#include "server/search/changed_listings.h"
#include "shared/domain/deal/deal_table.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cargo::search {

namespace {
constexpr int kPage = 500;
} // namespace

void ListingAnnouncer::registerJobs(jobs::Registry &registry)
{
    registry.onEvent(kListingChanged, "search.announce", [this](CallContextPtr, jobs::StoredEvent event) -> QCoro::Task<Outcome> {
        m_bus.publish(kListingChanged, event.event.payload);
        co_return ok();
    });
    registry.onEvent("user.changed", "search.driver", [this](CallContextPtr context, jobs::StoredEvent event) {
        const QJsonObject payload = QJsonDocument::fromJson(event.event.payload).object();
        const auto driver = UserId::fromText(QStringView(payload.value(QLatin1String("user_id")).toString()));
        return announceDriver(std::move(context), driver.value_or(UserId()));
    });
    registry.onEvent("deal.changed", "search.deal", [this](CallContextPtr context, jobs::StoredEvent event) {
        return dealChanged(std::move(context), std::move(event));
    });
    registry.onEvent(kConceptsChanged, "search.concepts", [this](CallContextPtr, jobs::StoredEvent) -> QCoro::Task<Outcome> {
        m_bus.publish(kConceptsChanged, "{}");
        co_return ok();
    });
    registry.onEvent(kReindex, "search.reindex", [this](CallContextPtr, jobs::StoredEvent) -> QCoro::Task<Outcome> {
        m_bus.publish(kReindex, "{}");
        co_return ok();
    });
}

// How probably a driver's deals come to their end is a part of what his listings are worth.
QCoro::Task<Outcome> ListingAnnouncer::dealChanged(CallContextPtr context, jobs::StoredEvent event)
{
    const QJsonObject payload = QJsonDocument::fromJson(event.event.payload).object();
    const auto status = dealStatusFromWord(payload.value(QLatin1String("status")).toString());
    const auto deal = DealId::fromText(QStringView(payload.value(QLatin1String("deal_id")).toString()));
    if (!deal || !status || !isTerminal(*status))
        co_return ok();
    const auto driver = co_await m_store.driverOf(context, *deal);
    CARGO_CO_TRY(driver);
    co_return co_await announceDriver(context, *driver);
}

QCoro::Task<Outcome> ListingAnnouncer::announceDriver(CallContextPtr context, UserId driver)
{
    ListingId after;
    for (;;) {
        const auto ids = co_await m_store.publishedOf(context, driver, after, kPage);
        CARGO_CO_TRY(ids);
        if (ids->empty())
            co_return ok();
        m_bus.publish(kListingChanged, changedPayload(*ids));
        after = ids->back();
    }
}

} // namespace cargo::search
