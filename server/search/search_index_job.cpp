#include "server/search/search_index_job.h"

#include "server/core/log.h"
#include "server/core/metrics.h"
#include "server/search/changed_listings.h"
#include "server/search/concept_service.h"
#include "server/search/embedding_store.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace cargo::search {

namespace {
constexpr int kFillPage = 5'000;
constexpr int kBatch = 500;
constexpr int kComparePage = 5'000; // changes wait for no more than one
constexpr int kSweepMs = 30'000;
constexpr int kKeepMs = 10 * 60'000;
constexpr int kRetryMs = 1'000;
constexpr qint64 kWorkMs = 60'000;
// Rows are stamped before their transaction commits: a sweep looks this far back again.
constexpr qint64 kOverlapMs = 60'000;

struct SearchGauges
{
    metrics::Gauge &documents = metrics::gauge("cargo_search_documents", "listings in the index");
    metrics::Gauge &pending = metrics::gauge("cargo_search_pending", "changed listings that the index has not read yet");
    metrics::Gauge &fillMs = metrics::gauge("cargo_search_fill_milliseconds", "the last filling from the database took so long");
    metrics::Counter &repaired =
        metrics::counter("cargo_search_differences_total", "listings in which the index was found to differ from the database");
    metrics::Histogram &lag = metrics::histogram("cargo_search_lag_seconds", "from the change of a listing to its being found");

    static const SearchGauges &get()
    {
        static const SearchGauges gauges;
        return gauges;
    }
};

// Of two lists in the order of ids: who stands in one alone, or with another revision.
std::vector<ListingId> differing(const std::vector<Standing> &there, const std::vector<Standing> &here)
{
    std::vector<ListingId> ids;
    size_t t = 0, h = 0;
    while (t < there.size() || h < here.size()) {
        const bool isThere = t < there.size() && (h == here.size() || there[t].id <= here[h].id);
        const bool isHere = h < here.size() && (t == there.size() || here[h].id <= there[t].id);
        if (!isThere || !isHere || there[t].revision != here[h].revision)
            ids.push_back(isThere ? there[t].id : here[h].id);
        t += isThere ? 1 : 0;
        h += isHere ? 1 : 0;
    }
    return ids;
}
} // namespace

SearchIndexJob::SearchIndexJob(Runtime &runtime, SearchProvider &provider)
    : m_runtime(runtime), m_provider(provider), m_store(runtime.db, embeddingModelOf(runtime.settings)), m_concepts(runtime.db),
      m_meaning(runtime, provider, [this] { return m_filled; })
{
}

SearchIndexJob::~SearchIndexJob()
{
    for (const quint64 subscription : m_subscriptions)
        m_runtime.bus.unsubscribe(subscription);
    if (m_context)
        m_context->cancel();
}

void SearchIndexJob::start()
{
    m_home = std::make_unique<QObject>();
    listen(kBusGapTopic, [this](const QByteArray &) { sweep(); });
    listen(kConceptsChanged, [this](const QByteArray &) {
        m_conceptsDue = true;
        wake();
    });
    listen(kReindex, [this](const QByteArray &) { refill(); });
    for (const char *topic : {kListingChanged, kListingsEmbedded}) {
        listen(topic, [this](const QByteArray &payload) {
            const std::vector<ListingId> ids = changedListings(payload);
            m_pending.insert(ids.begin(), ids.end());
            wake();
        });
    }
    m_sweep = std::make_unique<QTimer>();
    QObject::connect(m_sweep.get(), &QTimer::timeout, m_home.get(), [this] { sweep(); });
    m_sweep->start(kSweepMs);
    m_keep = std::make_unique<QTimer>();
    QObject::connect(m_keep.get(), &QTimer::timeout, m_home.get(), [this] { keep(); });
    m_keep->start(kKeepMs);
    m_meaning.start();
    wake();
}

void SearchIndexJob::listen(const char *topic, std::function<void(const QByteArray &)> then)
{
    const auto onThisThread = [home = m_home.get(), then = std::move(then)](const QByteArray &payload) {
        QMetaObject::invokeMethod(
            home, [then, payload] { then(payload); }, Qt::QueuedConnection);
    };
    m_subscriptions.push_back(m_runtime.bus.subscribe(topic, onThisThread));
}

