#include "harness/account_rig.h"

#include "server/auth/totp.h"
#include "server/http/problem.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace cargo::test {

namespace {

const db::Query kFirstEvent{"test.account_first_event",
                            "select id, topic, key, payload, created_at from outbox order by id limit 1"};
const db::Query kDropEvent{"test.account_drop_event", "delete from outbox where id = $1"};

} // namespace

QCoro::Task<Outcome> MailBox::send(CallContextPtr, mail::Mail mail)
{
    if (failures > 0) {
        --failures;
        co_return Error{ErrorCode::Unavailable, {}, QStringLiteral("mail server is away")};
    }
    mails.push_back(mail);
    co_return ok();
}

QString MailBox::codeFor(const QString &address) const
{
    static const QRegularExpression kDigits(QStringLiteral("\\b\\d{6}\\b"));
    for (auto mail = mails.rbegin(); mail != mails.rend(); ++mail) {
        if (mail->to == address)
            return kDigits.match(mail->text).captured();
    }
    return {};
}

QByteArray AccountRig::Answer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

AccountRig::AccountRig(const QByteArray &databaseUrl, config::Settings given) : settings(std::move(given))
{
    settings.secretKey = "a secret of the tests, long enough";
    db::DatabaseOptions options;
    options.url = databaseUrl;
    db = std::make_unique<db::Database>(options);
    runtime = std::make_unique<Runtime>(Runtime{*db, settings, clock, bus, cpu});
    auto keys = auth::SecretKeys::load(settings);
    shared = std::make_unique<auth::AuthShared>(std::move(keys).value(), settings, bus, cpu, mailBox);
    users = std::make_unique<users::UsersFeature>(*runtime);
    auth = std::make_unique<auth::AuthFeature>(*runtime, *shared, users->service);
    users->registerOn(router);
    auth->registerOn(router);
    auth->registerJobs(*this);
}

AccountRig::~AccountRig() = default;

