// Several who act on one deal at the same moment: people, staff, the provider's word and the clocks. Whatever the order in which
// the database takes them, what was answered with success is what the timeline tells, everybody else hears the state, and the
// money follows the state.
#include "harness/deal_journey.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace cargo;
using namespace cargo::test;

namespace {

// Contenders for one deal, begun at once in an order that is drawn.
class Race
{
public:
    explicit Race(Journey &deal) : m_deal(deal), m_rig(deal.rig) {}

    // `event`: what stands in the timeline when it wins.
    void post(const Caller &who, const QByteArray &what, const QString &event, QJsonObject body = {})
    {
        call(who, m_deal.path(what.constData()), event, std::move(body));
    }
    void call(const Caller &who, const QByteArray &path, const QString &event, QJsonObject body)
    {
        m_begin.push_back([this, who, path, event, body] { m_calls.push_back({event, m_rig.begin(who, path, body)}); });
    }
    // The clock, which has run out already.
    void timer(const QByteArray &kind)
    {
        const Timestamp due =
            m_rig.sql("select due_at from timers where kind = '" + kind + "' and subject = '" + m_deal.id + "'").timestamp(0, 0);
        const Uuid subject = *Uuid::fromText(QByteArrayView(m_deal.id));
        m_begin.push_back([this, kind, due, subject] { m_others.push_back(m_rig.beginTimer(kind, subject, due)); });
    }
    // What the provider has said and nobody has worked on.
    void webhooks()
    {
        m_begin.push_back([this] {
            for (auto &task : m_rig.beginEvents("webhook_in"))
                m_others.push_back(std::move(task));
        });
    }

    // How many were answered with success.
    int run(std::mt19937 &random)
    {
        const QStringList before = m_deal.timeline();
        std::shuffle(m_begin.begin(), m_begin.end(), random);
        for (const auto &begin : m_begin)
            begin();
        QStringList won;
        std::vector<Reply> lost;
        for (Call &call : m_calls) {
            const Reply reply = MoneyRig::end(std::move(call.task));
            if (reply.status == 200 || reply.status == 201)
                won.append(call.event);
            else
                lost.push_back(reply);
        }
        for (auto &other : m_others) {
            const Outcome done = await(std::move(other));
            problem(done.ok() || done.code() == ErrorCode::Conflict, QStringLiteral("a clock or a webhook failed"));
        }
        look(before, won, lost);
        return int(won.size());
    }
    const QStringList &problems() const { return m_problems; }

private:
    struct Call
    {
        QString event;
        QCoro::Task<http::Response> task;
    };
    void problem(bool good, const QString &what)
    {
        if (!good)
            m_problems.append(what);
    }
    void look(const QStringList &before, QStringList won, const std::vector<Reply> &lost)
    {
        const Reply reply = m_rig.get(m_deal.buyer, m_deal.path("/timeline?limit=100"));
        const QJsonArray items = reply.json.value(QLatin1String("items")).toArray();
        QStringList happened, visited{QStringLiteral("created")};
        QString state;
        for (int i = 0; i < items.size(); ++i) {
            const QJsonObject item = items.at(i).toObject();
            const QString from = item.value(QLatin1String("from")).toString();
            problem(from == state, QStringLiteral("the timeline leaps from %1 to %2").arg(state, from));
            state = item.value(QLatin1String("to")).toString();
            visited.append(state);
            const QString actor = item.value(QLatin1String("actor")).toString();
            if (i >= before.size() && actor != QLatin1String("clock") && actor != QLatin1String("provider"))
                happened.append(item.value(QLatin1String("event")).toString());
        }
        const QString now = m_deal.status();
        problem(state == now, QStringLiteral("the timeline ends with %1, the deal is %2").arg(state, now));
        happened.sort();
        won.sort();
        problem(happened == won,
                QStringLiteral("answered: %1; happened: %2").arg(won.join(QLatin1Char(' ')), happened.join(QLatin1Char(' '))));
        for (const Reply &loser : lost) {
            problem(loser.status == 409 && loser.code == ErrorCode::StateConflict,
                    QStringLiteral("a loser hears %1 %2").arg(loser.status).arg(QLatin1String(errorWord(loser.code))));
            // The deal's state, or that of the amendment that was to be answered.
            const auto word = [&loser](const char *name) {
                return QString::fromUtf8(loser.member(name)).remove(QLatin1Char('"'));
            };
            const QString told = word("current_status"), answered = word("current");
            problem(visited.contains(told) || answered == QLatin1String("accepted") || answered == QLatin1String("declined"),
                    QStringLiteral("a loser is told \"%1\" \"%2\"").arg(told, answered));
        }
    }

