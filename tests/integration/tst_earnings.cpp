// What a driver earns: at the bank, on the way, paid, in a file that no spreadsheet runs; and what his rating is made of.
#include "harness/deal_journey.h"

#include <QTest>

using namespace cargo;
using namespace cargo::test;

class TestEarnings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_rig = std::make_unique<MoneyRig>(m_database.url()); }
    void cleanup() { m_rig.reset(); }

    void followTheMoney();
    void splitAndRefund();
    void pagesAndStrangers();
    void statement();
    void rating();

private:
    QJsonObject totals(const Caller &driver)
    {
        return m_rig->get(driver, "/me/earnings").json.value(QLatin1String("totals")).toArray().first().toObject();
    }
    QJsonObject first(const Caller &driver)
    {
        return m_rig->get(driver, "/me/earnings").json.value(QLatin1String("items")).toArray().first().toObject();
    }
    static qint64 minor(const QJsonObject &of, const char *name)
    {
        return of.value(QLatin1String(name)).toObject().value(QLatin1String("amount")).toInteger(-1);
    }

    test::TestDatabase m_database;
    std::unique_ptr<MoneyRig> m_rig;
};

void TestEarnings::followTheMoney()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    QVERIFY(rig.get(deal.driver, "/me/earnings").json.value(QLatin1String("items")).toArray().isEmpty()); // not paid yet
    deal.fund();
    QCOMPARE(minor(totals(deal.driver), "held"), kPrice - kFee);
    deal.start();
    deal.arrive();
    deal.confirm();
    QCOMPARE(first(deal.driver).value(QLatin1String("state")).toString(), QStringLiteral("held"));
    rig.post(deal.buyer, deal.path("/release")); // the bank has not been asked yet
    QCOMPARE(minor(totals(deal.driver), "on_the_way"), kPrice - kFee);
    rig.pump();
    const QJsonObject done = totals(deal.driver), line = first(deal.driver);
    QCOMPARE(minor(done, "held"), 0);
    QCOMPARE(minor(done, "on_the_way"), 0);
    QCOMPARE(minor(done, "paid"), kPrice - kFee);
    QCOMPARE(line.value(QLatin1String("state")).toString(), QStringLiteral("paid"));
    QVERIFY(line.value(QLatin1String("paid_at")).isString());
    QCOMPARE(minor(line, "amount"), minor(line, "fee") + minor(line, "refund") + minor(line, "receives"));
}

void TestEarnings::splitAndRefund()
{
    MoneyRig &rig = *m_rig;
    Journey split(rig);
    split.toDelivered();
    split.dispute(split.buyer);
    QCOMPARE(minor(totals(split.driver), "held"), kPrice - kFee);
    const qint64 back = 40'000'000;
    split.resolve(split.support, "split", back);
    const QJsonObject line = first(split.driver);
    QCOMPARE(line.value(QLatin1String("state")).toString(), QStringLiteral("paid"));
    QCOMPARE(minor(line, "refund"), back);
    QCOMPARE(minor(line, "receives"), kPrice - back - minor(line, "fee"));
    Journey refund(rig);
    refund.toDelivered();
    refund.dispute(refund.buyer);
    refund.resolve(refund.support, "refund");
    QVERIFY(rig.get(refund.driver, "/me/earnings").json.value(QLatin1String("items")).toArray().isEmpty());
}

void TestEarnings::pagesAndStrangers()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.fund();
    QVERIFY(rig.get(deal.buyer, "/me/earnings").json.value(QLatin1String("items")).toArray().isEmpty());
    QVERIFY(rig.get(rig.driver(), "/me/earnings").json.value(QLatin1String("items")).toArray().isEmpty());
    QVERIFY(rig.get(deal.driver, "/me/earnings?limit=1").json.value(QLatin1String("next_cursor")).isNull());
    QCOMPARE(rig.get(deal.driver, "/me/earnings?limit=0").status, 422);
    QCOMPARE(rig.get(deal.driver, "/me/earnings?cursor=no").status, 400);
}

void TestEarnings::statement()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toReleased();
    rig.sql("update deals set listing = json_build_object('brand', '=HYPERLINK(\"http://x\")', 'model', 'a,b') where id = '"
            + deal.id + "'");
    const QByteArray today = rig.clock.now().toRfc3339().left(10);
    const Reply csv = rig.get(deal.driver, "/me/earnings/statement?format=csv&from=" + today + "&to=" + today);
    QCOMPARE(csv.status, 200);
    const QList<QByteArray> lines = csv.body.split('\n');
    QCOMPARE(lines.size(), 3); // head, one payout, the end
    QVERIFY(lines[1].contains(",\"'=HYPERLINK(\"\"http://x\"\") a,b\","));
    QVERIFY(lines[1].contains(",RUB,5400000.00,0.00,135000.00,5265000.00"));
    const QByteArray before = rig.clock.now().plusMs(-kDayMs).toRfc3339().left(10);
    QCOMPARE(rig.get(deal.driver, "/me/earnings/statement?from=" + before + "&to=" + before).body.count('\n'), 1);
    for (const char *bad : {"format=xls", "from=yesterday", "from=2026-11-25&to=2026-11-24", "from=2020-01-01&to=2026-01-01"})
        QCOMPARE(rig.get(deal.driver, QByteArray("/me/earnings/statement?") + bad).status, 422);
}

void TestEarnings::rating()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toInTransit();
    rig.advance(46 * kDayMs); // 45 were agreed
    const QJsonObject change{{QStringLiteral("delivery_eta_days"), 60}, {QStringLiteral("reason"), QStringLiteral("ice")}};
    QCOMPARE(rig.post(deal.driver, deal.path("/amendments"), change).status, 201);
    deal.arrive();
    deal.confirm();
    deal.dispute(deal.buyer);
    deal.resolve(deal.support, "split", 10'000'000);
    const auto review = [&](const Caller &who) {
        return rig.post(who, deal.path("/reviews"),
                        {{QStringLiteral("rating"), 4}, {QStringLiteral("comment"), QStringLiteral("late")}});
    };
    QCOMPARE(review(deal.buyer).status, 201);
    QCOMPARE(review(deal.driver).status, 201);
    const QJsonObject mine = rig.get(deal.driver, "/me/rating").json;
    for (const auto &[name, expected] : std::vector<std::pair<const char *, int>>{{"delivered", 1},
                                                                                  {"late", 1},
                                                                                  {"days_late", 1},
                                                                                  {"amendments", 1},
                                                                                  {"disputes", 1},
                                                                                  {"disputes_lost", 1},
                                                                                  {"cancelled", 0}})
        QCOMPARE(mine.value(QLatin1String(name)).toInt(-1), expected);
    QCOMPARE(mine.value(QLatin1String("stars")).toArray(), (QJsonArray{0, 0, 0, 1, 0}));
    QCOMPARE(mine.value(QLatin1String("trend")).toArray().size(), 1);
    QCOMPARE(rig.get(deal.buyer, "/me/rating").json.value(QLatin1String("delivered")).toInt(-1), 0);
}

QTEST_GUILESS_MAIN(TestEarnings)
#include "tst_earnings.moc"
