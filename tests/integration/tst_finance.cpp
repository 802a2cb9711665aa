// The books as finance reads them, and what it decides: tasks, and payouts that do not arrive.
#include "harness/deal_journey.h"

#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

class TestFinance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_rig.reset(); }

    void trialBalanceSumsToZero();
    void replayEndsWhereTheBooksStand();
    void aFailedPayoutIsTriedAgain();
    void oneOfTwoDecisionsCounts();
    void whatWasSettledElsewhereMovesNothing();
    void aRetryOfWhatHasNotFailedIsRefused();
    void stuckIsWhatWaitsTooLong();

private:
    // A deal whose payout the provider has declined, and its task.
    QByteArray failPayout(Journey &deal);
    Reply decide(const Caller &who, const QByteArray &task, const QString &decision)
    {
        const Reply reply = m_rig->post(who, "/admin/queues/finance_tasks/" + task + "/decide",
                                        {{u"decision"_s, decision}, {u"text"_s, u"The bank is open again"_s}});
        m_rig->pump();
        return reply;
    }
    QJsonArray payouts(const QByteArray &status)
    {
        return m_rig->get(m_finance, "/admin/payouts?limit=100&status=" + status).json.value(u"items"_s).toArray();
    }

    TestDatabase m_database;
    std::unique_ptr<MoneyRig> m_rig;
    Caller m_finance;
};

void TestFinance::init()
{
    m_rig = std::make_unique<MoneyRig>(m_database.url());
    m_finance = m_rig->staff(Permission::Finance);
}

QByteArray TestFinance::failPayout(Journey &deal)
{
    deal.toDelivered();
    m_rig->sql("insert into sandbox_faults (kind, mode, remaining) values ('payout', 'decline', 1)");
    deal.release();
    return m_rig->sql("select id from finance_tasks where kind = 'payout_failed' and deal_id = '" + deal.id + "'").bytes(0, 0);
}

void TestFinance::trialBalanceSumsToZero()
{
    Journey deal(*m_rig);
    const qint64 before = m_rig->clock.now().unixMs;
    m_rig->clock.advance(kMinuteMs);
    deal.toInTransit();
    const QJsonObject now = m_rig->get(m_finance, "/admin/ledger/trial-balance").json;
    QVERIFY(now.value(u"balanced"_s).toBool());
    const auto account = [](const QJsonObject &books, const QString &name) {
        for (const QJsonValue one : books.value(u"items"_s).toArray()) {
            if (one[u"account"_s].toString() == name)
                return one.toObject();
        }
        return QJsonObject();
    };
    QVERIFY(account(now, u"escrow"_s).value(u"credit"_s).toInteger() >= kPrice);
    QVERIFY(account(now, u"provider_clearing:sandbox"_s).value(u"debit"_s).toInteger() >= kPrice);

    // At a moment: from the journal, and without what came later.
    m_rig->clock.advance(kMinuteMs);
    const QByteArray later = m_rig->clock.now().toRfc3339();
    const QJsonObject same = m_rig->get(m_finance, "/admin/ledger/trial-balance?at=" + later).json;
    QVERIFY(same.value(u"balanced"_s).toBool());
    const auto open = [](const QJsonObject &one) {
        return one.value(u"debit"_s).toInteger() - one.value(u"credit"_s).toInteger();
    };
    for (const QString &name : {u"escrow"_s, u"provider_clearing:sandbox"_s, u"hold_pending"_s})
        QCOMPARE(open(account(same, name)), open(account(now, name)));
    const QJsonObject earlier = m_rig->get(m_finance, "/admin/ledger/trial-balance?at=" + Timestamp{before}.toRfc3339()).json;
    QCOMPARE(open(account(now, u"escrow"_s)) - open(account(earlier, u"escrow"_s)), -kPrice);
    QCOMPARE(m_rig->get(m_finance, "/admin/ledger/trial-balance?at=yesterday").status, 422);
}

void TestFinance::replayEndsWhereTheBooksStand()
{
    Journey deal(*m_rig);
    deal.toReleased();
    const Reply replay = m_rig->get(m_finance, "/admin/deals/" + deal.id + "/replay");
    QCOMPARE(replay.status, 200);
    const QJsonArray lines = replay.json.value(u"items"_s).toArray();
    QCOMPARE(lines.first()[u"event"_s][u"event"_s].toString(), u"create"_s);
    QStringList kinds;
    QString last;
    for (const QJsonValue line : lines) {
        QVERIFY(line[u"at"_s].toString() >= last);
        last = line[u"at"_s].toString();
        if (!line[u"entry"_s].isNull())
            kinds += line[u"entry"_s][u"kind"_s].toString();
    }
    QCOMPARE(kinds, (QStringList{u"hold"_s, u"capture"_s, u"release"_s, u"payout_confirmed"_s}));
    const QJsonObject end = lines.last()[u"balances"_s].toObject();
    const db::Rows books =
        m_rig->sql("select account, balance_minor from ledger_balances where balance_minor <> 0 and deal_id = '" + deal.id + "'");
    QCOMPARE(end.size(), books.count());
    for (int row = 0; row < books.count(); ++row)
        QCOMPARE(end.value(books.text(row, 0)).toInteger(), books.int64(row, 1));
    QCOMPARE(m_rig->number("select count(*) from events_audit where action = 'deal.replayed' and stream = '" + deal.id + "'"),
             qint64(1));
    QCOMPARE(m_rig->get(m_finance, "/admin/deals/" + newUuid({0}).toText() + "/replay").status, 404);
    QCOMPARE(m_rig->get(m_finance, "/admin/deals/seven/replay").status, 404);
}