QByteArray AccountRig::json(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

CallContextPtr AccountRig::context() const
{
    auto context = std::make_shared<CallContext>(clock.now(), clock.now().plusMs(20'000));
    context->peerAddress = "192.0.2.7";
    context->userAgent = "rig/1";
    return context;
}

void AccountRig::onEvent(QByteArray topic, QByteArray, jobs::OutboxHandler handler) { m_events[topic] = std::move(handler); }
void AccountRig::onTimer(QByteArray, jobs::TimerHandler) {}

AccountRig::Answer AccountRig::answerOf(http::Response response)
{
    Answer answer;
    if (response.problem) {
        answer.code = errorWord(response.problem->code);
        http::renderProblem(response, Locale::En, {});
    }
    answer.status = response.status;
    answer.body = response.body;
    answer.json = QJsonDocument::fromJson(response.body).object();
    answer.headers = response.headers;
    const QJsonArray fields = answer.json.value(QLatin1String("errors")).toArray();
    if (!fields.isEmpty())
        answer.field = fields.first().toObject().value(QLatin1String("field")).toString().toUtf8();
    return answer;
}

// What the pipeline asks before a handler sees the request.
std::optional<AccountRig::Answer> AccountRig::refusal(const Call &call, const http::Router::Match &match,
                                                      const CallContextPtr &context) const
{
    const auto refuse = [](ErrorCode code) { return answerOf(http::Response::error(Error{code, {}, {}})); };
    if (!match.route)
        return refuse(match.allowed.empty() ? ErrorCode::NotFound : ErrorCode::MethodNotAllowed);
    if (!call.token.isEmpty()) {
        const auto principal = shared->authenticator.authenticate(call.token.toLatin1(), clock.now());
        if (!principal)
            return refuse(principal.code());
        context->principal = *principal;
    }
    const http::RouteOptions &options = match.route->options;
    if (call.body.size() > options.maxBodyBytes)
        return refuse(ErrorCode::PayloadTooLarge);
    if (options.access != http::Access::Public && !context->principal)
        return refuse(ErrorCode::Unauthorized);
    if (options.access == http::Access::Staff && !context->principal->may(options.permission))
        return refuse(ErrorCode::Forbidden);
    if (options.idempotent && !call.key.isEmpty()) {
        const QByteArray hash = QCryptographicHash::hash(QByteArray(call.path + call.body), QCryptographicHash::Sha256);
        context->idempotency = IdempotencyKey{call.key, hash};
    }
    return std::nullopt;
}

QCoro::Task<http::Response> AccountRig::begin(const Call &call, std::optional<Answer> *refused)
{
    auto request = std::make_shared<http::Request>();
    const auto parts = call.path.split('?');
    request->method = call.method;
    request->path = "/api/v1" + parts.first();
    request->query = parts.size() > 1 ? parts.last() : QByteArray();
    request->body = call.body;
    request->headers = call.headers;
    request->context = context();
    const auto match = router.match(call.method, request->path);
    *refused = refusal(call, match, request->context);
    request->params = match.params;
    const auto none = []() -> QCoro::Task<http::Response> { co_return http::Response(); };
    return *refused ? none() : match.route->handler(request);
}

AccountRig::Answer AccountRig::send(const Call &call) { return together({call}).front(); }

std::vector<AccountRig::Answer> AccountRig::together(const std::vector<Call> &calls)
{
    std::vector<std::optional<Answer>> refused(calls.size());
    std::vector<QCoro::Task<http::Response>> tasks;
    for (size_t i = 0; i < calls.size(); ++i)
        tasks.push_back(begin(calls[i], &refused[i]));
    std::vector<Answer> answers;
    for (size_t i = 0; i < calls.size(); ++i) {
        const http::Response response = await(std::move(tasks[i]));
        answers.push_back(refused[i] ? *refused[i] : answerOf(response));
    }
    return answers;
}

AccountRig::Answer AccountRig::post(const QByteArray &path, const QJsonObject &body, const QString &token, const QByteArray &key)
{
    return send({http::Method::Post, path, json(body), token, key, {}});
}

AccountRig::Answer AccountRig::get(const QByteArray &path, const QString &token)
{
    return send({http::Method::Get, path, {}, token, {}, {}});
}

AccountRig::Answer AccountRig::remove(const QByteArray &path, const QString &token)
{
    return send({http::Method::Delete, path, {}, token, {}, {}});
}

AccountRig::Answer AccountRig::signUp(const QString &name, const char *role, const QByteArray &key)
{
    const QJsonObject body{{QStringLiteral("email"), emailOf(name)},
                           {QStringLiteral("password"), password()},
                           {QStringLiteral("role"), QLatin1String(role)},
                           {QStringLiteral("display_name"), name},
                           {QStringLiteral("locale"), QStringLiteral("en")}};
    return post("/auth/register", body, {}, key);
}

AccountRig::Answer AccountRig::staff(const QString &name, const QStringList &permissions, QByteArray *secret)
{
    const auto added = await(auth->service.addStaff(context(), emailOf(name), password(), name, permissions));
    if (!added)
        qFatal("staff: %s", errorWord(added.code()));
    auth::AuthStore store(*db);
    const auto credentials = await(store.findCredentialsOf(context(), added->id));
    const QByteArray raw = shared->keys.open((*credentials)->totpSecret);
    if (secret)
        *secret = raw;
    const QByteArray code = auth::hotp(raw, quint64(auth::totpStep(clock.now())));
    return post("/auth/login", {{QStringLiteral("email"), emailOf(name)},
                                {QStringLiteral("password"), password()},
                                {QStringLiteral("totp"), QString::fromLatin1(code)}});
}

bool AccountRig::pump()
{
    const auto first = [](db::Database *database, CallContextPtr context) -> QCoro::Task<Result<db::Rows>> {
        co_return co_await database->write(context, kFirstEvent);
    };
    const auto drop = [](db::Database *database, CallContextPtr context, qint64 id) -> QCoro::Task<Result<db::Rows>> {
        co_return co_await database->write(context, kDropEvent, id);
    };
    for (;;) {
        const auto rows = await(first(db.get(), context()));
        if (!rows)
            qFatal("outbox: %s", qPrintable(rows.error().detail));
        if (rows->empty())
            return true;
        jobs::StoredEvent event;
        event.id = rows->int64(0, 0);
        event.event = {rows->bytes(0, 1), rows->bytes(0, 2), rows->bytes(0, 3)};
        event.createdAt = rows->timestamp(0, 4);
        const auto handler = m_events.find(event.event.topic);
        if (handler != m_events.end() && !await(handler->second(context(), event)))
            return false;
        if (!await(drop(db.get(), context(), event.id)))
            qFatal("outbox cannot be emptied");
    }
}

db::Rows AccountRig::sql(const char *text)
{
    static std::deque<QByteArray> kNames;
    static std::map<QByteArray, std::unique_ptr<db::Query>> kQueries;
    auto &query = kQueries[text];
    if (!query) {
        kNames.push_back("test.account_sql_" + QByteArray::number(qint64(kNames.size())));
        query = std::make_unique<db::Query>(kNames.back().constData(), text);
    }
    const auto go = [](db::Database *database, CallContextPtr context, const db::Query *q) -> QCoro::Task<Result<db::Rows>> {
        co_return co_await database->write(context, *q);
    };
    auto rows = await(go(db.get(), context(), query.get()));
    if (!rows)
        qFatal("%s: %s", text, qPrintable(rows.error().detail));
    return std::move(rows).value();
}

qint64 AccountRig::number(const char *text) { return sql(text).int64(0, 0); }
void AccountRig::run(const char *text) { sql(text); }

} // namespace cargo::test
