#pragma once

#include "server/auth/auth_feature.h"
#include "server/bus/in_process_bus.h"
#include "server/users/users_feature.h"

#include "harness/test_database.h"

#include <QJsonObject>

#include <deque>
#include <map>

namespace cargo::test {

// Mail that stays here, for tests to read.
class MailBox final : public mail::MailProvider
{
public:
    QCoro::Task<Outcome> send(CallContextPtr context, mail::Mail mail) override;
    // The six digits of the newest mail to this address; empty when there is none.
    QString codeFor(const QString &address) const;

    std::vector<mail::Mail> mails;
    int failures = 0; // so many times it answers Unavailable first
};

// Accounts against a real PostgreSQL, with time and background work in the test's hands: routes are called through the
// router after the same questions that the HTTP pipeline asks (who, and may he), without sockets.
class AccountRig final : public jobs::Registry
{
public:
    struct Answer
    {
        int status = 0;
        QByteArray code;  // of a problem
        QByteArray field; // first field of a problem
        QJsonObject json;
        QByteArray body;
        std::vector<std::pair<QByteArray, QByteArray>> headers;

        QString text(const char *name) const { return json.value(QLatin1String(name)).toString(); }
        QByteArray header(const QByteArray &name) const;
    };
    struct Call
    {
        http::Method method = http::Method::Get;
        QByteArray path; // after /api/v1, with query
        QByteArray body;
        QString token;
        QByteArray key; // Idempotency-Key
        std::vector<std::pair<QByteArray, QByteArray>> headers;
    };

    explicit AccountRig(const QByteArray &databaseUrl, config::Settings settings = {});
    ~AccountRig() override;

    Answer send(const Call &call);
    // All at once; answers in the order of the calls.
    std::vector<Answer> together(const std::vector<Call> &calls);
    Answer post(const QByteArray &path, const QJsonObject &body, const QString &token = {}, const QByteArray &key = {});
    Answer get(const QByteArray &path, const QString &token = {});
    Answer remove(const QByteArray &path, const QString &token);

    // A new user with this name as his e-mail's; the answer of register.
    Answer signUp(const QString &name, const char *role = "buyer", const QByteArray &key = {});
    static QString emailOf(const QString &name) { return name + QStringLiteral("@example.com"); }
    static QString password() { return QStringLiteral("green lantern 7"); }
    // A member of staff, signed in; `secret` gets the raw second factor.
    Answer staff(const QString &name, const QStringList &permissions, QByteArray *secret = nullptr);

    // Works off the outbox; false when a handler failed (its event stays).
    bool pump();
    qint64 number(const char *sql); // first column of the first row, as a number
    void run(const char *sql);

    static QByteArray json(const QJsonObject &object);

    ManualClock clock;
    config::Settings settings;
    InProcessBus bus;
    CpuPool cpu;
    MailBox mailBox;
    std::unique_ptr<db::Database> db;
    std::unique_ptr<Runtime> runtime;
    std::unique_ptr<auth::AuthShared> shared;
    std::unique_ptr<users::UsersFeature> users;
    std::unique_ptr<auth::AuthFeature> auth;
    http::Router router;

    CallContextPtr context() const;

private:
    void onEvent(QByteArray topic, QByteArray readerName, jobs::OutboxHandler handler) override;
    void onTimer(QByteArray kind, jobs::TimerHandler handler) override;
    static Answer answerOf(http::Response response);
    std::optional<Answer> refusal(const Call &call, const http::Router::Match &match, const CallContextPtr &context) const;
    QCoro::Task<http::Response> begin(const Call &call, std::optional<Answer> *refused);
    db::Rows sql(const char *text);

    std::map<QByteArray, jobs::OutboxHandler> m_events;
};

} // namespace cargo::test
