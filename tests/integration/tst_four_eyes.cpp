// Decisions that two must make, and what the one who decides a dispute sees before.
#include "harness/deal_journey.h"

#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

class TestFourEyes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_rig.reset(); }

    void muchMoneyNeedsTwo();
    void littleMoneyNeedsOne();
    void whoProposesDoesNotDecide();
    void aRejectionLeavesTheDisputeOpen();
    void aDisputeThatEndsTakesItsProposalAlong();
    void oneOfTwoApprovalsCounts();
    void approvalAgainstWithdrawal();
    void previewIsWhatIsBooked_data();
    void previewIsWhatIsBooked();
    void previewSaysWhyNot();
    void caseShowsWhatItRestsOn();
    void decisionsAreToldInTwoLanguages();

private:
    static QByteArray proposalOf(const Reply &reply)
    {
        return reply.json.value(u"proposal"_s).toObject().value(u"id"_s).toString().toLatin1();
    }
    // What waits for staff about this deal: "disputes", "proposals".
    QString waiting(const Journey &deal)
    {
        return m_rig
            ->sql(
                "select coalesce(string_agg(queue, ' ' order by queue), '') from desk_items where closed_at is null and title = "
                "(select 'CG-' || number from deals where id = '"
                + deal.id + "')")
            .text(0, 0);
    }
    Reply approve(const Caller &who, const QByteArray &proposal)
    {
        const Reply reply = m_rig->post(who, "/admin/proposals/" + proposal + "/approve");
        m_rig->pump();
        return reply;
    }
    Reply reject(const Caller &who, const QByteArray &proposal)
    {
        return m_rig->post(who, "/admin/proposals/" + proposal + "/reject", {{u"text"_s, u"Look at the photos again"_s}});
    }
    // The journal of a deal after an entry, as the preview says it: kind, account, amount.
    QStringList journal(const QByteArray &deal, qint64 after);

    TestDatabase m_database;
    std::unique_ptr<MoneyRig> m_rig;
};

void TestFourEyes::init()
{
    m_rig = std::make_unique<MoneyRig>(m_database.url());
    m_rig->settings.fourEyesMinor = kPrice - 1;
}

void TestFourEyes::muchMoneyNeedsTwo()
{
    Journey deal(*m_rig);
    deal.toInTransit();
    deal.dispute(deal.buyer);
    QCOMPARE(waiting(deal), u"disputes"_s);
    const Reply proposed = deal.resolve(deal.support, "refund");
    QCOMPARE(proposed.status, 202);
    QCOMPARE(waiting(deal), u"proposals"_s);
    const QByteArray id = proposalOf(proposed);
    QCOMPARE(deal.status(), u"disputed"_s);
    QCOMPARE(deal.moneyStatus(), u"kept"_s);
    const Reply again = deal.resolve(deal.support, "release");
    QCOMPARE(again.code, ErrorCode::StateConflict);
    QCOMPARE(again.member("current"), QByteArray("\"proposed\""));

    const Caller finance = m_rig->staff(Permission::Finance);
    const QJsonArray open = m_rig->get(finance, "/admin/proposals?status=open").json.value(u"items"_s).toArray();
    QVERIFY(
        std::any_of(open.begin(), open.end(), [&](const QJsonValue &one) { return one[u"id"_s].toString().toLatin1() == id; }));
    const Reply approved = approve(finance, id);
    QCOMPARE(approved.status, 200);
    QCOMPARE(approved.text("status"), u"approved"_s);
    QCOMPARE(waiting(deal), QString());
    QCOMPARE(deal.status(), u"resolved_refund"_s);
    QCOMPARE(deal.moneyStatus(), u"refunded"_s);
    QCOMPARE(m_rig->number("select count(*) from disputes where deal_id = '" + deal.id + "' and resolved_by = '"
                           + deal.support.id.toText() + "'"),
             qint64(1));
    QCOMPARE(m_rig->number("select count(*) from events_audit where action = 'proposal.approved' and actor_id = '"
                           + finance.id.toText() + "'"),
             qint64(1));
    QCOMPARE(approve(finance, id).code, ErrorCode::StateConflict);
    QCOMPARE(reject(finance, id).code, ErrorCode::StateConflict);
}

void TestFourEyes::littleMoneyNeedsOne()
{
    m_rig->settings.fourEyesMinor = kPrice;
    Journey deal(*m_rig);
    deal.toInTransit();
    deal.dispute(deal.buyer);
    QCOMPARE(deal.resolve(deal.support, "refund").status, 200);
}