    Journey &m_deal;
    MoneyRig &m_rig;
    std::vector<std::function<void()>> m_begin;
    std::vector<Call> m_calls;
    std::vector<QCoro::Task<Outcome>> m_others;
    QStringList m_problems;
};

QString moneyOf(const QString &status)
{
    static const QMap<QString, QString> kMoney{{QStringLiteral("cancelled"), QStringLiteral("void")},
                                               {QStringLiteral("funded"), QStringLiteral("held")},
                                               {QStringLiteral("in_transit"), QStringLiteral("kept")},
                                               {QStringLiteral("delivered"), QStringLiteral("kept")},
                                               {QStringLiteral("released"), QStringLiteral("paid")},
                                               {QStringLiteral("resolved_refund"), QStringLiteral("refunded")},
                                               {QStringLiteral("resolved_release"), QStringLiteral("paid")},
                                               {QStringLiteral("resolved_split"), QStringLiteral("paid")}};
    return kMoney.value(status);
}

constexpr int kRounds = 6;

} // namespace

class TestDealRaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_random.seed(std::random_device{}());
        const auto seed = m_random();
        qInfo("seed %u", unsigned(seed));
        m_random.seed(seed);
    }
    void init() { m_rig = std::make_unique<MoneyRig>(m_database.url()); }
    void cleanup()
    {
        for (const ledger::Difference &difference : m_rig->differences())
            QFAIL(QByteArray(difference.deal + ' ' + difference.what + ": " + difference.detail).constData());
        m_rig.reset();
    }

    void cancelAgainstPaymentAndItsDeadline();
    void startAgainstCancelDisputeAndDeadline();
    void confirmAgainstCodeDisputeAndDeadline();
    void releaseAgainstReleaseDisputeAndWindow();
    void resolveAgainstResolveAndWithdraw();
    void amendmentAgainstItsAnswers();

private:
    QJsonObject disputeBody() const
    {
        return {{QStringLiteral("reason"), QStringLiteral("other")}, {QStringLiteral("text"), QStringLiteral("Stop")}};
    }
    // The money comes to where the state says, by one operation of a kind.
    void settle(Journey &deal, Race &race)
    {
        QVERIFY2(race.problems().isEmpty(), qPrintable(race.problems().join(QLatin1Char('\n'))));
        m_rig->pump();
        const QString status = deal.status();
        if (const QString money = moneyOf(status); !money.isEmpty())
            QCOMPARE(deal.moneyStatus(), money);
        const auto kinds = m_rig->sql("select kind, count(*) from provider_ops where deal_id = '" + deal.id + "' group by kind");
        for (int i = 0; i < kinds.count(); ++i)
            QVERIFY2(kinds.int64(i, 1) == 1, kinds.bytes(i, 0).constData());
    }

    TestDatabase m_database;
    std::unique_ptr<MoneyRig> m_rig;
    std::mt19937 m_random;
};