void SearchIndexJob::sweep()
{
    m_sweepDue = m_conceptsDue = true;
    wake();
}

void SearchIndexJob::refill()
{
    m_refillDue = true;
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
        outcome = co_await begin();
    while (outcome.ok() && (!m_pending.empty() || m_sweepDue || m_refillDue || m_conceptsDue || m_comparedUpTo)) {
        if (m_conceptsDue) {
            outcome = co_await takeConcepts();
        } else if (m_refillDue) {
            m_refillDue = false;
            outcome = co_await fill();
        } else if (m_sweepDue) {
            m_sweepDue = false;
            outcome = co_await findMissed();
        } else if (m_comparedUpTo) {
            outcome = co_await compareNext();
        }
        if (outcome.ok())
            outcome = co_await applyPending();
    }
    m_running = false;
    if (!outcome.ok() && outcome.code() != ErrorCode::Cancelled)
        QTimer::singleShot(kRetryMs, m_home.get(), [this] { wake(); });
}

// The built-in dictionary is in force until this has read another. What was told by the one before is told anew.
QCoro::Task<Outcome> SearchIndexJob::takeConcepts()
{
    m_conceptsDue = false;
    const auto latest = co_await m_concepts.latest(newContext());
    if (!latest) {
        m_conceptsDue = true;
        co_return latest.error();
    }
    if (latest->version == m_conceptsVersion)
        co_return ok();
    m_conceptsVersion = latest->version;
    const ConceptDictionaryPtr next = dictionaryOf(*latest);
    if (next->sum() != m_conceptsSum) {
        m_conceptsSum = next->sum();
        useConcepts(next);
        m_refillDue = m_refillDue || m_filled;
        if (next->text() != ConceptDictionary::builtInText())
            log::info("search.concepts", {{"version", latest->version}, {"concepts", qint64(next->concepts().size())}});
    }
    co_return ok();
}

// A file of the last run is true but for what happened since; one that cannot be read is as good as none. An index that knows how
// new it is answers as soon as it has the changes behind that; every row is looked at while it does.
QCoro::Task<Outcome> SearchIndexJob::begin()
{
    CARGO_CO_TRY(co_await takeConcepts());
    const auto restored = co_await m_files.run([provider = &m_provider] { return provider->restore(); });
    if (!restored)
        log::warning("search.snapshot_refused", {{"reason", restored.error().detail}});
    if (!restored || !*restored)
        co_return co_await fill();
    const std::optional<qint64> newest = m_provider.newestRevision();
    m_seenAt = (newest ? Timestamp{*newest} : m_runtime.clock.now()).plusMs(-kOverlapMs);
    m_comparedUpTo = ListingId();
    m_differences = 0;
    if (newest)
        CARGO_CO_TRY(co_await findMissed());
    while (!newest && m_comparedUpTo)
        CARGO_CO_TRY(co_await compareNext());
    CARGO_CO_TRY(co_await applyPending());
    SearchGauges::get().documents.set(m_provider.size());
    m_filled = true;
    m_meaning.learnIfDue();
    co_return ok();
}

// The next page is read while the one before is taken in.
QCoro::Task<Outcome> SearchIndexJob::fill()
{
    QElapsedTimer timer;
    timer.start();
    const Timestamp seenAt = m_runtime.clock.now().plusMs(-kOverlapMs);
    const std::unique_ptr<Refill> next = m_provider.refill();
    auto reading = m_store.documentsAfter(newContext(), Uuid(), kFillPage);
    for (;;) {
        auto documents = co_await std::move(reading);
        CARGO_CO_TRY(documents);
        const bool isLast = documents->size() < size_t(kFillPage);
        const Uuid last = documents->empty() ? Uuid() : documents->back().id.uuid;
        reading = isLast ? decltype(reading)() : m_store.documentsAfter(newContext(), last, kFillPage);
        const Outcome taken = co_await next->add(std::move(*documents));
        CARGO_CO_TRY(taken);
        if (isLast)
            break;
    }
    CARGO_CO_TRY(co_await next->finish());
    m_applied.clear();
    m_comparedUpTo.reset();
    m_seenAt = seenAt;
    m_sweepDue = m_filled; // what changed meanwhile; at the first time there was nobody to see it
    m_filled = true;
    const SearchGauges &gauges = SearchGauges::get();
    gauges.documents.set(m_provider.size());
    gauges.fillMs.set(timer.elapsed());
    log::info("search.filled", {{"documents", m_provider.size()}, {"ms", timer.elapsed()}});
    m_meaning.learnIfDue();
    keep();
    co_return ok();
}

