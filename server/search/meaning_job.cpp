#include "server/search/meaning_job.h"

#include "server/core/log.h"
#include "server/core/metrics.h"

#include <QElapsedTimer>

namespace cargo::search {

namespace {
constexpr int kLookMs = 10 * 60'000;
constexpr qint64 kNightMs = kHourMs; // 01:00 UTC: night where most of the market is

struct MeaningGauges
{
    metrics::Gauge &tookMs =
        metrics::gauge("cargo_search_learning_milliseconds", "the last learning of what words mean took so long");
    metrics::Gauge &listings = metrics::gauge("cargo_search_learnt_listings", "listings that the last learning learnt from");
    metrics::Gauge &terms = metrics::gauge("cargo_search_learnt_terms", "words of which the meaning is known");

    static const MeaningGauges &get()
    {
        static const MeaningGauges gauges;
        return gauges;
    }
    void tell(const Learnt &learnt) const
    {
        listings.set(learnt.listings);
        terms.set(learnt.terms);
    }
};
} // namespace

MeaningJob::MeaningJob(Runtime &runtime, SearchProvider &provider, std::function<bool()> isFilled)
    : m_runtime(runtime), m_provider(provider), m_isFilled(std::move(isFilled))
{
}

MeaningJob::~MeaningJob() { m_provider.stopLearning(); }

void MeaningJob::start()
{
    if (!m_provider.learns())
        return;
    m_timer = std::make_unique<QTimer>();
    QObject::connect(m_timer.get(), &QTimer::timeout, m_timer.get(), [this] { learnIfDue(); });
    m_timer->start(kLookMs);
}

Timestamp MeaningJob::lastNight(Timestamp now)
{
    const qint64 sinceNight = now.unixMs - kNightMs;
    return Timestamp{sinceNight - sinceNight % kDayMs + kNightMs};
}

QCoro::Task<void> MeaningJob::learnIfDue()
{
    const Timestamp now = m_runtime.clock.now();
    const auto before = m_provider.learnt();
    const MeaningGauges &gauges = MeaningGauges::get();
    if (before) // perhaps with the index, from its file
        gauges.tell(*before);
    const bool isDue = m_provider.learns() && m_isFilled() && (!before || before->at < lastNight(now));
    if (!isDue || m_learning)
        co_return;
    m_learning = true;
    QElapsedTimer timer;
    timer.start();
    const auto learnt = co_await m_pool.run([provider = &m_provider, now] { return provider->learn(now); });
    m_learning = false;
    if (!learnt)
        co_return; // too few listings so far
    gauges.tookMs.set(timer.elapsed());
    gauges.tell(*learnt);
    log::info(
        "search.learnt",
        {{"listings", learnt->listings}, {"terms", learnt->terms}, {"dimensions", learnt->dimensions}, {"ms", timer.elapsed()}});
}

} // namespace cargo::search
