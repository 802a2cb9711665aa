#pragma once

#include "server/bus/in_process_bus.h"
#include "server/deals/deal_store.h"
#include "harness/test_database.h"
#include "server/money_features.h"
#include "server/proposals/proposal_routes.h"
#include "server/support/ticket_routes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

namespace cargo::test {

struct Reply
{
    int status = 0;
    QJsonObject json;
    ErrorCode code = ErrorCode::Internal; // of a problem
    std::vector<Error> fields;
    std::vector<std::pair<QByteArray, QByteArray>> members;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    QString text(const char *name) const { return json.value(QLatin1String(name)).toString(); }
    QByteArray member(QByteArrayView name) const;
};

// Somebody who calls.
struct Caller
{
    UserId id;
    Role role = Role::Buyer;
    quint32 permissions = 0;
};

// Everything about money against a real PostgreSQL, with time and the order of background work in the test's hands: routes are
// called through the router, the outbox and the timers are worked off one by one when the test says so. The sandbox's webhooks
// come in through the webhook route, signed. For whole servers with sockets and threads see the server harness.
class MoneyRig final : public jobs::Registry, public reviews::RatingBook, public deals::DealRecord
{
public:
    explicit MoneyRig(const QByteArray &databaseUrl);
    ~MoneyRig() override;

    // The world
    Caller buyer(int tier = 2);
    Caller driver();
    Caller staff(Permission permission);
    ListingId listing(const Caller &driver, qint64 priceMinor, const QByteArray &vin = {},
                      const QByteArray &status = "published");
    MediaId photo(const Caller &owner);
    db::Rows sql(const QByteArray &text); // for looking and for planting faults
    bool tries(const QByteArray &text);   // false: the database refused
    qint64 number(const QByteArray &text) { return sql(text).int64(0, 0); }

    // HTTP without sockets
    Reply get(const Caller &caller, const QByteArray &path);
    Reply post(const Caller &caller, const QByteArray &path, const QJsonObject &body = {}, const QByteArray &key = {});
    // Sends all at once and waits for all.
    std::vector<Reply> postTogether(const std::vector<std::pair<Caller, QByteArray>> &calls, const QJsonObject &body = {});
    Reply checkout(const QString &confirmationUrl, const QByteArray &form, bool json = true);
    Reply webhook(const QByteArray &body, const QByteArray &signature);
    QByteArray signature(const QByteArray &body) const;

    // Begins something without waiting, so that much of it is under way at once.
    QCoro::Task<http::Response> begin(const Caller &caller, const QByteArray &path, const QJsonObject &body = {});
    QCoro::Task<Outcome> beginTimer(const QByteArray &kind, Uuid subject, Timestamp dueAt);
    // What the outbox holds of this topic, taken off it.
    std::vector<QCoro::Task<Outcome>> beginEvents(const QByteArray &topic);
    static Reply end(QCoro::Task<http::Response> call);

    // Background work
    void pump();             // until nothing is left in the outbox
    void advance(qint64 ms); // timers fire in the order of their moments
    // From now on the real courier carries webhooks, over HTTP to this port of the loopback.
    void carryOverHttp(quint16 port);
    std::optional<Timestamp> deviceNow; // what callers say their clock shows
    bool holdWebhooks = false;          // the courier keeps them
    int webhooksDelivered = 0;
    std::vector<QByteArray> heldWebhooks; // bodies, when held

    std::vector<QJsonObject> events(const QByteArray &topic) const;
    std::map<QByteArray, std::vector<int>> ratings; // user → sums of stars
    std::map<QByteArray, int> dealsDone;            // user → number
    std::vector<ledger::Difference> differences();

    ManualClock clock;
    config::Settings settings;
    InProcessBus bus;
    CpuPool cpu;
    std::unique_ptr<db::Database> db;
    std::unique_ptr<Runtime> runtime;
    std::unique_ptr<proposals::ProposalsFeature> proposals;
    std::unique_ptr<support::SupportFeature> support;
    std::unique_ptr<MoneyFeatures> money;
    http::Router router;

    CallContextPtr context() const;

private:
    Result<db::Rows> trySql(const QByteArray &text);
    static const db::Query &queryOf(const QByteArray &text);
    void onEvent(QByteArray topic, QByteArray reader, jobs::OutboxHandler handler) override;
    void onTimer(QByteArray kind, jobs::TimerHandler handler) override;
    QCoro::Task<Outcome> applyRating(db::Transaction tx, UserId user, int sum, int count) override;
    QCoro::Task<Outcome> recordDealDone(db::Transaction tx, UserId user) override;
    http::RequestPtr request(const Caller *caller, http::Method method, const QByteArray &path, const QByteArray &body,
                             const QByteArray &key, const http::Router::Match &match);
    Reply call(const Caller *caller, http::Method method, const QByteArray &path, const QByteArray &body,
               const QByteArray &key = {}, const std::vector<std::pair<QByteArray, QByteArray>> &headers = {});
    static Reply replyOf(const http::Response &response);
    bool pumpOne();
    bool fireDue();
    void deliver(const QByteArray &payload);
    UserId insertUser(Role role, int tier, quint32 permissions);

    std::map<QByteArray, jobs::OutboxHandler> m_events;
    std::map<QByteArray, jobs::TimerHandler> m_timers;
    std::map<QByteArray, std::vector<QJsonObject>> m_seen;
    QByteArray m_secret;
    std::unique_ptr<payments::sandbox::SandboxCourierJob> m_courier;
    qint64 m_serial = 0;
};

} // namespace cargo::test
