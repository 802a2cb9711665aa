#include "harness/money_rig.h"

#include "server/db/query.h"
#include "server/providers/payments/sandbox/sandbox_signature.h"

#include <QCoroTask>
#include <QUrl>

#include <deque>

namespace cargo::test {

namespace {

const db::Query kFirstEvent{"test.first_event", "select id, topic, key, payload, created_at from outbox order by id limit 1"};
const db::Query kDropEvent{"test.drop_event", "delete from outbox where id = $1"};
const db::Query kFirstTimer{"test.first_timer",
                            "select kind, subject, due_at from timers where due_at <= $1 order by due_at, kind limit 1"};
const db::Query kNextTimer{"test.next_timer", "select min(due_at) from timers"};
const db::Query kDropTimer{"test.drop_timer", "delete from timers where kind = $1 and subject = $2 and due_at = $3"};
const db::Query kUser{
    "test.user",
    R"(insert into users (id, email, password_hash, role, permissions, display_name, kyc_tier, card, created_at, updated_at)
       values ($1, $2, '-', $3, $4, $5, $6, $7, $8, $8))"};
const db::Query kListing{
    "test.listing",
    R"(insert into listings (id, driver_id, status, brand, model, year, mileage_km, country_from, price_minor, currency,
           delivery_eta_days, vin, card, created_at, updated_at)
       values ($1, $2, $3, 'Toyota', 'Alphard', 2021, 45000, 'JP', $4, 'RUB', 45, $5, '{}', $6, $6))"};
const db::Query kMedia{"test.media", "insert into media (id, owner_id, sha256, width, height, size_bytes, created_at) values "
                                     "($1, $2, sha256($3::bytea), 10, 10, 100, $4)"};

template <typename T>
T mustBe(Result<T> result, const char *what)
{
    if (!result.ok())
        qFatal("%s: %s %s", what, errorWord(result.code()), qPrintable(result.error().detail));
    return std::move(result).value();
}

void mustSucceed(const Outcome &outcome, const char *what)
{
    if (!outcome.ok())
        qFatal("%s: %s %s", what, errorWord(outcome.code()), qPrintable(outcome.error().detail));
}

} // namespace

QByteArray Reply::member(QByteArrayView name) const
{
    for (const auto &[key, value] : members) {
        if (key == name)
            return value;
    }
    return {};
}

MoneyRig::MoneyRig(const QByteArray &databaseUrl)
{
    settings.secretKey = "a secret of the tests";
    settings.listen = "127.0.0.1:1";
    db::DatabaseOptions options;
    options.url = databaseUrl;
    db = std::make_unique<db::Database>(options);
    runtime = std::make_unique<Runtime>(Runtime{*db, settings, clock, bus, cpu});
    proposals = std::make_unique<proposals::ProposalsFeature>(*runtime);
    proposals->registerOn(router);
    support = std::make_unique<support::SupportFeature>(*runtime);
    money = std::make_unique<MoneyFeatures>(*runtime, *this, proposals->service, support->service);
    money->deals.transitions.setRecord(this);
    money->registerOn(router);
    money->payments.registerJobs(*this);
    money->deals.registerJobs(*this);
    money->disputes.registerJobs(*this);
    money->reviews.registerJobs(*this);
    m_secret = payments::sandbox::webhookSecret(settings.secretKey);
}

MoneyRig::~MoneyRig() = default;