void TestFourEyes::whoProposesDoesNotDecide()
{
    Journey deal(*m_rig);
    deal.toInTransit();
    deal.dispute(deal.driver);
    const Caller boss = m_rig->staff(Permission::Admin);
    const QByteArray id = proposalOf(deal.resolve(boss, "release"));
    QVERIFY(!id.isEmpty());
    QCOMPARE(approve(boss, id).status, 403);
    QCOMPARE(reject(boss, id).status, 403);
    QCOMPARE(m_rig->get(boss, "/admin/proposals/" + id).status, 200);
    // Support may propose, finance decides; for others it is not there.
    QCOMPARE(approve(m_rig->staff(Permission::Support), id).status, 404);
    QCOMPARE(m_rig->get(m_rig->staff(Permission::Moderate), "/admin/proposals/" + id).status, 404);
    QCOMPARE(m_rig->get(m_rig->staff(Permission::Moderate), "/admin/proposals").json.value(u"items"_s).toArray().size(), 0);
    QCOMPARE(deal.status(), u"disputed"_s);
}

void TestFourEyes::aRejectionLeavesTheDisputeOpen()
{
    Journey deal(*m_rig);
    deal.toInTransit();
    deal.dispute(deal.driver);
    const Caller finance = m_rig->staff(Permission::Finance);
    const QByteArray id = proposalOf(deal.resolve(deal.support, "release"));
    QCOMPARE(m_rig->post(finance, "/admin/proposals/" + id + "/reject").status, 422); // who is refused is told why
    QCOMPARE(reject(finance, id).text("decision_text"), u"Look at the photos again"_s);
    QCOMPARE(deal.status(), u"disputed"_s);
    QCOMPARE(waiting(deal), u"disputes"_s);
    const QByteArray second = proposalOf(deal.resolve(deal.support, "refund"));
    QCOMPARE(approve(finance, second).status, 200);
    QCOMPARE(deal.status(), u"resolved_refund"_s);
}

void TestFourEyes::aDisputeThatEndsTakesItsProposalAlong()
{
    Journey deal(*m_rig);
    deal.toInTransit();
    deal.dispute(deal.buyer);
    const QByteArray id = proposalOf(deal.resolve(deal.support, "release"));
    QCOMPARE(m_rig->post(deal.buyer, deal.path("/withdraw-dispute")).status, 200);
    const Caller finance = m_rig->staff(Permission::Finance);
    QCOMPARE(m_rig->get(finance, "/admin/proposals/" + id).text("status"), u"void"_s);
    QCOMPARE(waiting(deal), QString());
    QCOMPARE(approve(finance, id).code, ErrorCode::StateConflict);
    // A second dispute of the deal is another case.
    deal.dispute(deal.buyer);
    QCOMPARE(deal.resolve(deal.support, "refund").status, 202);
    QCOMPARE(deal.status(), u"disputed"_s);
}

void TestFourEyes::oneOfTwoApprovalsCounts()
{
    Journey deal(*m_rig);
    deal.toInTransit();
    deal.dispute(deal.buyer);
    const QByteArray path = "/admin/proposals/" + proposalOf(deal.resolve(deal.support, "split", 1000)) + "/approve";
    std::vector<std::pair<Caller, QByteArray>> calls;
    for (int i = 0; i < 4; ++i)
        calls.emplace_back(m_rig->staff(Permission::Finance), path);
    int won = 0;
    for (const Reply &reply : m_rig->postTogether(calls)) {
        won += reply.status == 200 ? 1 : 0;
        QVERIFY(reply.status == 200 || reply.status == 409);
    }
    QCOMPARE(won, 1);
    m_rig->pump();
    QCOMPARE(deal.moneyStatus(), u"paid"_s);
    QVERIFY(m_rig->differences().empty());
}

void TestFourEyes::approvalAgainstWithdrawal()
{
    for (int round = 0; round < 4; ++round) {
        Journey deal(*m_rig);
        deal.toInTransit();
        deal.dispute(deal.buyer);
        const QByteArray id = proposalOf(deal.resolve(deal.support, "refund"));
        const std::vector<std::pair<Caller, QByteArray>> calls{
            {m_rig->staff(Permission::Finance), "/admin/proposals/" + id + "/approve"},
            {deal.buyer, deal.path("/withdraw-dispute")}};
        const auto replies = m_rig->postTogether(calls);
        QCOMPARE(int(replies[0].status == 200) + int(replies[1].status == 200), 1);
        QCOMPARE(deal.status(), replies[0].status == 200 ? u"resolved_refund"_s : u"in_transit"_s);
        m_rig->pump();
        QVERIFY(m_rig->differences().empty());
    }
}