void TestDealRaces::cancelAgainstPaymentAndItsDeadline()
{
    MoneyRig &rig = *m_rig;
    for (int round = 0; round < kRounds; ++round) {
        Journey deal(rig);
        rig.holdWebhooks = true;
        rig.heldWebhooks.clear();
        rig.checkout(deal.confirmationUrl(deal.pay()), "outcome=success");
        rig.pump();
        rig.holdWebhooks = false;
        for (const QByteArray &body : rig.heldWebhooks)
            QCOMPARE(rig.webhook(body, rig.signature(body)).status, 200);
        rig.clock.advance(rig.settings.paymentDeadlineMs);
        Race race(deal);
        race.webhooks();
        race.post(deal.buyer, "/cancel", QStringLiteral("cancel"));
        race.post(deal.driver, "/cancel", QStringLiteral("cancel"));
        race.timer("deal.payment_deadline");
        QVERIFY(race.run(m_random) <= 1);
        settle(deal, race);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(deal.status(), QStringLiteral("cancelled")); // paid or not, somebody's cancel or the clock came through
    }
}

void TestDealRaces::startAgainstCancelDisputeAndDeadline()
{
    MoneyRig &rig = *m_rig;
    for (int round = 0; round < kRounds; ++round) {
        Journey deal(rig);
        deal.fund();
        rig.clock.advance(rig.settings.startDeadlineMs);
        const QJsonObject start = deal.startBody();
        Race race(deal);
        race.post(deal.driver, "/start", QStringLiteral("start"), start);
        race.post(deal.driver, "/start", QStringLiteral("start"), start);
        race.post(deal.buyer, "/cancel", QStringLiteral("cancel"));
        race.post(deal.driver, "/cancel", QStringLiteral("cancel"));
        race.post(deal.buyer, "/dispute", QStringLiteral("open_dispute"), disputeBody());
        race.timer("deal.start_deadline");
        QVERIFY(race.run(m_random) <= 2); // one way on, and a dispute about it
        settle(deal, race);
        if (QTest::currentTestFailed())
            return;
        const QStringList events = deal.timeline();
        QVERIFY(events.count(QStringLiteral("start")) + events.count(QStringLiteral("cancel"))
                    + events.count(QStringLiteral("start_deadline"))
                <= 1);
    }
}

void TestDealRaces::confirmAgainstCodeDisputeAndDeadline()
{
    MoneyRig &rig = *m_rig;
    for (int round = 0; round < kRounds; ++round) {
        Journey deal(rig);
        deal.toInTransit();
        deal.arrive();
        const QString code = deal.as(deal.buyer).text("handover_code");
        rig.clock.advance(rig.settings.confirmationDeadlineMs);
        Race race(deal);
        race.post(deal.buyer, "/confirm", QStringLiteral("confirm_delivery"));
        race.post(deal.buyer, "/confirm", QStringLiteral("confirm_delivery"));
        race.post(deal.driver, "/confirm", QStringLiteral("handover_code"), {{QStringLiteral("code"), code}});
        race.post(deal.buyer, "/dispute", QStringLiteral("open_dispute"), disputeBody());
        race.post(deal.driver, "/dispute", QStringLiteral("open_dispute"), disputeBody());
        race.timer("deal.confirmation_deadline");
        const int won = race.run(m_random);
        QVERIFY(won >= 1 && won <= 2); // a delivery can still be disputed
        settle(deal, race);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(deal.timeline().count(QStringLiteral("open_dispute")), 1);
    }
}

void TestDealRaces::releaseAgainstReleaseDisputeAndWindow()
{
    MoneyRig &rig = *m_rig;
    for (int round = 0; round < kRounds; ++round) {
        Journey deal(rig);
        deal.toDelivered();
        rig.clock.advance(rig.settings.disputeWindowMs);
        Race race(deal);
        for (int i = 0; i < 3; ++i)
            race.post(deal.buyer, "/release", QStringLiteral("release"));
        race.post(deal.buyer, "/dispute", QStringLiteral("open_dispute"), disputeBody());
        race.post(deal.driver, "/dispute", QStringLiteral("open_dispute"), disputeBody());
        race.timer("deal.dispute_window");
        QVERIFY(race.run(m_random) <= 1);
        settle(deal, race);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(deal.status() == QLatin1String("released") || deal.status() == QLatin1String("disputed"));
    }
}

