#include "server/search/embedding_job.h"

#include "server/core/log.h"
#include "server/core/metrics.h"
#include "server/core/steady.h"
#include "server/search/changed_listings.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace cargo::search {

namespace {
constexpr int kPage = 200;
constexpr size_t kBatch = 32; // texts a call: small servers take no more
constexpr int kLookMs = 10'000;
constexpr qint64 kRetryMs = 1'000;
constexpr qint64 kRetryMostMs = 5 * kMinuteMs;
constexpr qint64 kCallMs = 20'000; // to the endpoint, or to the database
constexpr qint64 kTurnMs = 60'000; // longer than a call and the keeping of what it brought
// Rows are stamped before their transaction commits: what is newer than this is looked at again.
constexpr qint64 kOpenMs = 60'000;
constexpr qint64 kCountEveryMs = 30'000;
constexpr qint64 kForgetEveryMs = 60 * kMinuteMs;

struct EmbeddingMeters
{
    metrics::Gauge &waiting =
        metrics::gauge("cargo_embeddings_waiting", "published listings of which nobody knows what they mean");
    metrics::Counter &made = metrics::counter("cargo_embeddings_made_total", "listings whose meaning was kept");
    metrics::Gauge &batchMs = metrics::gauge("cargo_embeddings_batch_milliseconds", "the last batch took so long, kept");

    static const EmbeddingMeters &get()
    {
        static const EmbeddingMeters meters;
        return meters;
    }
};
} // namespace

EmbeddingJob::EmbeddingJob(Runtime &runtime, std::shared_ptr<embeddings::EmbeddingProvider> provider)
    : m_runtime(runtime), m_provider(std::move(provider))
{
}

EmbeddingJob::~EmbeddingJob()
{
    for (const quint64 subscription : m_subscriptions)
        m_runtime.bus.unsubscribe(subscription);
    if (m_context)
        m_context->cancel();
}

void EmbeddingJob::start(bool alone)
{
    if (!m_provider)
        return;
    m_store = std::make_unique<EmbeddingStore>(m_runtime.db, m_provider->model(), newUuid(m_runtime.clock.now()));
    m_byForce = alone;
    m_home = std::make_unique<QObject>();
    m_subscriptions.push_back(m_runtime.bus.subscribe(kListingChanged, [this, home = m_home.get()](const QByteArray &) {
        const auto lookNow = [this] {
            if (m_hasTurn)
                look();
        };
        QMetaObject::invokeMethod(home, lookNow, Qt::QueuedConnection);
    }));
    m_timer = std::make_unique<QTimer>();
    m_timer->setSingleShot(true);
    QObject::connect(m_timer.get(), &QTimer::timeout, m_home.get(), [this] {
        m_backsOff = false;
        look();
    });
    look();
}

void EmbeddingJob::look()
{
    m_again = m_running;
    if (!m_running && !m_backsOff)
        run();
}

CallContextPtr EmbeddingJob::newCall(qint64 ms)
{
    const Timestamp now = m_runtime.clock.now();
    m_context = std::make_shared<CallContext>(now, now.plusMs(ms));
    return m_context;
}

Timestamp EmbeddingJob::turnEnd() const { return m_runtime.clock.now().plusMs(kTurnMs); }

QCoro::Task<void> EmbeddingJob::run()
{
    m_running = true;
    const Outcome done = co_await goThrough();
    if (!done && done.code() == ErrorCode::Cancelled)
        co_return; // the end
    qint64 againMs = kLookMs;
    if (done || done.code() == ErrorCode::StateConflict) {
        m_failures = 0;
    } else {
        m_backsOff = true;
        againMs = std::min(kRetryMostMs, kRetryMs << std::min(m_failures++, 10));
        log::warning("embeddings.not_made", {{"detail", done.error().detail}, {"again_ms", againMs}});
        co_await count();
        co_await m_store->giveTurnBack(newCall(kCallMs)); // another server may reach the endpoint
    }
    m_running = false;
    m_timer->start(int(againMs));
    if (std::exchange(m_again, false))
        look();
}

// From where the last turn ended to the newest change.
QCoro::Task<Outcome> EmbeddingJob::goThrough()
{
    const bool byForce = std::exchange(m_byForce, false);
    const auto turn = co_await m_store->takeTurn(newCall(kCallMs), m_runtime.clock.now(), turnEnd(), byForce);
    if (!turn)
        m_byForce = byForce;
    CARGO_CO_TRY(turn);
    m_hasTurn = turn->has_value();
    if (!m_hasTurn) {
        EmbeddingMeters::get().waiting.set(0); // who has the turn tells
        co_return ok();
    }
    EmbeddingStore::Place place = **turn;
    for (bool isLast = false; !isLast;) {
        auto page = co_await m_store->after(newCall(kCallMs), place, kPage);
        CARGO_CO_TRY(page);
        isLast = page->size() < size_t(kPage);
        if (page->empty())
            break;
        place = page->back().place;
        const Outcome worked = co_await workOff(std::move(*page));
        CARGO_CO_TRY(worked);
        const Timestamp now = m_runtime.clock.now();
        const Outcome noted = co_await m_store->noteSeen(newCall(kCallMs), place, now.plusMs(-kOpenMs), now, turnEnd());
        CARGO_CO_TRY(noted);
    }
    EmbeddingMeters::get().waiting.set(0);
    co_return co_await forgetOthers();
}