QCoro::Task<Outcome> SearchIndexJob::compareNext()
{
    const auto there = co_await m_store.standingAfter(newContext(), *m_comparedUpTo, kComparePage);
    CARGO_CO_TRY(there);
    const bool isLast = there->size() < size_t(kComparePage);
    ListingId last;
    if (isLast)
        last.uuid.bytes.fill(0xFF);
    else
        last = there->back().id;
    const auto here = co_await m_provider.standing(*m_comparedUpTo, last);
    CARGO_CO_TRY(here);
    const std::vector<ListingId> ids = differing(*there, *here);
    m_pending.insert(ids.begin(), ids.end());
    m_differences += qint64(ids.size());
    m_comparedUpTo = isLast ? std::nullopt : std::optional(last);
    if (isLast) {
        SearchGauges::get().repaired.add(quint64(m_differences));
        log::info("search.compared", {{"documents", m_provider.size()}, {"differences", m_differences}});
    }
    co_return ok();
}

// Not while it is being kept, and not in the way of searches and events: another thread writes the file.
QCoro::Task<void> SearchIndexJob::keep()
{
    if (m_keeping)
        co_return;
    m_keeping = true;
    const Outcome kept = co_await m_files.run([provider = &m_provider] { return provider->keep(); });
    if (!kept)
        log::warning("search.not_kept", {{"reason", kept.error().detail}});
    m_keeping = false;
}

void SearchIndexJob::keepAtEnd()
{
    if (!m_filled)
        return;
    if (const Outcome kept = m_provider.keep(); !kept)
        log::warning("search.not_kept", {{"reason", kept.error().detail}});
}

QCoro::Task<Outcome> SearchIndexJob::applyPending()
{
    const SearchGauges &gauges = SearchGauges::get();
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
        const qint64 now = m_runtime.clock.now().unixMs;
        for (const auto &[id, revision] : revisions) {
            m_applied.insert(id, revision);
            gauges.lag.observeUs((now - revision) * 1000);
        }
        gauges.documents.set(m_provider.size());
        gauges.pending.set(qint64(m_pending.size()));
    }
    co_return ok();
}

QCoro::Task<Outcome> SearchIndexJob::findMissed()
{
    const Timestamp since = m_seenAt;
    const auto changed = co_await findMissedOf(&SearchStore::changedSince, since);
    CARGO_CO_TRY(changed);
    const auto embedded = co_await findMissedOf(&SearchStore::embeddedSince, since);
    CARGO_CO_TRY(embedded);
    m_seenAt = std::max(m_seenAt, std::max(*changed, *embedded).plusMs(-kOverlapMs));
    m_applied.removeIf([this](auto entry) { return entry.value() < m_seenAt.unixMs; });
    co_return ok();
}

// What of one kind of change is not applied yet waits; answers how far was looked.
QCoro::Task<Result<Timestamp>> SearchIndexJob::findMissedOf(ChangesSince changesSince, Timestamp since)
{
    ListingId after;
    for (;;) {
        const auto changes = co_await (m_store.*changesSince)(newContext(), since, after, kFillPage);
        CARGO_CO_TRY(changes);
        for (const SearchStore::Change &change : *changes) {
            if (m_applied.value(change.id, 0) < change.at.unixMs)
                m_pending.insert(change.id);
        }
        if (!changes->empty()) {
            since = changes->back().at;
            after = changes->back().id;
        }
        if (changes->size() < size_t(kFillPage))
            co_return since;
    }
}

} // namespace cargo::search