void TestDealRaces::resolveAgainstResolveAndWithdraw()
{
    MoneyRig &rig = *m_rig;
    for (int round = 0; round < kRounds; ++round) {
        Journey deal(rig);
        deal.toDelivered();
        QCOMPARE(deal.dispute(deal.buyer).status, 200);
        const Caller second = rig.staff(Permission::Admin);
        const auto decision = [](const char *outcome) {
            QJsonObject body{{QStringLiteral("outcome"), QLatin1String(outcome)},
                             {QStringLiteral("reason_code"), QStringLiteral("other")},
                             {QStringLiteral("text"), QStringLiteral("So be it")}};
            if (QLatin1String(outcome) == QLatin1String("split"))
                body.insert(QStringLiteral("refund"), money(kPrice / 4));
            return body;
        };
        const QByteArray path = "/admin/disputes/" + deal.id + "/resolve";
        Race race(deal);
        race.call(deal.support, path, QStringLiteral("resolve_refund"), decision("refund"));
        race.call(second, path, QStringLiteral("resolve_release"), decision("release"));
        race.call(second, path, QStringLiteral("resolve_split"), decision("split"));
        race.call(deal.support, path, QStringLiteral("resolve_refund"), decision("refund"));
        race.post(deal.buyer, "/withdraw-dispute", QStringLiteral("withdraw_dispute"));
        QCOMPARE(race.run(m_random), 1);
        settle(deal, race);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestDealRaces::amendmentAgainstItsAnswers()
{
    MoneyRig &rig = *m_rig;
    for (int round = 0; round < kRounds; ++round) {
        Journey deal(rig);
        deal.toInTransit();
        const QJsonObject proposal{{QStringLiteral("amount"), money(kPrice - 40'000'000)},
                                   {QStringLiteral("reason"), QStringLiteral("A scratch")},
                                   {QStringLiteral("photos"), QJsonArray{rig.photo(deal.driver).toString()}}};
        const Reply proposed = rig.post(deal.driver, deal.path("/amendments"), proposal);
        QVERIFY2(proposed.status == 200 || proposed.status == 201, proposed.body.constData());
        const QString id =
            deal.as(deal.buyer).json.value(QLatin1String("amendment")).toObject().value(QLatin1String("id")).toString();
        const QByteArray one = "/amendments/" + id.toLatin1();
        Race race(deal);
        race.post(deal.buyer, one + "/accept", QStringLiteral("amendment_accepted"));
        race.post(deal.buyer, one + "/decline", QStringLiteral("amendment_declined"));
        race.post(deal.buyer, one + "/accept", QStringLiteral("amendment_accepted"));
        race.post(deal.buyer, "/cancel", QStringLiteral("cancel")); // not while the car travels
        race.post(deal.buyer, "/dispute", QStringLiteral("open_dispute"), disputeBody());
        const int won = race.run(m_random);
        QVERIFY(won >= 1 && won <= 2);
        settle(deal, race);
        if (QTest::currentTestFailed())
            return;
        const bool accepted = deal.timeline().contains(QStringLiteral("amendment_accepted"));
        const qint64 amount =
            deal.as(deal.buyer).json.value(QLatin1String("amount")).toObject().value(QLatin1String("amount")).toInteger();
        QCOMPARE(amount, accepted ? kPrice - 40'000'000 : kPrice);
        QCOMPARE(rig.number("select count(*) from provider_ops where kind = 'refund' and deal_id = '" + deal.id + "'"),
                 accepted ? 1 : 0);
    }
}

QTEST_GUILESS_MAIN(TestDealRaces)
#include "tst_deal_races.moc"