QCoro::Task<Outcome> EmbeddingJob::workOff(std::vector<EmbeddingStore::Listing> page)
{
    std::erase_if(page, [](const EmbeddingStore::Listing &listing) { return listing.isDone; });
    for (size_t from = 0; from < page.size(); from += kBatch) {
        const auto first = page.begin() + ptrdiff_t(from);
        std::vector<EmbeddingStore::Listing> batch(first, first + ptrdiff_t(std::min(kBatch, page.size() - from)));
        if (steadyMs() - m_countedAtMs >= kCountEveryMs)
            co_await count();
        const Outcome made = co_await makeBatch(std::move(batch));
        CARGO_CO_TRY(made);
    }
    co_return ok();
}

QCoro::Task<Outcome> EmbeddingJob::makeBatch(std::vector<EmbeddingStore::Listing> batch)
{
    QElapsedTimer timer;
    timer.start();
    std::vector<QString> texts;
    std::vector<ListingId> ids;
    for (const EmbeddingStore::Listing &listing : batch) {
        texts.push_back(listing.text);
        ids.push_back(listing.id);
    }
    const std::weak_ptr<bool> alive = m_alive;
    const auto provider = m_provider;
    auto vectors = co_await provider->embed(newCall(kCallMs), std::move(texts));
    if (alive.expired())
        co_return ErrorCode::Cancelled;
    std::vector<EmbeddingStore::Made> made;
    if (vectors) {
        for (size_t i = 0; i < batch.size(); ++i)
            made.push_back({batch[i].id, batch[i].hash, std::move((*vectors)[i])});
    } else if (vectors.code() == ErrorCode::InvalidFormat) { // which of them is it?
        for (const EmbeddingStore::Listing &listing : batch) {
            auto one = co_await makeAlone(listing);
            CARGO_CO_TRY(one);
            made.push_back(std::move(*one));
        }
    } else {
        co_return vectors.error();
    }
    const size_t count = made.size();
    const Outcome kept = co_await m_store->keep(newCall(kCallMs), std::move(made), m_runtime.clock.now(), turnEnd());
    CARGO_CO_TRY(kept);
    const EmbeddingMeters &meters = EmbeddingMeters::get();
    meters.made.add(count);
    meters.batchMs.set(timer.elapsed());
    m_runtime.bus.publish(kListingsEmbedded, changedPayload(ids));
    co_return ok();
}

// A text that the endpoint does not take, though it takes others, goes without until it is another text. It is asked again behind
// the other one: what was wrong may have been mended between the two.
QCoro::Task<Result<EmbeddingStore::Made>> EmbeddingJob::makeAlone(EmbeddingStore::Listing listing)
{
    EmbeddingStore::Made made{listing.id, listing.hash, {}};
    const std::weak_ptr<bool> alive = m_alive;
    const auto provider = m_provider;
    for (int attempt = 0; attempt < 2; ++attempt) {
        std::vector<QString> texts(1, listing.text);
        auto vectors = co_await provider->embed(newCall(kCallMs), std::move(texts));
        if (alive.expired())
            co_return ErrorCode::Cancelled;
        if (vectors) {
            made.vector = std::move(vectors->front());
            co_return made;
        }
        if (vectors.code() != ErrorCode::InvalidFormat)
            co_return vectors.error();
        if (attempt > 0)
            break;
        std::vector<QString> harmless(1, QStringLiteral("car"));
        const auto taken = co_await provider->embed(newCall(kCallMs), std::move(harmless));
        if (alive.expired())
            co_return ErrorCode::Cancelled;
        if (!taken) {
            Error refusal = taken.error();
            refusal.code = ErrorCode::Unavailable; // it takes nothing: that is no fault of a listing
            co_return refusal;
        }
    }
    log::warning("embeddings.text_refused", {{"listing", listing.id.toText()}});
    co_return made;
}

QCoro::Task<void> EmbeddingJob::count()
{
    m_countedAtMs = steadyMs();
    if (const auto waiting = co_await m_store->waiting(newCall(kCallMs)))
        EmbeddingMeters::get().waiting.set(*waiting);
}

QCoro::Task<Outcome> EmbeddingJob::forgetOthers()
{
    if (m_forgotAtMs != 0 && steadyMs() - m_forgotAtMs < kForgetEveryMs)
        co_return ok();
    m_forgotAtMs = steadyMs();
    co_return co_await m_store->forgetOthers(newCall(kCallMs), m_runtime.clock.now().plusMs(-kForgetEveryMs));
}

} // namespace cargo::search
