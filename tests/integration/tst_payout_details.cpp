// Where a driver is paid: proved by his password, masked when shown, told once, and his payouts wait after each change.
#include "harness/deal_journey.h"
#include "harness/http_client.h"
#include "harness/test_server.h"

#include "server/limits.h"
#include "shared/domain/bank_account.h"

#include <QTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
const QString kBic = u"044525225"_s;
const QString kPassword = u"blue-harbour-42-lamp"_s; // of HttpClient::signUp
const QString kAccount = u"40817810938160925982"_s;
} // namespace

class TestPayoutDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accountsFitTheirBank();
    void passwordProvesTheChange();
    void whatIsWrongIsTold();
    void payoutsWaitAfterAChange();
};

void TestPayoutDetails::accountsFitTheirBank()
{
    QVERIFY(isBankAccount(kBic, kAccount));
    for (qsizetype at = 0; at < kAccount.size(); ++at) { // no digit can be mistyped
        QString wrong = kAccount;
        wrong[at] = QChar(u'0' + (wrong[at].digitValue() + 1) % 10);
        QVERIFY2(!isBankAccount(kBic, wrong), qPrintable(wrong));
    }
    QVERIFY(!isBankAccount(u"044525226", kAccount));
    QVERIFY(!isBankAccount(kBic, kAccount.chopped(1)));
    QVERIFY(!isBankAccount(u"04452522x", kAccount));
    QVERIFY(!isBic(u"٠٤٤٥٢٥٢٢٥"));
}

void TestPayoutDetails::passwordProvesTheChange()
{
    TestServer server;
    HttpClient driver(server.url()), buyer(server.url());
    driver.signUp("driver");
    buyer.signUp("buyer");
    const QJsonObject details{{u"bic"_s, kBic}, {u"account"_s, kAccount}, {u"holder"_s, u"Ivan"_s}, {u"password"_s, kPassword}};
    QVERIFY(driver.get("/me/payout-details").json().value(u"details"_s).isNull());
    QCOMPARE(buyer.put("/me/payout-details", details).status, 403);
    const HttpAnswer kept = driver.put("/me/payout-details", details);
    QCOMPARE(kept.status, 200);
    QCOMPARE(kept.text(u"details.account_masked"_s), u"•••• 5982"_s);
    QVERIFY(!kept.body.contains(kAccount.toLatin1()));
    QVERIFY(!kept.text(u"details.held_until"_s).isEmpty());
    // The same once more is no change: nothing is held anew, nothing is told.
    server.clock().advance(1000);
    QCOMPARE(driver.put("/me/payout-details", details).text(u"details.changed_at"_s), kept.text(u"details.changed_at"_s));
    QTRY_VERIFY(driver.get("/notifications").body.contains("account_payout_details_changed"));
    QCOMPARE(driver.get("/notifications").body.count("account_payout_details_changed"), 1);
    QCOMPARE(server.sql("select count(*) from events_audit where action = 'payout_details.changed'").int64(0, 0), 1);
}

void TestPayoutDetails::whatIsWrongIsTold()
{
    TestServer server;
    HttpClient driver(server.url());
    driver.signUp("driver");
    const auto put = [&driver](const QString &bic, const QString &account, const QString &password) {
        return driver.put("/me/payout-details",
                          {{u"bic"_s, bic}, {u"account"_s, account}, {u"holder"_s, u"Ivan"_s}, {u"password"_s, password}});
    };
    QVERIFY(put(u"04452522"_s, kAccount, kPassword).body.contains("\"bic\""));
    QVERIFY(put(kBic, u"40817810938160925981"_s, kPassword).body.contains("\"account\""));
    HttpAnswer last;
    for (int i = 0; i < 50 && last.status != 429; ++i) {
        last = put(kBic, kAccount, u"a guess"_s);
        QVERIFY(last.status == 429 || (last.status == 422 && last.body.contains("\"password\"")));
    }
    QCOMPARE(last.status, 429);
    QCOMPARE(put(kBic, kAccount, kPassword).status, 429); // the right one too
    QVERIFY(driver.get("/me/payout-details").json().value(u"details"_s).isNull());
}

void TestPayoutDetails::payoutsWaitAfterAChange()
{
    TestDatabase database;
    MoneyRig rig(database.url());
    Journey deal(rig);
    deal.toDelivered();
    rig.sql("insert into payout_details values ('" + deal.driver.id.toText() + "', '044525225', '40817810938160925982', 'Ivan', '"
            + rig.clock.now().toRfc3339() + "')");
    rig.post(deal.buyer, deal.path("/release"));
    rig.pump();
    rig.advance(limits::kPayoutHoldMs - kHourMs);
    QCOMPARE(deal.moneyStatus(), u"payout_queued"_s);
    rig.advance(2 * kHourMs);
    rig.pump();
    QCOMPARE(deal.moneyStatus(), u"paid"_s);
    QVERIFY(rig.differences().empty());
}

QTEST_GUILESS_MAIN(TestPayoutDetails)
#include "tst_payout_details.moc"