QStringList TestFourEyes::journal(const QByteArray &deal, qint64 after)
{
    const db::Rows rows = m_rig->sql("select e.kind, p.account, p.amount_minor from ledger_entries e join ledger_postings p on "
                                     "p.entry_id = e.id where e.deal_id = '"
                                     + deal + "' and e.id > " + QByteArray::number(after) + " order by e.id, p.line");
    QStringList lines;
    for (int row = 0; row < rows.count(); ++row)
        lines += rows.text(row, 0) + u' ' + rows.text(row, 1) + u' ' + rows.text(row, 2);
    return lines;
}

void TestFourEyes::previewIsWhatIsBooked_data()
{
    QTest::addColumn<bool>("taken"); // or only reserved
    QTest::addColumn<QByteArray>("outcome");
    QTest::addColumn<qint64>("refund");
    for (const bool taken : {false, true}) {
        for (const char *outcome : {"refund", "release", "split"})
            QTest::addRow("%s %s", outcome, taken ? "kept" : "held")
                << taken << QByteArray(outcome) << qint64(qstrcmp(outcome, "split") == 0 ? 123'456'789 : 0);
    }
}

void TestFourEyes::previewIsWhatIsBooked()
{
    QFETCH(bool, taken);
    QFETCH(QByteArray, outcome);
    QFETCH(qint64, refund);
    m_rig->settings.fourEyesMinor = kPrice;
    Journey deal(*m_rig);
    deal.fund();
    if (taken)
        deal.start();
    deal.dispute(deal.buyer);
    QJsonObject body{{u"outcome"_s, QString::fromLatin1(outcome)}, {u"reason_code"_s, u"x"_s}, {u"text"_s, u"x"_s}};
    if (refund > 0)
        body.insert(u"refund"_s, money(refund));
    const qint64 last = m_rig->number("select coalesce(max(id), 0) from ledger_entries");
    const Reply preview = m_rig->post(deal.support, "/admin/disputes/" + deal.id + "/preview", body);
    QCOMPARE(preview.status, 200);
    QVERIFY(preview.json.value(u"feasible"_s).toBool());
    QVERIFY(!preview.json.value(u"four_eyes"_s).toBool());
    QCOMPARE(m_rig->number("select coalesce(max(id), 0) from ledger_entries"), last); // it books nothing itself
    QCOMPARE(deal.status(), u"disputed"_s);
    QStringList planned;
    for (const QJsonValue posting : preview.json.value(u"postings"_s).toArray())
        planned += posting[u"kind"_s].toString() + u' ' + posting[u"account"_s].toString() + u' '
                   + QString::number(posting[u"amount"_s].toInteger());
    QVERIFY(!planned.isEmpty());
    QCOMPARE(deal.resolve(deal.support, outcome.constData(), refund).status, 200);
    m_rig->pump();
    QCOMPARE(planned, journal(deal.id, last));
    const auto amount = [&](const char *name) { return preview.json.value(QLatin1String(name))[u"amount"_s].toInteger(); };
    QCOMPARE(amount("buyer_receives") + amount("driver_receives") + amount("fee"), kPrice);
}

void TestFourEyes::previewSaysWhyNot()
{
    Journey deal(*m_rig);
    deal.toInTransit();
    const auto preview = [&](qint64 refund) {
        return m_rig->post(
            deal.support, "/admin/disputes/" + deal.id + "/preview",
            {{u"outcome"_s, u"split"_s}, {u"refund"_s, money(refund)}, {u"reason_code"_s, u"x"_s}, {u"text"_s, u"x"_s}});
    };
    const auto why = [](const Reply &reply) { return reply.json.value(u"why_not"_s)[u"code"_s].toString(); };
    const Reply early = preview(1);
    QCOMPARE(early.status, 200);
    QVERIFY(!early.json.value(u"feasible"_s).toBool());
    QCOMPARE(why(early), u"state_conflict"_s);
    deal.dispute(deal.buyer);
    QCOMPARE(why(preview(kPrice)), u"out_of_range"_s);
    QVERIFY(preview(1).json.value(u"four_eyes"_s).toBool());
    QCOMPARE(m_rig
                 ->post(deal.support, "/admin/disputes/" + newUuid({0}).toText() + "/preview",
                        {{u"outcome"_s, u"refund"_s}, {u"reason_code"_s, u"x"_s}, {u"text"_s, u"x"_s}})
                 .status,
             404);
}

