#include "server/app.h"

#include "server/audit/audit_seal_job.h"
#include "server/app_catch_up.h"
#include "server/bus/redis_bus.h"
#include "server/core/epoll_dispatcher.h"
#include "server/core/log.h"
#include "server/core/metrics.h"
#include "server/core/signing.h"
#include "server/db/embedded_cluster.h"
#include "server/db/migrator.h"
#include "server/db/optional_schema.h"
#include "server/features.h"
#include "server/http/middleware/shared_rate_limit.h"
#include "server/http/pipeline.h"
#include "server/http/server.h"
#include "server/jobs/worker.h"
#include "server/knowledge/shipped_pages.h"
#include "server/ops/ops_server.h"
#include "server/providers/files/local/local_files.h"
#include "server/providers/kyc/sumsub/sumsub_provider.h"
#include "server/providers/mail/log/log_mail_provider.h"
#ifdef CARGO_HAS_TESSERACT
#include "server/providers/photo_text/tesseract/tesseract_provider.h"
#endif
#include "server/providers/scan/clamd/clamd_provider.h"
#include "server/settings/live_settings.h"
#include "server/search/embedding_job.h"
#include "server/search/popular_query_job.h"
#include "server/search/search_index_job.h"
#include "server/ws/hub.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QSemaphore>
#include <QThread>

#include <functional>
#include <vector>

namespace cargo {

using namespace Qt::Literals;

Timestamp SystemClock::now() const { return {QDateTime::currentMSecsSinceEpoch()}; }

QCoro::Task<Outcome> Ratings::applyRating(db::Transaction tx, UserId user, int sum, int count)
{
    return m_users.applyRating(std::move(tx), user, sum, count);
}

QCoro::Task<Outcome> Ratings::recordDealDone(db::Transaction tx, UserId user)
{
    return m_users.recordDealDone(std::move(tx), user);
}

QCoro::Task<Outcome> Undoing::undo(db::Transaction tx, appeals::Decision decision)
{
    if (decision.kind == "listing")
        return m_listings.reinstate(std::move(tx), ListingId{decision.subject});
    if (decision.kind == "kyc")
        return m_kyc.reopen(std::move(tx), decision.subject);
    if (decision.kind == "ban")
        return m_accounts.lift(std::move(tx), decision.user);
    if (decision.kind == "mute" || decision.kind == "conversation")
        return m_mutes.lift(std::move(tx), decision.user, decision.id);
    return m_payments.addFinanceTask(std::move(tx), DealId{decision.subject}, std::nullopt, "appeal_overturned",
                                     "decision " + decision.id.toText(), m_clock.now());
}

QCoro::Task<Outcome> Cars::carTaken(db::Transaction tx, ListingId car, DealId deal)
{
    return m_listings.settle(std::move(tx), car, deal, listings::CarFate::Taken);
}

QCoro::Task<Outcome> Cars::carFree(db::Transaction tx, ListingId car, DealId deal)
{
    return m_listings.settle(std::move(tx), car, deal, listings::CarFate::Free);
}

QCoro::Task<Outcome> Cars::carKept(db::Transaction tx, ListingId car, DealId deal)
{
    return m_listings.settle(std::move(tx), car, deal, listings::CarFate::Kept);
}

QCoro::Task<Outcome> Cars::carSold(db::Transaction tx, ListingId car, DealId deal)
{
    return m_listings.settle(std::move(tx), car, deal, listings::CarFate::Sold);
}

std::unique_ptr<kyc::KycProvider> makeKycProvider(Runtime &runtime)
{
    const config::Settings &s = runtime.settings;
    if (s.kyc != "sumsub")
        return nullptr;
    return std::make_unique<kyc::sumsub::SumsubProvider>(
        runtime.clock,
        kyc::sumsub::Access{QUrl::fromEncoded(s.sumsubUrl), s.sumsubToken, s.sumsubSecret, s.sumsubWebhookSecret, s.sumsubLevel});
}

Result<std::unique_ptr<photo_text::PhotoTextProvider>> makePhotoText(const QByteArray &setting)
{
    std::unique_ptr<photo_text::PhotoTextProvider> made = std::make_unique<photo_text::NoReader>();
    if (setting == "off")
        return made;
#ifdef CARGO_HAS_TESSERACT
    auto reader = photo_text::tesseract::TesseractProvider::open();
    CARGO_TRY(reader);
    made = std::move(*reader);
    return made;
#else
    return {ErrorCode::NotImplemented, u"photo-text"_s, u"this program was built without Tesseract: set it to off"_s};
#endif
}

namespace {

// An event-loop thread that builds its world in run(), so that everything in it is made, used and destroyed there.
class LoopThread : public QThread
{
public:
    LoopThread() { setEventDispatcher(new EpollDispatcher); }