void TestFinance::aFailedPayoutIsTriedAgain()
{
    Journey deal(*m_rig);
    const QByteArray task = failPayout(deal);
    QCOMPARE(deal.moneyStatus(), u"failed"_s);
    const Reply shown = m_rig->get(m_finance, "/admin/finance-tasks/" + task);
    QCOMPARE(shown.status, 200);
    QCOMPARE(shown.json[u"deal"_s][u"money_status"_s].toString(), u"failed"_s);
    QStringList states;
    for (const QJsonValue operation : shown.json[u"operations"_s].toArray())
        states += operation[u"state"_s].toString();
    QCOMPARE(states.count(u"failed"_s), 1);
    QVERIFY(!payouts("stuck").isEmpty());

    const Reply decided = decide(m_finance, task, u"retry"_s);
    QCOMPARE(decided.status, 200);
    QCOMPARE(decided.text("decision"), u"retry"_s);
    QCOMPARE(deal.moneyStatus(), u"paid"_s);
    QVERIFY(m_rig->differences().empty());
    QCOMPARE(decide(m_finance, task, u"retry"_s).code, ErrorCode::StateConflict);
    QCOMPARE(decide(m_finance, task, u"done"_s).code, ErrorCode::StateConflict);
    for (const QJsonValue stuck : payouts("stuck"))
        QVERIFY(stuck[u"deal_id"_s].toString().toLatin1() != deal.id);
    QCOMPARE(m_rig->number("select count(*) from events_audit where action = 'finance.task_decided' and stream = '" + deal.id
                           + "' and actor_id = '" + m_finance.id.toText() + "'"),
             qint64(1));
}

void TestFinance::oneOfTwoDecisionsCounts()
{
    Journey deal(*m_rig);
    const QByteArray path = "/admin/queues/finance_tasks/" + failPayout(deal) + "/decide";
    std::vector<std::pair<Caller, QByteArray>> calls;
    for (int i = 0; i < 4; ++i)
        calls.emplace_back(m_rig->staff(Permission::Finance), path);
    int won = 0;
    for (const Reply &reply : m_rig->postTogether(calls, {{u"decision"_s, u"retry"_s}, {u"text"_s, u"Again"_s}})) {
        won += reply.status == 200 ? 1 : 0;
        QVERIFY(reply.status == 200 || reply.status == 409);
    }
    QCOMPARE(won, 1);
    m_rig->pump();
    QCOMPARE(deal.moneyStatus(), u"paid"_s);
    QCOMPARE(m_rig->number("select count(*) from ledger_entries where kind = 'payout_confirmed' and deal_id = '" + deal.id + "'"),
             qint64(1));
}

void TestFinance::whatWasSettledElsewhereMovesNothing()
{
    Journey deal(*m_rig);
    const QByteArray task = failPayout(deal);
    const QByteArray path = "/admin/queues/finance_tasks/" + task + "/decide";
    QCOMPARE(m_rig->post(m_finance, path, {{u"decision"_s, u"done"_s}}).status, 422);
    QCOMPARE(m_rig->post(m_finance, path, {{u"decision"_s, u"forget"_s}, {u"text"_s, u"Why"_s}}).status, 422);
    QCOMPARE(decide(m_finance, task, u"done"_s).status, 200);
    QCOMPARE(deal.moneyStatus(), u"failed"_s);
    QCOMPARE(m_rig->get(m_finance, "/admin/finance-tasks/" + task).text("decision_text"), u"The bank is open again"_s);
    QCOMPARE(decide(m_finance, newUuid({0}).toText(), u"done"_s).status, 404);
}

void TestFinance::aRetryOfWhatHasNotFailedIsRefused()
{
    Journey deal(*m_rig);
    deal.toInTransit();
    const QByteArray task = newUuid({0}).toText();
    m_rig->sql("insert into finance_tasks (id, deal_id, kind, detail, created_at) values ('" + task + "', '" + deal.id
               + "', 'amount_mismatch', 'x', now())");
    QCOMPARE(decide(m_finance, task, u"retry"_s).code, ErrorCode::StateConflict);
    QCOMPARE(m_rig->number("select count(*) from finance_tasks where resolved_at is null and id = '" + task + "'"), qint64(1));
    const QByteArray stray = newUuid({0}).toText();
    m_rig->sql("insert into finance_tasks (id, kind, detail, created_at) values ('" + stray + "', 'unknown_object', 'x', now())");
    QCOMPARE(decide(m_finance, stray, u"retry"_s).code, ErrorCode::StateConflict); // there is no deal
    QCOMPARE(decide(m_finance, stray, u"done"_s).status, 200);
}

void TestFinance::stuckIsWhatWaitsTooLong()
{
    Journey deal(*m_rig);
    deal.toDelivered();
    m_rig->sql("insert into sandbox_faults (kind, mode, remaining) values ('payout', 'unavailable', 1)");
    deal.release();
    const auto has = [&](const QByteArray &status) {
        const QJsonArray list = payouts(status);
        return std::any_of(list.begin(), list.end(),
                           [&](const QJsonValue &one) { return one[u"deal_id"_s].toString().toLatin1() == deal.id; });
    };
    QVERIFY(!has("stuck"));
    m_rig->clock.advance(kHourMs + kMinuteMs); // without the timers: nobody has tried again
    QVERIFY(has("stuck"));
    QVERIFY(!has("paid"));
    QVERIFY(has(""));
    m_rig->advance(kHourMs);
    QVERIFY(has("paid"));
    QVERIFY(!has("stuck"));
    QCOMPARE(m_rig->get(m_finance, "/admin/payouts?status=lost").status, 422);
}

QTEST_GUILESS_MAIN(TestFinance)
#include "tst_finance.moc"
