#include "server/search/search_index_job.h"

#include "server/search/changed_listings.h"
#include "shared/api/json_writer.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace cargo::search {

namespace {
constexpr int kFillPage = 5'000;
constexpr int kBatch = 500;
constexpr int kSweepMs = 30'000;
constexpr int kRetryMs = 1'000;
constexpr qint64 kWorkMs = 60'000;
// Rows are stamped before their transaction commits: a sweep looks this far back again.
constexpr qint64 kOverlapMs = 60'000;
} // namespace

SearchIndexJob::SearchIndexJob(Runtime &runtime, SearchProvider &provider)
    : m_runtime(runtime), m_provider(provider), m_store(runtime.db)
{
}

SearchIndexJob::~SearchIndexJob()
{
    for (const quint64 subscription : m_subscriptions)
        m_runtime.bus.unsubscribe(subscription);
    if (m_context)
        m_context->cancel();
}

void SearchIndexJob::registerJobs(jobs::Registry &registry)
{
    registry.onEvent(kListingChanged, "search.announce", [this](CallContextPtr context, jobs::StoredEvent event) {
        return announce(std::move(context), std::move(event));
    });
    registry.onEvent("user.changed", "search.driver", [this](CallContextPtr context, jobs::StoredEvent event) {
        return announceDriver(std::move(context), std::move(event));
    });
}

QCoro::Task<Outcome> SearchIndexJob::announce(CallContextPtr, jobs::StoredEvent event)
{
    m_runtime.bus.publish(kListingChanged, event.event.payload);
    co_return ok();
}

QCoro::Task<Outcome> SearchIndexJob::announceDriver(CallContextPtr context, jobs::StoredEvent event)
{
    const QJsonObject payload = QJsonDocument::fromJson(event.event.payload).object();
    const auto driver = UserId::fromText(QStringView(payload.value(QLatin1String("user_id")).toString()));
    if (!driver)
        co_return ok();
    ListingId after;
    for (;;) {
        const auto ids = co_await m_store.publishedOf(context, *driver, after, kBatch);
        CARGO_CO_TRY(ids);
        if (ids->empty())
            co_return ok();
        api::JsonWriter out(64 + 40 * ids->size());
        out.beginObject().key("ids").beginArray();
        for (const ListingId &id : *ids)
            out.value(id);
        out.endArray().endObject();
        m_runtime.bus.publish(kListingChanged, out.take());
        after = ids->back();
    }
}

void SearchIndexJob::start()
{
    m_home = std::make_unique<QObject>();
    QObject *home = m_home.get();
    m_subscriptions.push_back(m_runtime.bus.subscribe(kBusGapTopic, [this, home](const QByteArray &) {
        QMetaObject::invokeMethod(
            home, [this] { sweep(); }, Qt::QueuedConnection);
    }));
    m_subscriptions.push_back(m_runtime.bus.subscribe(kListingChanged, [this, home](const QByteArray &payload) {
        const std::vector<ListingId> ids = changedListings(payload);
        if (ids.empty())
            return;
        QMetaObject::invokeMethod(
            home,
            [this, ids] {
                m_pending.insert(ids.begin(), ids.end());
                wake();
            },
            Qt::QueuedConnection);
    }));
    m_sweep = std::make_unique<QTimer>();
    QObject::connect(m_sweep.get(), &QTimer::timeout, home, [this] { sweep(); });
    m_sweep->start(kSweepMs);
    wake();
}

void SearchIndexJob::sweep()
{
    m_sweepDue = true;
    wake();
}

void SearchIndexJob::wake()
{
    if (!m_running)
        run();
}

CallContextPtr SearchIndexJob::newContext()
{
    const Timestamp now = m_runtime.clock.now();
    m_context = std::make_shared<CallContext>(now, now.plusMs(kWorkMs));
    return m_context;
}

QCoro::Task<void> SearchIndexJob::run()
{
    m_running = true;
    Outcome outcome;
    if (!m_filled)
        outcome = co_await fill();
    while (outcome.ok() && (!m_pending.empty() || m_sweepDue)) {
        if (m_sweepDue) {
            m_sweepDue = false;
            outcome = co_await findMissed();
        }
        if (outcome.ok())
            outcome = co_await applyPending();
    }
    m_running = false;
    if (!outcome.ok() && outcome.code() != ErrorCode::Cancelled)
        QTimer::singleShot(kRetryMs, m_home.get(), [this] { wake(); });
}

QCoro::Task<Outcome> SearchIndexJob::fill()
{
    m_seenAt = m_runtime.clock.now().plusMs(-kOverlapMs);
    Uuid after;
    for (;;) {
        auto documents = co_await m_store.documentsAfter(newContext(), after, kFillPage);
        CARGO_CO_TRY(documents);
        const bool last = documents->size() < size_t(kFillPage);
        if (!documents->empty())
            after = documents->back().id.uuid;
        const Outcome stored = co_await m_provider.upsert(std::move(*documents));
        CARGO_CO_TRY(stored);
        if (last)
            break;
    }
    m_filled = true;
    co_return ok();
}

QCoro::Task<Outcome> SearchIndexJob::applyPending()
{
    while (!m_pending.empty()) {
        std::vector<ListingId> ids;
        while (!m_pending.empty() && ids.size() < size_t(kBatch))
            ids.push_back(m_pending.extract(m_pending.begin()).value());
        auto documents = co_await m_store.documentsOf(newContext(), ids);
        if (!documents) {
            m_pending.insert(ids.begin(), ids.end());
            co_return documents.error();
        }
        std::set<ListingId> gone(ids.begin(), ids.end());
        std::vector<std::pair<ListingId, qint64>> revisions;
        for (const Document &document : *documents) {
            gone.erase(document.id);
            revisions.emplace_back(document.id, document.revision);
        }
        std::vector<ListingId> goneIds(gone.begin(), gone.end());
        Outcome stored = co_await m_provider.upsert(std::move(*documents));
        if (stored.ok())
            stored = co_await m_provider.remove(std::move(goneIds));
        if (!stored.ok()) {
            m_pending.insert(ids.begin(), ids.end());
            co_return stored.error();
        }
        for (const auto &[id, revision] : revisions)
            m_applied.insert(id, revision);
    }
    co_return ok();
}

QCoro::Task<Outcome> SearchIndexJob::findMissed()
{
    Timestamp since = m_seenAt;
    ListingId after;
    Timestamp newest = since;
    for (;;) {
        const auto changes = co_await m_store.changedSince(newContext(), since, after, kFillPage);
        CARGO_CO_TRY(changes);
        for (const SearchStore::Change &change : *changes) {
            if (m_applied.value(change.id, 0) < change.at.unixMs)
                m_pending.insert(change.id);
        }
        if (!changes->empty()) {
            since = changes->back().at;
            after = changes->back().id;
            newest = std::max(newest, since);
        }
        if (changes->size() < size_t(kFillPage))
            break;
    }
    m_seenAt = std::max(m_seenAt, newest.plusMs(-kOverlapMs));
    m_applied.removeIf([this](auto entry) { return entry.value() < m_seenAt.unixMs; });
    co_return ok();
}

} // namespace cargo::search