    void startAndWait()
    {
        start();
        m_ready.acquire();
    }
    // Asks the thread to drain and end. Returns at once; join() waits.
    void drain()
    {
        if (m_home)
            QMetaObject::invokeMethod(
                m_home, [this] { beginDrain(); }, Qt::QueuedConnection);
    }
    void join(QDeadlineTimer deadline)
    {
        if (!wait(deadline)) {
            QMetaObject::invokeMethod(
                m_home, [this] { quit(); }, Qt::QueuedConnection);
            wait();
        }
    }
    QObject *home() const { return m_home; }

protected:
    virtual void live(const std::function<void()> &loop) = 0;
    virtual void beginDrain() = 0;

private:
    void run() override
    {
        QObject home;
        m_home = &home;
        live([this] {
            m_ready.release();
            exec();
        });
        m_home = nullptr;
    }
    QSemaphore m_ready;
    QObject *m_home = nullptr;
};

// A call of the server's own, for what happens at start.
CallContextPtr startCall(const Clock &clock) { return std::make_shared<CallContext>(clock.now(), clock.now().plusMs(30'000)); }

} // namespace

struct App::Private
{
    Private(config::Settings s, const Clock &c) : settings(std::move(s)), clock(c) {}

    config::Settings settings;
    const Clock &clock;
    std::unique_ptr<Bus> bus;
    CpuPool cpu;
    QByteArray databaseUrl;
    std::unique_ptr<db::EmbeddedCluster> cluster;
    std::unique_ptr<files::FileProvider> files;
    std::unique_ptr<vault::Vault> vault;
    std::unique_ptr<scan::ScanProvider> scanner;
    std::unique_ptr<photo_text::PhotoTextProvider> photoText;
    std::unique_ptr<mail::MailProvider> mail;
    std::unique_ptr<auth::AuthShared> auth;
    std::shared_ptr<embeddings::EmbeddingProvider> embeddings; // null: none are configured
    std::unique_ptr<search::SearchProvider> search;
    std::unique_ptr<search::CardShelf> cards;
    search::PopularQueries popularQueries;
    std::unique_ptr<behaviour::ProfileShelf> profiles;
    std::unique_ptr<chat::ChatMemory> chatMemory;
    std::unique_ptr<ws::Directory> directory;
    std::unique_ptr<http::RateLimiter> rateLimiter;
    std::unique_ptr<SharedParts> shared;
    http::AddressCounter addresses;
    std::vector<std::unique_ptr<LoopThread>> workers;
    std::unique_ptr<LoopThread> jobs;
    std::function<void()> poke;
    std::atomic<bool> ready{false};
    Outcome opsOutcome;
    quint16 port = 0;
    quint16 opsPort = 0;

    Outcome openScanner();
    Outcome openSearch();
    Outcome prepare();
    Outcome openDatabase();
    Outcome openBus(const auth::SecretKeys &keys);
    db::DatabaseOptions databaseOptions(bool jobsThread) const;
    void loadSettings(settings::LiveSettings &live) const;
    http::PipelineParts pipelineParts(const http::Router &router, db::Database *database, auth::SessionService &sessions) const;
};

namespace {

class WorkerThread final : public LoopThread
{
public:
    WorkerThread(App::Private &app, int listener) : m_app(app), m_listener(listener) {}

protected:
    void live(const std::function<void()> &loop) override;
    void beginDrain() override;

private:
    App::Private &m_app;
    int m_listener;
    http::Server *m_server = nullptr;
    ws::Hub *m_hub = nullptr;
    int m_draining = 0;
};

class JobsThread final : public LoopThread
{
public:
    explicit JobsThread(App::Private &app) : m_app(app) {}

protected:
    void live(const std::function<void()> &loop) override;
    void beginDrain() override;

private:
    App::Private &m_app;
    ops::OpsServer *m_ops = nullptr;
    jobs::Worker *m_jobs = nullptr;
};

} // namespace

// ---- Worker threads: HTTP and WebSocket

void WorkerThread::live(const std::function<void()> &loop)
{
    db::Database database(m_app.databaseOptions(false));
    // This thread's own settings, which change while it runs.
    config::Settings current = m_app.settings;
    settings::LiveSettings live(*m_app.bus, m_app.settings, current, home());
    m_app.loadSettings(live);
    Runtime runtime{database, current, m_app.clock, *m_app.bus, m_app.cpu};
    Features features(runtime, *m_app.shared, false);
    http::Router router;
    features.registerOn(router);
    ops::registerContract(router);
    ops::registerStatus(router, m_app.settings, m_app.clock);
    ws::EventLogStore eventLog(database);
    ws::Hub hub(*m_app.directory, eventLog, m_app.auth->authenticator, m_app.clock,
                ws::HandshakePolicy::forPublicUrl(m_app.settings.publicUrl));
    features.registerOn(hub);
    http::Pipeline pipeline(m_app.pipelineParts(router, &database, features.auth.sessions));
    http::Server server(pipeline, m_app.addresses, [&hub](int fd, http::RequestPtr head) { hub.adopt(fd, std::move(head)); });
    m_server = &server;
    m_hub = &hub;
    server.listen(m_listener);
    loop();
    database.close();
}

void WorkerThread::beginDrain()
{
    m_draining = 2;
    const auto ended = [this] {
        if (--m_draining == 0)
            quit();
    };
    m_hub->drain(ended);
    m_server->drain(limits::kDrainMs / 2, ended);
}

// ---- The jobs thread: outbox, timers, and the private listener

void JobsThread::live(const std::function<void()> &loop)
{
    db::Database database(m_app.databaseOptions(true));
    config::Settings current = m_app.settings;
    settings::LiveSettings live(*m_app.bus, m_app.settings, current, home());
    m_app.loadSettings(live);
    Runtime runtime{database, current, m_app.clock, *m_app.bus, m_app.cpu};
    Features features(runtime, *m_app.shared, true);
    MoneyJobs money(runtime, features.money);
    jobs::Worker worker(runtime);
    search::SearchIndexJob searchJob(runtime, *m_app.search);
    search::EmbeddingJob embeddingJob(runtime, m_app.embeddings);
    search::PopularQueryJob popularJob(runtime, m_app.popularQueries);
    features.registerJobs(worker);
    money.registerOn(worker);
    CatchUp catchUp(runtime, features);
    audit::AuditSealJob sealJob(runtime);
    sealJob.registerJobs(worker);
    popularJob.registerJobs(worker);
    m_jobs = &worker;
    m_app.poke = [&worker] { worker.poke(); };

    ops::OpsServer ops(m_app.clock, [this, &database, &searchJob] {
        std::vector<ops::Check> checks{
            {"database", database.healthy()}, {"workers", m_app.ready.load()}, {"search", searchJob.isFilled()}};
        if (!m_app.settings.redisUrl.isEmpty())
            checks.push_back({"redis", m_app.bus->reachesAll(), false});
        return checks;
    });
    m_app.opsOutcome = ops.listen(m_app.settings.opsListen);
    m_app.opsPort = ops.port();
    m_ops = &ops;
    const bool alone = m_app.cluster != nullptr; // a private cluster has no other server
    worker.start(alone);
    searchJob.start();
    embeddingJob.start(alone);
    popularJob.start(startCall(m_app.clock));
    sealJob.arm(startCall(m_app.clock));
    money.start(startCall(m_app.clock), alone);
    features.auth.start(startCall(m_app.clock));
    features.stats.job.arm(startCall(m_app.clock));
    features.media.textJob.start();
    loop();
    m_app.poke = nullptr;
    searchJob.keepAtEnd();
    database.close();
}

void JobsThread::beginDrain()
{
    m_ops->setDraining();
    m_jobs->stop([this] { quit(); });
}

// ---- Start and stop

db::DatabaseOptions App::Private::databaseOptions(bool jobsThread) const
{
    db::DatabaseOptions options;
    options.url = databaseUrl;
    if (jobsThread) {
        options.queryConnections = 2;
        options.writeConnections = 4;
    }
    return options;
}

// Without what admins have changed the thread works by the operator's settings, and says so.
void App::Private::loadSettings(settings::LiveSettings &live) const
{
    if (const auto loaded = live.load(databaseUrl); !loaded)
        log::error("settings.not_loaded", {{"detail", loaded.error().detail}});
}

http::PipelineParts App::Private::pipelineParts(const http::Router &router, db::Database *database,
                                                auth::SessionService &sessions) const
{
    http::PipelineParts parts{router, clock, auth->authenticator, *rateLimiter, database, {}, {}, {}, false};
    parts.limits.connectionsPerAddress = settings.connectionsPerAddress;
    parts.uploadFolder = settings.dataDir + u"/uploads"_s;
    parts.trustedProxies = settings.trustedProxies;
    parts.closed = !settings.maintenance.isEmpty();
    parts.steppedUp = [&sessions](CallContextPtr context) { return sessions.requireStepUp(std::move(context)); };
    return parts;
}

Outcome App::Private::openDatabase()
{
    if (settings.databaseUrl.isEmpty()) {
        const int threads = int(workers.capacity()) + 1;
        cluster = std::make_unique<db::EmbeddedCluster>(db::EmbeddedCluster::Options{settings.dataDir, 40 + 14 * threads, true});
        CARGO_TRY(cluster->start());
        databaseUrl = cluster->url();
    } else {
        databaseUrl = settings.databaseUrl;
    }
    const auto migrated = db::Migrator().migrate(databaseUrl);
    CARGO_TRY(migrated);
    auto connection = db::BlockingConnection::open(databaseUrl);
    CARGO_TRY(connection);
    return knowledge::loadShippedPages(*connection, clock.now());
}

// Servers of one installation have one secret key, and others on the same Redis another.
Outcome App::Private::openBus(const auth::SecretKeys &keys)
{
    if (settings.redisUrl.isEmpty()) {
        bus = std::make_unique<InProcessBus>();
        return ok();
    }
    const auto address = RedisAddress::fromUrl(settings.redisUrl);
    if (!address)
        return Error{address.code(), u"redis-url"_s, address.error().detail};
    const QByteArray realm = hmacSha256(keys.accessToken(), "bus").toHex().left(16);
    bus = std::make_unique<RedisBus>(*address, realm);
    return ok();
}

Outcome App::Private::openScanner()
{
    if (settings.clamdUrl.isEmpty()) {
        scanner = std::make_unique<scan::NoScanner>();
        return ok();
    }
    auto address = scan::clamd::ClamdProvider::parse(settings.clamdUrl);
    CARGO_TRY(address);
    scanner = std::make_unique<scan::clamd::ClamdProvider>(std::move(*address));
    return ok();
}

Outcome App::Private::openSearch()
{
    auto endpoint = makeEmbeddings(settings);
    CARGO_TRY(endpoint);
    embeddings = std::move(*endpoint);
    if (embeddings) {
        if (const Outcome made = db::apply(db::kEmbeddingSchema, databaseUrl); !made)
            return Error{made.code(), u"embeddings-url"_s, made.error().detail};
    }
    auto engine = makeSearch(settings, clock, embeddings);
    CARGO_TRY(engine);
    search = std::move(*engine);
    return ok();
}

Outcome App::Private::prepare()
{
    QDir().mkpath(settings.dataDir + u"/uploads"_s);
    CARGO_TRY(openDatabase());
    auto local = files::LocalFileProvider::open(settings.dataDir + u"/media"_s);
    if (!local)
        return local.error();
    files = std::move(local).value();
    auto masterKeys = vault::MasterKeys::load(settings);
    if (!masterKeys)
        return masterKeys.error();
    vault = std::make_unique<vault::Vault>(std::move(masterKeys).value(), *files);
    CARGO_TRY(openScanner());
    auto reader = makePhotoText(settings.photoText);
    CARGO_TRY(reader);
    photoText = std::move(*reader);
    auto keys = auth::SecretKeys::load(settings);
    if (!keys)
        return keys.error();
    mail = std::make_unique<mail::LogMailProvider>(settings.dataDir, clock);
    CARGO_TRY(openBus(*keys));
    auth = std::make_unique<auth::AuthShared>(std::move(keys).value(), settings, *bus, cpu, *mail);
    cards = std::make_unique<search::CardShelf>(*bus, limits::kCardShelfBytes);
    profiles = std::make_unique<behaviour::ProfileShelf>(*bus);
    CARGO_TRY(openSearch());
    chatMemory = std::make_unique<chat::ChatMemory>(settings.rateMessagesPerMinute);
    directory = std::make_unique<ws::Directory>(*bus);
    const std::array<qint64, limits::kBucketNames.size()> perMinute{settings.rateApiPerMinute, settings.rateAuthPerMinute,
                                                                    settings.rateUploadPerMinute, settings.rateSearchPerMinute};
    if (settings.redisUrl.isEmpty())
        rateLimiter = std::make_unique<http::LocalRateLimiter>(perMinute);
    else
        rateLimiter = std::make_unique<http::SharedRateLimiter>(perMinute, *bus, clock);
    shared = std::make_unique<SharedParts>(SharedParts{clock, settings, *auth, *files, *vault, *scanner, *photoText, *search,
                                                       *cards, popularQueries, *profiles, *chatMemory, *directory});
    return ok();
}

App::App(config::Settings settings, const Clock &clock) : d(std::make_unique<Private>(std::move(settings), clock)) {}

App::~App() { stop(); }

Outcome App::start()
{
    const int threads = d->settings.threads > 0 ? d->settings.threads : QThread::idealThreadCount();
    d->workers.reserve(size_t(threads));
    // Addresses first: a port that is taken is told before a cluster is made.
    auto listeners = http::openListeners(d->settings.listen, threads);
    if (!listeners)
        return listeners.error();
    d->port = http::portOf(listeners->front());
    const qsizetype colon = d->settings.listen.lastIndexOf(':');
    d->settings.listen = d->settings.listen.first(colon + 1) + QByteArray::number(d->port);
    CARGO_TRY(d->prepare());
    d->jobs = std::make_unique<JobsThread>(*d);
    d->jobs->startAndWait();
    CARGO_TRY(d->opsOutcome);
    for (const int listener : *listeners) {
        d->workers.push_back(std::make_unique<WorkerThread>(*d, listener));
        d->workers.back()->startAndWait();
    }
    d->ready = true;
    log::info("server.started", {{"listen", d->settings.listen}, {"ops_port", int(d->opsPort)}, {"threads", threads}});
    return ok();
}

void App::stop()
{
    if (!d->jobs && !d->cluster)
        return;
    d->ready = false;
    const QDeadlineTimer deadline(limits::kDrainMs);
    for (const auto &worker : d->workers)
        worker->drain();
    for (const auto &worker : d->workers)
        worker->join(deadline);
    d->workers.clear();
    if (d->jobs) {
        d->jobs->drain();
        d->jobs->join(QDeadlineTimer(limits::kDrainMs));
        d->jobs.reset();
    }
    if (d->cluster)
        d->cluster->stop();
    d->cluster.reset();
    log::info("server.stopped");
    log::flush();
}

quint16 App::port() const { return d->port; }
quint16 App::opsPort() const { return d->opsPort; }
QByteArray App::databaseUrl() const { return d->databaseUrl; }
const config::Settings &App::settings() const { return d->settings; }

void App::pokeJobs()
{
    if (d->jobs && d->jobs->home())
        QMetaObject::invokeMethod(
            d->jobs->home(),
            [this] {
                if (d->poke)
                    d->poke();
            },
            Qt::QueuedConnection);
}

} // namespace cargo
