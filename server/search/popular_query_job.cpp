#include "server/search/popular_query_job.h"

#include "server/behaviour/behaviour_service.h"
#include "server/core/log.h"
#include "server/jobs/scheduler.h"

namespace cargo::search {

namespace {
constexpr char kTimer[] = "search.popular";
constexpr char kCounted[] = "search.popular_counted"; // on the bus
constexpr qint64 kEveryMs = 60 * kMinuteMs;
constexpr qint64 kWorkMs = 60'000;
constexpr int kQueriesMost = 200; // in memory, and looked through at each key

const db::Query kClear{"search.popular_clear", "delete from popular_queries"};
// It weighs less with time and is forgotten, as everything that people did.
const db::Query kCount{"search.popular_count", R"(
    insert into popular_queries (query, people, weight)
    select query, count(*),
        sum(power(0.5::float8, greatest(extract(epoch from $1::timestamptz - at)::float8, 0) / 86400 / $4::float8)) as weight
    from typed_searches where at > $1::timestamptz - $5::int * interval '1 day'
    group by query having count(*) >= $2::int order by weight desc, query limit $3::int)"};
const db::Query kRead{"search.popular_read", "select query from popular_queries order by weight desc, query"};
} // namespace

PopularQueryJob::PopularQueryJob(Runtime &runtime, PopularQueries &queries)
    : m_runtime(runtime), m_queries(queries), m_home(std::make_unique<QObject>())
{
    for (const char *topic : {kCounted, kBusGapTopic}) {
        const auto onThisThread = [this, home = m_home.get()](const QByteArray &) {
            QMetaObject::invokeMethod(
                home, [this] { takeLater(); }, Qt::QueuedConnection);
        };
        m_subscriptions.push_back(m_runtime.bus.subscribe(topic, onThisThread));
    }
}

PopularQueryJob::~PopularQueryJob()
{
    for (const quint64 subscription : m_subscriptions)
        m_runtime.bus.unsubscribe(subscription);
}

void PopularQueryJob::registerJobs(jobs::Registry &registry)
{
    registry.onTimer(kTimer, [this](CallContextPtr context, Uuid, Timestamp) { return count(context); });
}

QCoro::Task<Outcome> PopularQueryJob::start(CallContextPtr context)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await jobs::setTimer(*tx, kTimer, Uuid{}, m_runtime.clock.now()));
    CARGO_CO_TRY(co_await tx->commit());
    co_return co_await take(context);
}

QCoro::Task<Outcome> PopularQueryJob::count(CallContextPtr context)
{
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await jobs::setTimer(*tx, kTimer, Uuid{}, now.plusMs(kEveryMs)));
    CARGO_CO_TRY(co_await tx->run(kClear));
    CARGO_CO_TRY(
        co_await tx->run(kCount, now, kPopularPeopleLeast, kQueriesMost, behaviour::kHalfLifeDays, behaviour::kKeptDays));
    CARGO_CO_TRY(co_await tx->commit());
    m_runtime.bus.publish(kCounted, {});
    co_return ok();
}

QCoro::Task<Outcome> PopularQueryJob::take(CallContextPtr context)
{
    const auto rows = co_await m_runtime.db.query(context, kRead);
    CARGO_CO_TRY(rows);
    std::vector<QString> queries;
    for (int row = 0; row < rows->count(); ++row)
        queries.push_back(rows->text(row, 0));
    m_queries.set(std::move(queries));
    co_return ok();
}

QCoro::Task<void> PopularQueryJob::takeLater()
{
    const Timestamp now = m_runtime.clock.now();
    const auto context = std::make_shared<CallContext>(now, now.plusMs(kWorkMs));
    if (const auto taken = co_await take(context); !taken)
        log::warning("search.popular_not_taken", {{"detail", taken.error().detail}});
}

} // namespace cargo::search