void TestFourEyes::caseShowsWhatItRestsOn()
{
    m_rig->settings.fourEyesMinor = kPrice;
    Journey before(*m_rig);
    before.toInTransit();
    const QJsonObject papers{{u"reason"_s, u"documents"_s}, {u"text"_s, u"No title"_s}};
    m_rig->post(before.buyer, before.path("/dispute"), papers);
    before.resolve(before.support, "split", kPrice / 4);

    Journey deal(*m_rig);
    deal.toInTransit();
    QCOMPARE(m_rig->get(deal.support, "/admin/disputes/" + deal.id).status, 404); // no dispute, no case
    const QString photo = m_rig->photo(deal.buyer).toString();
    m_rig->post(deal.buyer, deal.path("/dispute"),
                {{u"reason"_s, u"documents"_s}, {u"text"_s, u"No title"_s}, {u"photos"_s, QJsonArray{photo}}});
    Reply shown = m_rig->get(deal.support, "/admin/disputes/" + deal.id);
    QCOMPARE(shown.status, 200);
    const auto evidence = [&] { return shown.json[u"disputes"_s][0][u"evidence"_s][0]; };
    QCOMPARE(shown.json[u"deal"_s][u"id"_s].toString().toLatin1(), deal.id);
    QVERIFY(evidence()[u"photos"_s][0][u"intact"_s].toBool());
    QVERIFY(shown.json[u"chain"_s][u"links"_s].toInt() > 0);
    QCOMPARE(shown.json[u"chain"_s][u"intact"_s], shown.json[u"chain"_s][u"links"_s]);
    QCOMPARE(shown.json[u"clocks"_s][u"stopped_in"_s].toString(), u"in_transit"_s);
    QCOMPARE(shown.json[u"timeline"_s].toArray().last()[u"event"_s].toString(), u"open_dispute"_s);
    QCOMPARE(shown.json[u"similar"_s][u"outcomes"_s][u"split"_s].toInt(), 1);
    QCOMPARE(shown.json[u"similar"_s][u"items"_s][0][u"refund_share"_s].toDouble(), 0.25);
    QCOMPARE(shown.json[u"earlier"_s].toArray().size(), 0); // other people
    QCOMPARE(shown.json[u"buyer"_s][u"disputes_opened"_s].toInt(), 1);
    QCOMPARE(shown.json[u"driver"_s][u"disputes_about"_s].toInt(), 1);
    QVERIFY(shown.json[u"proposal_id"_s].isNull());

    // Somebody exchanged the file: the hash that was written down tells.
    m_rig->sql("update media set sha256 = '\\x00' where id = '" + photo.toLatin1() + "'");
    m_rig->settings.fourEyesMinor = 0;
    const QByteArray proposal = proposalOf(deal.resolve(deal.support, "refund"));
    shown = m_rig->get(deal.support, "/admin/disputes/" + deal.id);
    QVERIFY(!evidence()[u"photos"_s][0][u"intact"_s].toBool());
    QCOMPARE(shown.json[u"proposal_id"_s].toString().toLatin1(), proposal);
    QVERIFY(m_rig->number("select count(*) from events_audit where action = 'deal.viewed' and stream = '" + deal.id + "'") >= 2);
}

void TestFourEyes::decisionsAreToldInTwoLanguages()
{
    m_rig->settings.fourEyesMinor = kPrice;
    Journey deal(*m_rig);
    deal.toInTransit();
    deal.dispute(deal.buyer);
    QJsonObject body{{u"outcome"_s, u"refund"_s}, {u"reason_code"_s, u"x"_s}};
    body.insert(u"text"_s, QJsonObject{{u"ru"_s, u"По фотографиям"_s}});
    const QByteArray path = "/admin/disputes/" + deal.id + "/resolve";
    const Reply half = m_rig->post(deal.support, path, body);
    QCOMPARE(half.status, 422);
    QCOMPARE(half.fields.front().field, u"text.en"_s);
    body.insert(u"text"_s, QJsonObject{{u"ru"_s, u"По фотографиям"_s}, {u"en"_s, u"By the photos"_s}});
    QCOMPARE(m_rig->post(deal.support, path, body).status, 200);
    const QJsonObject told = m_rig->get(deal.buyer, deal.path("/dispute")).json[u"items"_s][0].toObject();
    QCOMPARE(told.value(u"resolution"_s).toString(), u"По фотографиям"_s);
    QCOMPARE(m_rig->number("select count(*) from disputes where resolution_text_en = 'By the photos'"), qint64(1));
}

QTEST_GUILESS_MAIN(TestFourEyes)
#include "tst_four_eyes.moc"