CallContextPtr MoneyRig::context() const { return std::make_shared<CallContext>(clock.now(), clock.now().plusMs(20'000)); }

db::Rows MoneyRig::sql(const QByteArray &text) { return mustBe(trySql(text), text.constData()); }

// In a transaction, so that what is checked at commit is checked.
bool MoneyRig::tries(const QByteArray &text)
{
    const auto run = [](db::Database *database, CallContextPtr context, const db::Query *query) -> QCoro::Task<Result<bool>> {
        const auto tx = co_await database->begin(context);
        if (!tx.ok())
            co_return tx.error();
        CARGO_CO_TRY(co_await tx->run(*query));
        CARGO_CO_TRY(co_await tx->commit());
        co_return true;
    };
    return await(run(db.get(), context(), &queryOf(text))).ok();
}

Result<db::Rows> MoneyRig::trySql(const QByteArray &text)
{
    const auto run = [](db::Database *database, CallContextPtr context, const db::Query *q) -> QCoro::Task<Result<db::Rows>> {
        co_return co_await database->write(context, *q);
    };
    return await(run(db.get(), context(), &queryOf(text)));
}

const db::Query &MoneyRig::queryOf(const QByteArray &text)
{
    // Statements of a test are few; each lives as long as the program, as the registry wants it.
    static std::deque<QByteArray> kTexts;
    static std::map<QByteArray, std::unique_ptr<db::Query>> kQueries;
    auto &query = kQueries[text];
    if (!query) {
        kTexts.push_back("test.sql." + QByteArray::number(qint64(kTexts.size())));
        const QByteArray &name = kTexts.back();
        kTexts.push_back(text);
        query = std::make_unique<db::Query>(name.constData(), kTexts.back().constData());
    }
    return *query;
}

void MoneyRig::onEvent(QByteArray topic, QByteArray, jobs::OutboxHandler handler) { m_events[topic] = std::move(handler); }
void MoneyRig::onTimer(QByteArray kind, jobs::TimerHandler handler) { m_timers[kind] = std::move(handler); }

QCoro::Task<Outcome> MoneyRig::applyRating(db::Transaction, UserId user, int sum, int)
{
    ratings[user.toText()].push_back(sum);
    co_return ok();
}

QCoro::Task<Outcome> MoneyRig::recordDealDone(db::Transaction, UserId user)
{
    ++dealsDone[user.toText()];
    co_return ok();
}

UserId MoneyRig::insertUser(Role role, int tier, quint32 permissions)
{
    const UserId id = UserId::make(clock.now());
    const QByteArray word = role == Role::Buyer ? "buyer" : role == Role::Driver ? "driver" : "staff";
    const QByteArray card = "{\"id\":\"" + id.toText() + "\",\"display_name\":\"" + word + "\"}";
    db::Params params =
        db::Params::of(id, QByteArray(id.toText() + "@example.org"), word, int(permissions), word, tier, card, clock.now());
    const auto run = [](db::Database *database, CallContextPtr context, db::Params p) -> QCoro::Task<Result<db::Rows>> {
        co_return co_await database->writeParams(context, kUser, p);
    };
    mustBe(await(run(db.get(), context(), params)), "user");
    return id;
}

Caller MoneyRig::buyer(int tier) { return {insertUser(Role::Buyer, tier, 0), Role::Buyer, 0}; }
Caller MoneyRig::driver() { return {insertUser(Role::Driver, 2, 0), Role::Driver, 0}; }
Caller MoneyRig::staff(Permission permission)
{
    return {insertUser(Role::Staff, 2, quint32(permission)), Role::Staff, quint32(permission)};
}

ListingId MoneyRig::listing(const Caller &driver, qint64 priceMinor, const QByteArray &vin, const QByteArray &status)
{
    const ListingId id = ListingId::make(clock.now());
    const auto run = [](db::Database *database, CallContextPtr context, db::Params p) -> QCoro::Task<Result<db::Rows>> {
        co_return co_await database->writeParams(context, kListing, p);
    };
    mustBe(await(run(db.get(), context(), db::Params::of(id, driver.id, status, priceMinor, vin, clock.now()))), "listing");
    return id;
}

MediaId MoneyRig::photo(const Caller &owner)
{
    const MediaId id = MediaId::make(clock.now());
    const auto run = [](db::Database *database, CallContextPtr context, db::Params p) -> QCoro::Task<Result<db::Rows>> {
        co_return co_await database->writeParams(context, kMedia, p);
    };
    db::Params params = db::Params::of(id, owner.id);
    params.addBytes(id.toText()).add(clock.now());
    mustBe(await(run(db.get(), context(), params)), "media");
    return id;
}

http::RequestPtr MoneyRig::request(const Caller *caller, http::Method method, const QByteArray &path, const QByteArray &body,
                                   const QByteArray &key, const http::Router::Match &match)
{
    const auto request = std::make_shared<http::Request>();
    const auto parts = path.split('?');
    request->method = method;
    request->path = parts.first();
    request->query = parts.size() > 1 ? parts.last() : QByteArray();
    request->body = body;
    request->params = match.params;
    request->context = context();
    if (caller)
        request->context->principal = Principal{caller->id, SessionId{}, caller->role, caller->permissions};
    if (!key.isEmpty())
        request->context->idempotency = IdempotencyKey{key, QByteArray(32, 'h')};
    return request;
}

Reply MoneyRig::replyOf(const http::Response &response)
{
    Reply reply;
    reply.status = response.status;
    reply.body = response.body;
    reply.json = QJsonDocument::fromJson(response.body).object();
    reply.headers = response.headers;
    if (response.problem)
        reply.code = response.problem->code;
    reply.fields = response.problemFields;
    reply.members = response.problemMembers;
    return reply;
}

Reply MoneyRig::call(const Caller *caller, http::Method method, const QByteArray &path, const QByteArray &body,
                     const QByteArray &key, const std::vector<std::pair<QByteArray, QByteArray>> &headers)
{
    const auto match = router.match(method, path.split('?').first());
    if (!match.route)
        return {match.allowed.empty() ? 404 : 405, {}, {}, {}, {}, {}, {}};
    if (match.route->options.access == http::Access::Staff) {
        const Principal principal{caller->id, SessionId{}, caller->role, caller->permissions};
        if (!principal.may(match.route->options.permission))
            return {403, {}, ErrorCode::Forbidden, {}, {}, {}, {}};
    }
    const auto made = std::const_pointer_cast<http::Request>(request(caller, method, path, body, key, match));
    made->headers = headers;
    if (deviceNow)
        made->headers.emplace_back("x-device-time", deviceNow->toRfc3339());
    return replyOf(await(match.route->handler(made)));
}

Reply MoneyRig::get(const Caller &caller, const QByteArray &path)
{
    return call(&caller, http::Method::Get, "/api/v1" + path, {});
}

Reply MoneyRig::post(const Caller &caller, const QByteArray &path, const QJsonObject &body, const QByteArray &key)
{
    return call(&caller, http::Method::Post, "/api/v1" + path, QJsonDocument(body).toJson(QJsonDocument::Compact), key);
}

std::vector<Reply> MoneyRig::postTogether(const std::vector<std::pair<Caller, QByteArray>> &calls, const QJsonObject &body)
{
    std::vector<QCoro::Task<http::Response>> tasks;
    for (const auto &[caller, path] : calls)
        tasks.push_back(begin(caller, path, body));
    std::vector<Reply> replies;
    for (auto &task : tasks)
        replies.push_back(end(std::move(task)));
    return replies;
}

QCoro::Task<http::Response> MoneyRig::begin(const Caller &caller, const QByteArray &path, const QJsonObject &body)
{
    const QByteArray full = "/api/v1" + path;
    const auto match = router.match(http::Method::Post, full);
    return match.route->handler(
        request(&caller, http::Method::Post, full, QJsonDocument(body).toJson(QJsonDocument::Compact), {}, match));
}

Reply MoneyRig::end(QCoro::Task<http::Response> call) { return replyOf(await(std::move(call))); }

QCoro::Task<Outcome> MoneyRig::beginTimer(const QByteArray &kind, Uuid subject, Timestamp dueAt)
{
    return m_timers.at(kind)(context(), subject, dueAt);
}

std::vector<QCoro::Task<Outcome>> MoneyRig::beginEvents(const QByteArray &topic)
{
    const auto rows = sql("delete from outbox where topic = '" + topic + "' returning id, topic, key, payload, created_at");
    std::vector<QCoro::Task<Outcome>> begun;
    for (int i = 0; i < rows.count(); ++i) {
        const jobs::StoredEvent event{
            rows.int64(i, 0), {rows.bytes(i, 1), rows.bytes(i, 2), rows.bytes(i, 3)}, rows.timestamp(i, 4)};
        begun.push_back(m_events.at(topic)(context(), event));
    }
    return begun;
}

Reply MoneyRig::checkout(const QString &confirmationUrl, const QByteArray &form, bool json)
{
    const QByteArray path = QUrl(confirmationUrl).path().toUtf8();
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    if (json)
        headers.emplace_back("accept", "application/json");
    return call(nullptr, form.isEmpty() ? http::Method::Get : http::Method::Post, path, form, {}, headers);
}

QByteArray MoneyRig::signature(const QByteArray &body) const { return payments::sandbox::sign(m_secret, clock.now(), body); }

Reply MoneyRig::webhook(const QByteArray &body, const QByteArray &signature)
{
    const std::vector<std::pair<QByteArray, QByteArray>> headers{{payments::sandbox::kSignatureHeader, signature}};
    return call(nullptr, http::Method::Post, "/api/v1/webhooks/payments/sandbox", body, {}, headers);
}

void MoneyRig::carryOverHttp(quint16 port)
{
    settings.listen = "127.0.0.1:" + QByteArray::number(port);
    m_courier = std::make_unique<payments::sandbox::SandboxCourierJob>(*runtime, money->provider.bank());
    m_courier->registerOn(*this);
}

void MoneyRig::deliver(const QByteArray &payload)
{
    const auto id = Uuid::fromText(QJsonDocument::fromJson(payload).object().value(QLatin1String("webhook_id")).toString());
    const auto due = mustBe(await(money->provider.bank().takeWebhook(context(), *id)), "webhook");
    if (!due)
        return;
    mustBe(await([](payments::sandbox::SandboxBank *bank, CallContextPtr c, Uuid w) -> QCoro::Task<Result<bool>> {
               CARGO_CO_TRY(co_await bank->webhookDelivered(c, w));
               co_return true;
           }(&money->provider.bank(), context(), *id)),
           "delivered");
    if (holdWebhooks) {
        heldWebhooks.push_back(due->body);
        return;
    }
    for (int copy = 0; copy < due->copies; ++copy) {
        const Reply reply = webhook(due->body, signature(due->body));
        if (reply.status != 200)
            qFatal("webhook answered with %d", reply.status);
        ++webhooksDelivered;
    }
}

bool MoneyRig::pumpOne()
{
    const auto first = [](db::Database *database, CallContextPtr context) -> QCoro::Task<Result<db::Rows>> {
        co_return co_await database->query(context, kFirstEvent);
    };
    const auto drop = [](db::Database *database, CallContextPtr context, qint64 id) -> QCoro::Task<Result<db::Rows>> {
        co_return co_await database->write(context, kDropEvent, id);
    };
    const auto rows = mustBe(await(first(db.get(), context())), "outbox");
    if (rows.empty())
        return false;
    jobs::StoredEvent event{rows.int64(0, 0), {rows.bytes(0, 1), rows.bytes(0, 2), rows.bytes(0, 3)}, rows.timestamp(0, 4)};
    mustBe(await(drop(db.get(), context(), event.id)), "outbox");
    m_seen[event.event.topic].push_back(QJsonDocument::fromJson(event.event.payload).object());
    if (event.event.topic == "sandbox.webhook" && !m_courier) {
        deliver(event.event.payload);
    } else if (const auto handler = m_events.find(event.event.topic); handler != m_events.end()) {
        const Outcome done = await(handler->second(context(), event));
        if (!done.ok())
            qFatal("%s: %s %s", event.event.topic.constData(), errorWord(done.code()), qPrintable(done.error().detail));
    }
    return true;
}

void MoneyRig::pump()
{
    while (pumpOne()) {}
}

bool MoneyRig::fireDue()
{
    const auto first = [](db::Database *database, CallContextPtr context, Timestamp at) -> QCoro::Task<Result<db::Rows>> {
        co_return co_await database->query(context, kFirstTimer, at);
    };
    const auto drop = [](db::Database *database, CallContextPtr context, QByteArray kind, Uuid subject,
                         Timestamp due) -> QCoro::Task<Result<db::Rows>> {
        co_return co_await database->write(context, kDropTimer, kind, subject, due);
    };
    const auto rows = mustBe(await(first(db.get(), context(), clock.now())), "timers");
    if (rows.empty())
        return false;
    const QByteArray kind = rows.bytes(0, 0);
    const Uuid subject = rows.uuid(0, 1);
    const Timestamp due = rows.timestamp(0, 2);
    mustBe(await(drop(db.get(), context(), kind, subject, due)), "timers");
    if (m_courier && kind.startsWith("sandbox.")) {
        mustSucceed(await(m_timers[kind](context(), subject, due)), kind.constData());
    } else if (kind == "sandbox.hold_expiry") {
        mustSucceed(await(money->provider.bank().expireHold(context(), subject, due)), kind.constData());
    } else if (kind == "sandbox.webhook") {
        deliver("{\"webhook_id\":\"" + subject.toText() + "\"}");
    } else if (!kind.startsWith("desk.due.")) { // that staff are late is told elsewhere
        const auto handler = m_timers.find(kind);
        if (handler == m_timers.end())
            qFatal("nobody answers the timer %s", kind.constData());
        const Outcome done = await(handler->second(context(), subject, due));
        if (!done.ok())
            qFatal("%s: %s %s", kind.constData(), errorWord(done.code()), qPrintable(done.error().detail));
    }
    return true;
}

void MoneyRig::advance(qint64 ms)
{
    const Timestamp goal = clock.now().plusMs(ms);
    const auto next = [](db::Database *database, CallContextPtr context) -> QCoro::Task<Result<db::Rows>> {
        co_return co_await database->query(context, kNextTimer);
    };
    for (;;) {
        pump();
        const auto rows = mustBe(await(next(db.get(), context())), "timers");
        const auto due = rows.optionalTimestamp(0, 0);
        if (!due || *due > goal)
            break;
        if (*due > clock.now())
            clock.advance(due->unixMs - clock.now().unixMs);
        fireDue();
    }
    clock.advance(goal.unixMs - clock.now().unixMs);
    pump();
}

std::vector<QJsonObject> MoneyRig::events(const QByteArray &topic) const
{
    const auto found = m_seen.find(topic);
    return found == m_seen.end() ? std::vector<QJsonObject>() : found->second;
}

std::vector<ledger::Difference> MoneyRig::differences() { return mustBe(await(ledger::verify(db.get(), context())), "verify"); }

} // namespace cargo::test
