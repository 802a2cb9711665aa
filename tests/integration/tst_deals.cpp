#include "harness/deal_journey.h"
#include "harness/http_rig.h"
#include "server/providers/payments/sandbox/sandbox_signature.h"
#include "shared/api/checkpoint_chain.h"

#include <QTest>

#include <random>

using namespace cargo;
using namespace cargo::test;

namespace {

QStringList allowed(const Reply &reply)
{
    QStringList words;
    for (const QJsonValue &value : reply.json.value(QLatin1String("allowed_events")).toArray())
        words.push_back(value.toString());
    return words;
}

} // namespace

class TestDeals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_rig = std::make_unique<MoneyRig>(m_database.url()); }
    void cleanup()
    {
        // Whatever a test did, the journal agrees with the deals at its end.
        for (const ledger::Difference &difference : m_rig->differences())
            qWarning("%s %s: %s", difference.deal.constData(), difference.what.constData(), difference.detail.constData());
        QVERIFY(m_expectDifferences || m_rig->differences().empty());
        m_expectDifferences = false;
        m_rig.reset();
    }

    void wholeDeal();
    void payOnceEvenIfAskedTwice();
    void declineThenSuccess();
    void threeDsAndTimeout();
    void checkoutPage();
    void cancelBeforeAndAfterPayment();
    void lateAndDoublePayments();
    void paymentDeadline();
    void startDeadline();
    void confirmationDeadlineAndDisputeWindow();
    void holdLapses();
    void reminders();
    void driverConfirmsWithCode();
    void driverScansTheQrCode();
    void startChecksTheCar();
    void checkpointsAreChained();
    void disputeRefund_data();
    void disputeRefund();
    void disputeReleaseAndSplit();
    void withdrawGoesOnWithTheTimeLeft();
    void evidenceWindow();
    void amendments();
    void raceOfTwo();
    void wrongStateTellsTheStateNow();
    void wrongUsers();
    void staffPermissions();
    void planner();
    void refusals();
    void idempotency();
    void lists();
    void webhookProof();
    void webhooksTwiceAndOutOfOrder();
    void lostAnswers();
    void thePageComesAtTheSecondAsking();
    void hangingUpDoesNotStopMoney();
    void whatAKilledProcessSentIsLookedUp_data();
    void whatAKilledProcessSentIsLookedUp();
    void failedPayoutIsRetriedByFinance();
    void retryLeavesOutWhatIsUnderWay();
    void reviews();
    void reviewWindow();
    void ledgerIsAppendOnly();
    void verifyFindsPlantedCorruption();
    void overRealHttp();
    void randomHistories();

private:
    test::TestDatabase m_database;
    std::unique_ptr<MoneyRig> m_rig;
    bool m_expectDifferences = false;
};

void TestDeals::wholeDeal()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    QCOMPARE(deal.created.status, 201);
    QCOMPARE(deal.created.text("status"), QStringLiteral("created"));
    QCOMPARE(deal.created.json.value(QLatin1String("fee")).toObject(), money(kFee));
    QCOMPARE(deal.created.json.value(QLatin1String("driver_receives")).toObject(), money(kPrice - kFee));
    QCOMPARE(allowed(deal.created), QStringList{QStringLiteral("cancel")});
    QVERIFY(deal.created.text("number").startsWith(QLatin1String("CG-")));
    QVERIFY(deal.created.json.value(QLatin1String("deadlines")).toObject().contains(QLatin1String("payment_at")));
    QCOMPARE(deal.created.json.value(QLatin1String("listing")).toObject().value(QLatin1String("model")).toString(),
             QStringLiteral("Alphard"));

    const Reply paid = deal.pay();
    QCOMPARE(paid.status, 200);
    QVERIFY(deal.confirmationUrl(paid).contains(QLatin1String("/sandbox/checkout/")));
    QCOMPARE(rig.checkout(deal.confirmationUrl(paid), "outcome=success").text("status"), QStringLiteral("waiting_for_capture"));
    QCOMPARE(deal.status(), QStringLiteral("created")); // until the provider's word has come in
    rig.pump();
    QCOMPARE(deal.status(), QStringLiteral("funded"));
    QCOMPARE(deal.moneyStatus(), QStringLiteral("held"));
    QCOMPARE(deal.balance("hold_pending"), -kPrice);
    QCOMPARE(allowed(deal.as(deal.driver)), (QStringList{QStringLiteral("start"), QStringLiteral("cancel"),
                                                         QStringLiteral("open_dispute"), QStringLiteral("safety_stop")}));

    const Reply started = deal.start();
    QCOMPARE(started.status, 200);
    QCOMPARE(started.text("status"), QStringLiteral("in_transit"));
    QCOMPARE(started.text("money_status"), QStringLiteral("keep_queued"));
    QCOMPARE(deal.moneyStatus(), QStringLiteral("kept"));
    QCOMPARE(deal.balance("escrow"), -kPrice);
    QCOMPARE(deal.balance("hold_pending"), 0);

    const Reply arrived = deal.arrive();
    QCOMPARE(arrived.status, 200);
    QVERIFY(!arrived.json.contains(QLatin1String("handover_code")));
    QCOMPARE(deal.as(deal.buyer).text("handover_code").size(), 6);
    QCOMPARE(deal.confirm().text("status"), QStringLiteral("delivered"));
    QVERIFY(!deal.as(deal.buyer).json.contains(QLatin1String("handover_code")));
    QCOMPARE(deal.release().text("status"), QStringLiteral("released"));
    QCOMPARE(deal.moneyStatus(), QStringLiteral("paid"));
    QCOMPARE(deal.balance("platform_fee"), -kFee);
    QCOMPARE(deal.balance("driver_payable"), 0);
    QCOMPARE(deal.balance("provider_clearing:sandbox"), kFee);
    QCOMPARE(deal.timeline().join(u' '),
             QStringLiteral("create hold_confirmed start money_kept arrive confirm_delivery release money_paid"));

    const Reply payouts = rig.get(deal.driver, "/me/payouts");
    const QJsonObject payout = payouts.json.value(QLatin1String("items")).toArray().at(0).toObject();
    QCOMPARE(payout.value(QLatin1String("status")).toString(), QStringLiteral("paid"));
    QCOMPARE(payout.value(QLatin1String("amount")).toObject(), money(kPrice - kFee));
    QVERIFY(rig.get(deal.buyer, "/me/payouts").json.value(QLatin1String("items")).toArray().isEmpty());

    // Everybody was told: both sides' sockets, the chat, the notifications.
    const auto frames = rig.events("ws");
    QVERIFY(frames.size() >= 16);
    for (const QJsonObject &frame : frames) {
        const QJsonObject inside = frame.value(QLatin1String("fields")).toObject().value(QLatin1String("deal")).toObject();
        QVERIFY(!inside.isEmpty());
        const bool ofDriver = frame.value(QLatin1String("users")).toArray().at(0).toString() == deal.driver.id.toString();
        QVERIFY(!(ofDriver && inside.contains(QLatin1String("handover_code"))));
    }
    QCOMPARE(rig.dealsDone[deal.driver.id.toText()], 1);
    QCOMPARE(rig.dealsDone[deal.buyer.id.toText()], 1);
    QCOMPARE(rig.events("deal.released").size(), size_t(1));
    QCOMPARE(rig.events("deal.released").front().value(QLatin1String("conversation_id")).toString(),
             deal.created.text("conversation_id"));
    QVERIFY(rig.events("deal.changed").size() >= 6);
    QVERIFY(!rig.events("notify").empty());
}

void TestDeals::payOnceEvenIfAskedTwice()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    const Reply first = deal.pay();
    const Reply second = deal.pay();
    QCOMPARE(second.json, first.json);
    QCOMPARE(rig.number("select count(*) from payments where deal_id = '" + deal.id + "'"), 1);
    QCOMPARE(rig.post(deal.driver, deal.path("/pay")).status, 403);
    // The driver sees that money is on its way, but not where the buyer pays.
    const auto payment =
        rig.get(deal.driver, deal.path("/payments")).json.value(QLatin1String("items")).toArray().at(0).toObject();
    QVERIFY(payment.value(QLatin1String("confirmation_url")).isNull());
    QCOMPARE(
        rig.post(deal.buyer, deal.path("/pay"), {{QStringLiteral("return_url"), QStringLiteral("javascript:alert(1)")}}).status,
        422);
    deal.fund();
    QCOMPARE(deal.pay().code, ErrorCode::StateConflict);
}

void TestDeals::declineThenSuccess()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    const Reply first = deal.pay();
    QCOMPARE(rig.checkout(deal.confirmationUrl(first), "outcome=decline").text("status"), QStringLiteral("canceled"));
    rig.pump();
    QCOMPARE(deal.status(), QStringLiteral("created"));
    QVERIFY(deal.timeline().contains(QStringLiteral("payment_declined")));
    rig.clock.advance(1); // ids sort by the millisecond
    const Reply second = deal.pay();
    QVERIFY(deal.confirmationUrl(second) != deal.confirmationUrl(first));
    rig.checkout(deal.confirmationUrl(second), "outcome=success");
    rig.pump();
    QCOMPARE(deal.status(), QStringLiteral("funded"));
    const auto list = rig.get(deal.buyer, deal.path("/payments")).json.value(QLatin1String("items")).toArray();
    QCOMPARE(list.at(0).toObject().value(QLatin1String("status")).toString(), QStringLiteral("declined"));
    QCOMPARE(list.at(1).toObject().value(QLatin1String("status")).toString(), QStringLiteral("held"));

    // A provider that declines at once, before any page.
    Journey other(rig);
    rig.sql("insert into sandbox_faults (kind, mode, remaining) values ('authorize', 'decline', 1)");
    const Reply declined = other.pay();
    QCOMPARE(declined.json.value(QLatin1String("payment")).toObject().value(QLatin1String("status")).toString(),
             QStringLiteral("declined"));
    other.fund();
    QCOMPARE(other.status(), QStringLiteral("funded"));
}

void TestDeals::threeDsAndTimeout()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    const QString url = deal.confirmationUrl(deal.pay());
    QCOMPARE(rig.checkout(url, "outcome=timeout").text("status"), QStringLiteral("pending"));
    QCOMPARE(rig.checkout(url, "outcome=three_ds").text("status"), QStringLiteral("three_ds"));
    rig.pump();
    QCOMPARE(deal.status(), QStringLiteral("created"));
    QCOMPARE(rig.checkout(url, "outcome=success").text("status"), QStringLiteral("waiting_for_capture"));
    // Twice the same button is one payment.
    QCOMPARE(rig.checkout(url, "outcome=success").text("status"), QStringLiteral("waiting_for_capture"));
    rig.pump();
    QCOMPARE(deal.status(), QStringLiteral("funded"));
    QCOMPARE(rig.webhooksDelivered, 1);
}

void TestDeals::checkoutPage()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    const QString url = deal.confirmationUrl(deal.pay());
    const Reply page = rig.checkout(url, {}, false);
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("name=\"outcome\" value=\"success\""));
    QVERIFY(page.body.contains("5400000.00 RUB"));
    QCOMPARE(rig.checkout(url, "outcome=nonsense").status, 422);
    const Reply gone = rig.checkout(url, "outcome=success", false);
    QCOMPARE(gone.status, 303);
    QCOMPARE(gone.headers.front().second, QByteArray("cargo://deal"));
    QVERIFY(!rig.checkout(url, {}, false).body.contains("<form"));
    QCOMPARE(rig.checkout(QStringLiteral("http://x/sandbox/checkout/00000000-0000-7000-8000-000000000000"), {}, false).status,
             404);
}

void TestDeals::cancelBeforeAndAfterPayment()
{
    MoneyRig &rig = *m_rig;
    Journey early(rig);
    QCOMPARE(rig.post(early.driver, early.path("/cancel"), {{QStringLiteral("note"), QStringLiteral("sold")}}).text("status"),
             QStringLiteral("cancelled"));
    QCOMPARE(early.moneyStatus(), QStringLiteral("void"));
    QVERIFY(allowed(early.as(early.buyer)).isEmpty());

    Journey late(rig);
    late.fund();
    QCOMPARE(rig.post(late.buyer, late.path("/cancel")).text("money_status"), QStringLiteral("void_queued"));
    rig.pump();
    QCOMPARE(late.moneyStatus(), QStringLiteral("void"));
    QCOMPARE(late.balance("hold_pending"), 0);
    QCOMPARE(late.atProvider("canceled"), 1);
    // After the start nobody cancels: there is the dispute.
    Journey gone(rig);
    gone.toInTransit();
    QCOMPARE(rig.post(gone.buyer, gone.path("/cancel")).code, ErrorCode::StateConflict);
}

void TestDeals::lateAndDoublePayments()
{
    MoneyRig &rig = *m_rig;
    // The provider's word is on its way while the buyer cancels, and the withdrawal of the payment is refused.
    Journey deal(rig);
    const QString url = deal.confirmationUrl(deal.pay());
    rig.sql("insert into sandbox_faults (kind, mode, remaining) values ('cancel', 'reject', 1)");
    rig.post(deal.buyer, deal.path("/cancel"));
    rig.pump();
    QCOMPARE(deal.moneyStatus(), QStringLiteral("void"));
    rig.checkout(url, "outcome=success");
    rig.pump();
    QCOMPARE(deal.status(), QStringLiteral("cancelled"));
    QCOMPARE(deal.moneyStatus(), QStringLiteral("void"));
    QCOMPARE(deal.atProvider("canceled"), 1);
    QCOMPARE(rig.number("select count(*) from ledger_entries where deal_id = '" + deal.id + "' and kind = 'hold_released'"), 1);

    // Withdrawn in time: the page takes nothing any more.
    Journey other(rig);
    const QString closed = other.confirmationUrl(other.pay());
    rig.post(other.buyer, other.path("/cancel"));
    rig.pump();
    QCOMPARE(rig.checkout(closed, "outcome=success").text("status"), QStringLiteral("canceled"));
    QCOMPARE(rig.number("select count(*) from ledger_entries where deal_id = '" + other.id + "'"), 0);
}

void TestDeals::paymentDeadline()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    rig.advance(rig.settings.paymentDeadlineMs - 1);
    QCOMPARE(deal.status(), QStringLiteral("created"));
    rig.advance(1);
    QCOMPARE(deal.status(), QStringLiteral("cancelled"));
    QCOMPARE(deal.timeline().last(), QStringLiteral("payment_deadline"));
    QCOMPARE(deal.pay().code, ErrorCode::StateConflict);
}

void TestDeals::startDeadline()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.fund();
    // The hold lasts seven days, so the driver has six.
    rig.advance(6 * kDayMs - 1);
    QCOMPARE(deal.status(), QStringLiteral("funded"));
    rig.advance(1);
    QCOMPARE(deal.status(), QStringLiteral("cancelled"));
    QCOMPARE(deal.moneyStatus(), QStringLiteral("void"));
}

void TestDeals::confirmationDeadlineAndDisputeWindow()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toInTransit();
    rig.advance(40 * kDayMs);
    QCOMPARE(deal.status(), QStringLiteral("in_transit"));
    deal.arrive();
    rig.advance(rig.settings.confirmationDeadlineMs - 1);
    QCOMPARE(deal.status(), QStringLiteral("in_transit"));
    rig.advance(1);
    QCOMPARE(deal.status(), QStringLiteral("delivered"));
    rig.advance(rig.settings.disputeWindowMs - 1);
    QCOMPARE(deal.status(), QStringLiteral("delivered"));
    rig.advance(1);
    QCOMPARE(deal.status(), QStringLiteral("released"));
    QCOMPARE(deal.moneyStatus(), QStringLiteral("paid"));
}

void TestDeals::holdLapses()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.fund();
    deal.dispute(deal.buyer);
    // Our clocks stand still, the provider's does not.
    QVERIFY(deal.as(deal.buyer).json.value(QLatin1String("deadlines")).toObject().contains(QLatin1String("hold_expires_at")));
    rig.advance(8 * kDayMs);
    QCOMPARE(deal.status(), QStringLiteral("disputed"));
    QCOMPARE(deal.moneyStatus(), QStringLiteral("void"));
    QCOMPARE(deal.resolve(deal.support, "release").code, ErrorCode::StateConflict);
    QCOMPARE(deal.resolve(deal.support, "refund").text("status"), QStringLiteral("resolved_refund"));
}

void TestDeals::reminders()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    rig.advance(rig.settings.paymentDeadlineMs - 5 * kMinuteMs);
    std::vector<QJsonObject> told;
    for (const QJsonObject &event : rig.events("notify")) {
        if (event.value(QLatin1String("kind")).toString() == QLatin1String("deal_reminder"))
            told.push_back(event);
    }
    QCOMPARE(told.size(), size_t(1));
    QCOMPARE(told.front().value(QLatin1String("user_id")).toString(), deal.buyer.id.toString());
    QCOMPARE(told.front().value(QLatin1String("data")).toObject().value(QLatin1String("deadline")).toString(),
             QStringLiteral("payment"));
    deal.toInTransit();
    deal.arrive();
    const size_t before = rig.events("notify").size();
    rig.advance(rig.settings.confirmationDeadlineMs - kHourMs);
    QCOMPARE(rig.events("notify").size(), before + 3); // the arrival itself, a day before, three hours before
}

void TestDeals::driverConfirmsWithCode()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toInTransit();
    const auto code = [](const QString &text) { return QJsonObject{{QStringLiteral("code"), text}}; };
    QCOMPARE(rig.post(deal.driver, deal.path("/confirm"), code(QStringLiteral("123456"))).status, 409); // not arrived yet
    deal.arrive();
    const QString right = deal.as(deal.buyer).text("handover_code");
    const QString wrong = right == QLatin1String("000000") ? QStringLiteral("000001") : QStringLiteral("000000");
    QCOMPARE(rig.post(deal.driver, deal.path("/confirm")).status, 422);
    for (int left = 4; left > 0; --left) {
        const Reply guessed = rig.post(deal.driver, deal.path("/confirm"), code(wrong));
        QCOMPARE(guessed.code, ErrorCode::WrongCode);
        QCOMPARE(guessed.member("attempts_left"), QByteArray::number(left));
    }
    const QString qr = deal.as(deal.buyer).text("handover_qr");
    QVERIFY(qr.startsWith(QLatin1String("cargo://handover/") + QString::fromLatin1(deal.id)));
    const Reply last = rig.post(deal.driver, deal.path("/confirm"), code(wrong));
    QCOMPARE(last.code, ErrorCode::RateLimited);
    QVERIFY(!last.member("until").isEmpty());
    // Both sides know, and what was told before is worth nothing.
    QCOMPARE(deal.timeline().last(), QStringLiteral("handover_locked"));
    QCOMPARE(deal.as(deal.driver).text("handover_locked_until").toLatin1(), rig.clock.now().plusMs(kHourMs).toRfc3339());
    const QString fresh = deal.as(deal.buyer).text("handover_code");
    QVERIFY(deal.as(deal.buyer).text("handover_qr") != qr);
    QCOMPARE(rig.post(deal.driver, deal.path("/confirm"), code(fresh)).code, ErrorCode::RateLimited);
    QCOMPARE(rig.post(deal.driver, deal.path("/confirm"), code(qr)).code, ErrorCode::RateLimited); // the old one
    rig.pump();
    const auto told = rig.events("notify");
    QVERIFY(std::any_of(told.begin(), told.end(), [&](const QJsonObject &note) {
        return note.value(QLatin1String("kind")).toString() == QLatin1String("deal_handover_locked")
               && note.value(QLatin1String("user_id")).toString() == deal.buyer.id.toString();
    }));
    rig.advance(kHourMs);
    QVERIFY(!deal.as(deal.driver).json.contains(QLatin1String("handover_locked_until")));
    if (fresh != right)
        QCOMPARE(rig.post(deal.driver, deal.path("/confirm"), code(right)).code, ErrorCode::WrongCode);
    QCOMPARE(rig.post(deal.driver, deal.path("/confirm"), code(fresh)).text("status"), QStringLiteral("delivered"));
    QCOMPARE(deal.timeline().last(), QStringLiteral("handover_code"));
    QVERIFY(!deal.as(deal.buyer).json.contains(QLatin1String("handover_qr")));
}

void TestDeals::driverScansTheQrCode()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    Journey other(rig);
    for (Journey *journey : {&deal, &other}) {
        journey->toInTransit();
        journey->arrive();
    }
    const auto scan = [&](const QString &text) {
        return rig.post(deal.driver, deal.path("/confirm"), {{QStringLiteral("code"), text}});
    };
    QVERIFY(!deal.as(deal.driver).json.contains(QLatin1String("handover_qr")));
    const QString qr = deal.as(deal.buyer).text("handover_qr");
    // Another buyer's code is a mistake and no guess.
    for (int i = 0; i < 6; ++i)
        QCOMPARE(scan(other.as(other.buyer).text("handover_qr")).status, 422);
    QCOMPARE(scan(qr.chopped(1)).code, ErrorCode::WrongCode);
    for (int i = 0; i < 4; ++i)
        scan(QStringLiteral("no code"));
    QCOMPARE(scan(QStringLiteral("no code")).code, ErrorCode::RateLimited);
    // Digits are locked; who can show the QR code stands before the driver.
    QCOMPARE(scan(deal.as(deal.buyer).text("handover_qr")).text("status"), QStringLiteral("delivered"));
    QCOMPARE(other.status(), QStringLiteral("in_transit"));
}

void TestDeals::startChecksTheCar()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    QCOMPARE(rig.post(deal.driver, deal.path("/start"), deal.startBody()).code, ErrorCode::StateConflict);
    deal.fund();
    QCOMPARE(rig.post(deal.buyer, deal.path("/start"), deal.startBody()).status, 403);
    const auto refused = [&](const QJsonObject &body, const char *field) {
        const Reply reply = rig.post(deal.driver, deal.path("/start"), body);
        return reply.status == 422 && !reply.fields.empty() && reply.fields.front().field == QLatin1String(field);
    };
    QVERIFY(refused(deal.startBody("JTEBR3FJ50K0I2345"), "vin")); // I is no letter of a VIN
    QVERIFY(refused(deal.startBody("WBA1234567A123456"), "vin")); // another car
    QJsonObject body = deal.startBody();
    body.insert(QStringLiteral("photos"), QJsonArray());
    QVERIFY(refused(body, "photos"));
    body.insert(QStringLiteral("photos"), QJsonArray{rig.photo(deal.buyer).toString()});
    QVERIFY(refused(body, "photos")); // somebody else's photo
    body = deal.startBody();
    body.remove(QStringLiteral("odometer_km"));
    QVERIFY(refused(body, "odometer_km"));
    QCOMPARE(deal.status(), QStringLiteral("funded"));
    QCOMPARE(rig.post(deal.driver, deal.path("/start"), deal.startBody("jtebr3fj5 0k012345")).status, 200);
    QCOMPARE(deal.as(deal.buyer).text("vin"), QString::fromLatin1(kVin));
}

void TestDeals::checkpointsAreChained()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toInTransit();
    const QString client = QString::fromLatin1(newUuid(rig.clock.now()).toText());
    const QJsonObject body{{QStringLiteral("client_id"), client},
                           {QStringLiteral("kind"), QStringLiteral("ferry")},
                           {QStringLiteral("place"), QStringLiteral("Toyama")},
                           {QStringLiteral("odometer_km"), 45100},
                           {QStringLiteral("photos"), QJsonArray{rig.photo(deal.driver).toString()}},
                           {QStringLiteral("device_time"), QStringLiteral("2026-11-23T07:59:00Z")}};
    const Reply first = rig.post(deal.driver, deal.path("/checkpoints"), body);
    QCOMPARE(first.status, 201);
    QCOMPARE(first.text("hash").size(), 64);
    // The phone sends again: the same link, nothing new.
    QCOMPARE(rig.post(deal.driver, deal.path("/checkpoints"), body).json, first.json);
    QCOMPARE(rig.number("select count(*) from deal_checkpoints where deal_id = '" + deal.id + "'"), 2);
    QCOMPARE(rig.post(deal.buyer, deal.path("/checkpoints"), body).status, 403);
    QJsonObject other = body;
    other.insert(QStringLiteral("client_id"), QString::fromLatin1(newUuid(rig.clock.now()).toText()));
    const Reply second = rig.post(deal.driver, deal.path("/checkpoints"), other);
    QCOMPARE(second.text("previous_hash"), first.text("hash"));
    deal.arrive();

    // The chain as anybody can compute it from the timeline.
    std::vector<api::CheckpointDto> chain;
    const auto items = rig.get(deal.buyer, deal.path("/timeline?limit=100")).json.value(QLatin1String("items")).toArray();
    for (const QJsonValue &value : items) {
        const QJsonObject checkpoint = value.toObject().value(QLatin1String("checkpoint")).toObject();
        if (checkpoint.isEmpty())
            continue;
        const auto dto = api::CheckpointDto::read(checkpoint);
        QVERIFY(dto.ok());
        chain.push_back(dto.value);
    }
    QCOMPARE(chain.size(), size_t(4)); // pick-up, two on the way, arrival
    const DealId id = *DealId::fromText(QByteArrayView(deal.id));
    QCOMPARE(api::checkpointsThatHold(id, chain), size_t(4));
    std::vector<api::CheckpointDto> forged = chain;
    forged[1].place = QStringLiteral("Elsewhere"); // the first that does not hold is found, whatever follows
    QCOMPARE(api::checkpointsThatHold(id, forged), size_t(1));
    forged = chain;
    forged[0].photoHashes.clear();
    QCOMPARE(api::checkpointsThatHold(id, forged), size_t(0));
    forged = chain;
    forged.erase(forged.begin() + 1);
    QCOMPARE(api::checkpointsThatHold(id, forged), size_t(1));
}

void TestDeals::disputeRefund_data()
{
    QTest::addColumn<int>("stage");
    QTest::newRow("funded") << 0;
    QTest::newRow("in transit") << 1;
    QTest::newRow("delivered") << 2;
}

void TestDeals::disputeRefund()
{
    QFETCH(int, stage);
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.fund();
    if (stage > 0)
        deal.start();
    if (stage > 1) {
        deal.arrive();
        deal.confirm();
    }
    const Reply opened = deal.dispute(deal.buyer);
    QCOMPARE(opened.status, 200);
    QCOMPARE(opened.text("status"), QStringLiteral("disputed"));
    QVERIFY(TicketId::fromText(opened.text("ticket_id")).has_value());
    QCOMPARE(allowed(opened), QStringList{QStringLiteral("withdraw_dispute")});
    QVERIFY(allowed(deal.as(deal.driver)).isEmpty());
    const auto claimedUntil = [&](const QByteArray &when) { // by somebody else
        deal.rig.sql("update desk_items set claimed_by = user_id, claimed_at = now(), claimed_until = '" + when
                     + "' where queue = 'disputes' and closed_at is null");
    };
    claimedUntil("2999-01-01");
    QCOMPARE(deal.resolve(deal.support, "refund").code, ErrorCode::StateConflict);
    QCOMPARE(deal.as(deal.buyer).text("status"), QStringLiteral("disputed"));
    claimedUntil("2020-01-01");
    const Reply resolved = deal.resolve(deal.support, "refund");
    QCOMPARE(resolved.text("status"), QStringLiteral("resolved_refund"));
    QCOMPARE(deal.moneyStatus(), stage == 0 ? QStringLiteral("void") : QStringLiteral("refunded"));
    QCOMPARE(deal.balance("platform_fee"), 0);
    QCOMPARE(deal.balance("provider_clearing:sandbox"), 0);
    QCOMPARE(deal.resolve(deal.support, "release").code, ErrorCode::StateConflict);
}

void TestDeals::disputeReleaseAndSplit()
{
    MoneyRig &rig = *m_rig;
    Journey release(rig);
    release.fund();
    release.dispute(release.driver);
    QCOMPARE(release.resolve(release.support, "release").text("status"), QStringLiteral("resolved_release"));
    QCOMPARE(release.moneyStatus(), QStringLiteral("paid")); // captured first, then paid
    QCOMPARE(release.balance("platform_fee"), -kFee);

    Journey split(rig);
    split.toDelivered();
    split.dispute(split.buyer);
    QCOMPARE(split.resolve(split.support, "split").status, 422);
    QCOMPARE(split.resolve(split.support, "split", kPrice).status, 422);
    QCOMPARE(split.resolve(split.support, "split", kPrice + 1).status, 422);
    const qint64 refund = 140'000'000;
    const Reply decided = split.resolve(split.support, "split", refund);
    QCOMPARE(decided.text("status"), QStringLiteral("resolved_split"));
    QCOMPARE(split.moneyStatus(), QStringLiteral("paid"));
    const qint64 fee = 10'000'000; // 2.5 % of the four million that the driver is paid
    QCOMPARE(split.balance("platform_fee"), -fee);
    QCOMPARE(decided.json.value(QLatin1String("driver_receives")).toObject(), money(kPrice - refund - fee));
    QCOMPARE(rig.number("select refunded_minor from payments where deal_id = '" + split.id + "'"), refund);
    // The refund went first.
    QCOMPARE(rig.number("select count(*) from provider_ops a join provider_ops b on b.deal_id = a.deal_id and b.kind = 'payout' "
                        "where a.kind = 'refund' and a.finished_at <= b.created_at and a.deal_id = '"
                        + split.id + "'"),
             1);
    // By the dispute's own id as well.
    Journey third(rig);
    third.fund();
    third.dispute(third.buyer);
    const QByteArray disputeId =
        third.as(third.buyer).json.value(QLatin1String("dispute")).toObject().value(QLatin1String("id")).toString().toLatin1();
    const QJsonObject refundAll{{QStringLiteral("outcome"), QStringLiteral("refund")},
                                {QStringLiteral("reason_code"), QStringLiteral("x")},
                                {QStringLiteral("text"), QStringLiteral("y")}};
    QCOMPARE(rig.post(third.support, "/admin/disputes/" + disputeId + "/resolve", refundAll).status, 200);
    rig.pump();
}

void TestDeals::withdrawGoesOnWithTheTimeLeft()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toInTransit();
    deal.arrive();
    rig.advance(10 * kHourMs);
    deal.dispute(deal.buyer);
    QVERIFY(!deal.as(deal.buyer).json.value(QLatin1String("deadlines")).toObject().contains(QLatin1String("confirmation_at")));
    rig.advance(200 * kHourMs);
    QCOMPARE(deal.status(), QStringLiteral("disputed"));
    QCOMPARE(rig.post(deal.driver, deal.path("/withdraw-dispute")).status, 403);
    QCOMPARE(rig.post(deal.buyer, deal.path("/withdraw-dispute")).text("status"), QStringLiteral("in_transit"));
    const QByteArray waits = "select count(*) from desk_items where queue = 'disputes' and closed_at is null and deal_id = '";
    QCOMPARE(rig.number(waits + deal.id + '\''), qint64(0));
    rig.advance(62 * kHourMs - 1);
    QCOMPARE(deal.status(), QStringLiteral("in_transit"));
    rig.advance(1);
    QCOMPARE(deal.status(), QStringLiteral("delivered"));
    QCOMPARE(deal.dispute(deal.driver).status, 200); // another dispute, another side
    QCOMPARE(rig.number("select count(*) from disputes where deal_id = '" + deal.id + "'"), 2);
    // From funded: never beyond the end of the hold.
    Journey early(rig);
    early.fund();
    early.dispute(early.driver);
    rig.advance(5 * kDayMs);
    rig.post(early.driver, early.path("/withdraw-dispute"));
    rig.advance(kDayMs);
    QCOMPARE(early.status(), QStringLiteral("cancelled"));
}

void TestDeals::evidenceWindow()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toInTransit();
    const QJsonObject body{{QStringLiteral("text"), QStringLiteral("It was cracked before")},
                           {QStringLiteral("photos"), QJsonArray{rig.photo(deal.driver).toString()}}};
    QCOMPARE(rig.post(deal.driver, deal.path("/evidence"), body).code, ErrorCode::StateConflict);
    deal.dispute(deal.buyer);
    QCOMPARE(rig.post(deal.driver, deal.path("/evidence"), body).status, 200);
    QCOMPARE(rig.post(deal.driver, deal.path("/evidence"), {{QStringLiteral("text"), QStringLiteral(" ")}}).status, 422);
    const auto cases = rig.get(deal.driver, deal.path("/dispute")).json.value(QLatin1String("items")).toArray();
    QCOMPARE(cases.at(0).toObject().value(QLatin1String("evidence")).toArray().size(), 2);
    rig.advance(rig.settings.evidenceWindowMs);
    QCOMPARE(rig.post(deal.driver, deal.path("/evidence"), body).code, ErrorCode::StateConflict);
    QVERIFY(deal.timeline().contains(QStringLiteral("evidence_closed")));
    const QByteArray waits = "select count(*) from desk_items where queue = 'disputes' and closed_at is null and deal_id = '";
    QCOMPARE(rig.number(waits + deal.id + '\''), qint64(1));
}

void TestDeals::amendments()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    const qint64 lower = 500'000'000;
    const QJsonObject proposal{{QStringLiteral("amount"), money(lower)},
                               {QStringLiteral("delivery_eta_days"), 60},
                               {QStringLiteral("reason"), QStringLiteral("A scratch at the port")},
                               {QStringLiteral("photos"), QJsonArray{rig.photo(deal.driver).toString()}}};
    QCOMPARE(rig.post(deal.driver, deal.path("/amendments"), proposal).code, ErrorCode::StateConflict);
    deal.toInTransit();
    QJsonObject higher = proposal;
    higher.insert(QStringLiteral("amount"), money(kPrice + 1));
    QCOMPARE(rig.post(deal.driver, deal.path("/amendments"), higher).status, 422);
    const Reply proposed = rig.post(deal.driver, deal.path("/amendments"), proposal);
    QCOMPARE(proposed.status, 201);
    const QByteArray aid =
        proposed.json.value(QLatin1String("amendment")).toObject().value(QLatin1String("id")).toString().toLatin1();
    QCOMPARE(rig.post(deal.buyer, deal.path("/amendments"), proposal).status, 409);           // one at a time
    QCOMPARE(rig.post(deal.driver, deal.path("/amendments/") + aid + "/accept").status, 403); // not one's own
    QCOMPARE(rig.post(deal.buyer, deal.path("/amendments/") + aid + "/decline").status, 200);
    QCOMPARE(deal.as(deal.buyer).json.value(QLatin1String("amount")).toObject(), money(kPrice));
    QCOMPARE(rig.post(deal.buyer, deal.path("/amendments/") + aid + "/accept").code, ErrorCode::StateConflict);

    const Reply again = rig.post(deal.driver, deal.path("/amendments"), proposal);
    const QByteArray second =
        again.json.value(QLatin1String("amendment")).toObject().value(QLatin1String("id")).toString().toLatin1();
    const Reply accepted = rig.post(deal.buyer, deal.path("/amendments/") + second + "/accept");
    QCOMPARE(accepted.status, 200);
    QCOMPARE(accepted.json.value(QLatin1String("amount")).toObject(), money(lower));
    QCOMPARE(accepted.json.value(QLatin1String("fee")).toObject(), money(12'500'000));
    QCOMPARE(accepted.json.value(QLatin1String("delivery_eta_days")).toInt(), 60);
    QVERIFY(m_rig->differences().empty()); // also while the difference is on its way back
    rig.pump();
    QCOMPARE(deal.moneyStatus(), QStringLiteral("kept"));
    QCOMPARE(deal.balance("escrow"), -lower);
    QCOMPARE(deal.balance("refund_payable"), 0);
    // Unanswered it blocks nothing.
    rig.post(deal.buyer, deal.path("/amendments"),
             {{QStringLiteral("delivery_eta_days"), 70}, {QStringLiteral("reason"), QStringLiteral("later")}});
    deal.arrive();
    deal.confirm();
    QVERIFY(!deal.as(deal.buyer).json.contains(QLatin1String("amendment")));
    deal.release();
    QCOMPARE(deal.moneyStatus(), QStringLiteral("paid"));
    QCOMPARE(deal.balance("platform_fee"), -12'500'000);
}

void TestDeals::raceOfTwo()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.fund();
    std::vector<std::pair<Caller, QByteArray>> calls;
    for (int i = 0; i < 12; ++i)
        calls.emplace_back(i % 2 ? deal.buyer : deal.driver, deal.path("/cancel"));
    int won = 0;
    for (const Reply &reply : rig.postTogether(calls)) {
        if (reply.status == 200) {
            ++won;
            continue;
        }
        QCOMPARE(reply.status, 409);
        QCOMPARE(reply.code, ErrorCode::StateConflict);
        QCOMPARE(reply.member("current_status"), QByteArray("\"cancelled\""));
    }
    QCOMPARE(won, 1);
    rig.pump();
    QCOMPARE(rig.number("select count(*) from provider_ops where kind = 'cancel' and deal_id = '" + deal.id + "'"), 1);
    QCOMPARE(deal.timeline().count(QStringLiteral("cancel")), 1);

    // Buyer cancels while the driver starts: one of them, and the money follows.
    Journey other(rig);
    other.fund();
    const QJsonObject start = other.startBody();
    const auto replies = rig.postTogether({{other.driver, other.path("/start")}, {other.buyer, other.path("/cancel")}}, start);
    QVERIFY((replies[0].status == 200) != (replies[1].status == 200));
    rig.pump();
    QCOMPARE(other.moneyStatus(), replies[0].status == 200 ? QStringLiteral("kept") : QStringLiteral("void"));

    // Many presses on "pay" are one payment.
    Journey third(rig);
    std::vector<std::pair<Caller, QByteArray>> pays(8, {third.buyer, third.path("/pay")});
    for (const Reply &reply : rig.postTogether(pays))
        QCOMPARE(reply.status, 200);
    QCOMPARE(third.atProvider("pending"), 1);
}

void TestDeals::wrongStateTellsTheStateNow()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    const Reply reply = rig.post(deal.buyer, deal.path("/release"));
    QCOMPARE(reply.status, 409);
    QCOMPARE(reply.member("current_status"), QByteArray("\"created\""));
}

void TestDeals::wrongUsers()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toInTransit();
    const Caller stranger = rig.buyer();
    const Caller otherDriver = rig.driver();
    const Caller moderator = rig.staff(Permission::Moderate);
    const QByteArray none = QByteArray(36, '0').replace(8, 1, "-").replace(13, 1, "-").replace(18, 1, "-").replace(23, 1, "-");
    const QJsonObject checkpoint{{QStringLiteral("client_id"), QString::fromLatin1(newUuid(rig.clock.now()).toText())},
                                 {QStringLiteral("kind"), QStringLiteral("road")}};
    const std::vector<std::pair<QByteArray, QJsonObject>> posts = {
        {"/pay", {}},
        {"/start", deal.startBody()},
        {"/checkpoints", checkpoint},
        {"/arrive", {}},
        {"/confirm", {}},
        {"/cancel", {}},
        {"/release", {}},
        {"/withdraw-dispute", {}},
        {"/dispute", {{QStringLiteral("reason"), QStringLiteral("late")}, {QStringLiteral("text"), QStringLiteral("x")}}},
        {"/evidence", {{QStringLiteral("text"), QStringLiteral("x")}}},
        {"/amendments", {{QStringLiteral("delivery_eta_days"), 50}, {QStringLiteral("reason"), QStringLiteral("x")}}},
        {"/amendments/" + none + "/accept", {}},
        {"/amendments/" + none + "/decline", {}},
        {"/reviews", {{QStringLiteral("rating"), 5}}}};
    const qint64 version = deal.as(deal.buyer).json.value(QLatin1String("version")).toInteger();
    for (const Caller &caller : {stranger, otherDriver, moderator}) {
        for (const auto &[path, body] : posts) {
            const Reply reply = rig.post(caller, "/deals/" + deal.id + path, body);
            QVERIFY2(reply.status == 404, path.constData());
        }
        for (const char *path : {"", "/timeline", "/payments", "/dispute"})
            QVERIFY2(rig.get(caller, deal.path(path)).status == 404, path);
        QVERIFY(rig.get(caller, "/deals").json.value(QLatin1String("items")).toArray().isEmpty());
    }
    // Staff who may look may still not act for a side.
    QCOMPARE(deal.as(deal.support).status, 200);
    QVERIFY(!deal.as(deal.support).json.contains(QLatin1String("handover_code")));
    QCOMPARE(rig.post(deal.support, deal.path("/confirm")).status, 404);
    QCOMPARE(deal.as(deal.buyer).json.value(QLatin1String("version")).toInteger(), version);
    QCOMPARE(rig.get(deal.buyer, "/deals/" + none).status, 404);
    QCOMPARE(rig.get(deal.buyer, "/deals/nonsense").status, 404);
}

void TestDeals::staffPermissions()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toInTransit();
    deal.dispute(deal.buyer);
    QCOMPARE(deal.resolve(deal.buyer, "refund").status, 403);
    QCOMPARE(deal.resolve(deal.driver, "release").status, 403);
    QCOMPARE(deal.resolve(rig.staff(Permission::Moderate), "refund").status, 403);
    QCOMPARE(rig.get(deal.buyer, "/admin/ledger").status, 403);
    QCOMPARE(rig.get(deal.support, "/admin/ledger").status, 403);
    QCOMPARE(rig.post(deal.support, "/admin/deals/" + deal.id + "/retry-money").status, 403);
    const Caller finance = rig.staff(Permission::Finance);
    const Reply journal = rig.get(finance, "/admin/ledger?limit=1&deal_id=" + deal.id);
    QCOMPARE(journal.status, 200);
    const auto entry = journal.json.value(QLatin1String("items")).toArray().at(0).toObject();
    QCOMPARE(entry.value(QLatin1String("kind")).toString(), QStringLiteral("capture"));
    const Reply older =
        rig.get(finance, "/admin/ledger?limit=1&deal_id=" + deal.id + "&cursor=" + journal.text("next_cursor").toLatin1());
    QCOMPARE(older.json.value(QLatin1String("items")).toArray().at(0).toObject().value(QLatin1String("kind")).toString(),
             QStringLiteral("hold"));
    QVERIFY(older.json.value(QLatin1String("next_cursor")).isNull());
    QCOMPARE(rig.get(finance, "/admin/ledger?cursor=!").code, ErrorCode::CursorInvalid);
    QCOMPARE(rig.post(finance, "/admin/deals/" + deal.id + "/retry-money").code, ErrorCode::StateConflict);
    QCOMPARE(deal.resolve(finance, "refund").status, 200);
}

void TestDeals::planner()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    QJsonObject body = deal.body(kPrice);
    body.insert(QStringLiteral("delivery_eta_days"), 365);
    const Reply tooLong = rig.post(deal.buyer, "/deals", body);
    QCOMPARE(tooLong.code, ErrorCode::ProviderLimit);
    const QJsonObject limits = QJsonDocument::fromJson(tooLong.member("limits")).object();
    const int days = limits.value(QLatin1String("max_delivery_eta_days")).toInt();
    QVERIFY(days > 100 && days < 180);
    body.insert(QStringLiteral("delivery_eta_days"), days);
    QCOMPARE(rig.post(deal.buyer, "/deals", body).status, 201);
    body.insert(QStringLiteral("delivery_eta_days"), days + 1);
    QCOMPARE(rig.post(deal.buyer, "/deals", body).code, ErrorCode::ProviderLimit);
    const Reply tooMuch = rig.post(deal.buyer, "/deals", deal.body(1'000'000'000'000));
    QCOMPARE(tooMuch.code, ErrorCode::ProviderLimit);
    QVERIFY(QJsonDocument::fromJson(tooMuch.member("limits")).object().value(QLatin1String("max_amount")).isObject());
}

void TestDeals::refusals()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    QCOMPARE(rig.post(deal.driver, "/deals", deal.body(kPrice)).status, 403);
    QCOMPARE(rig.post(rig.buyer(0), "/deals", deal.body(kPrice)).code, ErrorCode::KycRequired);
    QCOMPARE(rig.post(rig.buyer(1), "/deals", deal.body(rig.settings.tier1DealLimitMinor + 1)).code, ErrorCode::KycRequired);
    QCOMPARE(rig.post(rig.buyer(1), "/deals", deal.body(rig.settings.tier1DealLimitMinor)).status, 201);
    QJsonObject body = deal.body(kPrice);
    body.insert(QStringLiteral("amount"), money(kPrice, "USD"));
    QCOMPARE(rig.post(deal.buyer, "/deals", body).fields.at(0).code, ErrorCode::CurrencyMismatch);
    for (const char *status : {"draft", "paused", "archived", "blocked", "in_review"}) {
        body = deal.body(kPrice);
        body.insert(QStringLiteral("listing_id"), rig.listing(deal.driver, kPrice, {}, status).toString());
        QCOMPARE(rig.post(deal.buyer, "/deals", body).code, ErrorCode::ListingUnavailable);
    }
    body.insert(QStringLiteral("listing_id"), QString::fromLatin1(newUuid(rig.clock.now()).toText()));
    QCOMPARE(rig.post(deal.buyer, "/deals", body).status, 404);
    body.insert(QStringLiteral("delivery_place"), QStringLiteral(" "));
    QCOMPARE(rig.post(deal.buyer, "/deals", body).status, 422);
    // Small deals: never less than the minimum, never more than the whole.
    QCOMPARE(rig.post(deal.buyer, "/deals", deal.body(1'000'000)).json.value(QLatin1String("fee")).toObject(), money(500'000));
    QCOMPARE(rig.post(deal.buyer, "/deals", deal.body(400'000)).json.value(QLatin1String("driver_receives")).toObject(),
             money(0));
    // Terms are frozen: what changes afterwards changes nothing here.
    rig.settings.feeBasisPoints = 900;
    rig.sql("update listings set price_minor = 1, model = 'Prius' where id = '" + deal.listing.toText() + "'");
    const Reply now = deal.as(deal.buyer);
    QCOMPARE(now.json.value(QLatin1String("fee")).toObject(), money(kFee));
    QCOMPARE(now.json.value(QLatin1String("listing")).toObject().value(QLatin1String("model")).toString(),
             QStringLiteral("Alphard"));
    rig.settings.feeBasisPoints = 250;
}

void TestDeals::idempotency()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    QCOMPARE(rig.post(deal.buyer, "/deals", deal.body(kPrice), "key-1").status, 201);
    // The middleware answers from what was stored; below it the second write gives way.
    QCOMPARE(rig.post(deal.buyer, "/deals", deal.body(kPrice), "key-1").code, ErrorCode::IdempotencyReplay);
    QCOMPARE(rig.number("select count(*) from deals where buyer_id = '" + deal.buyer.id.toText() + "'"), 2);
    deal.fund();
    QCOMPARE(rig.post(deal.buyer, deal.path("/cancel"), {}, "key-2").status, 200);
    QCOMPARE(rig.number("select count(*) from idempotency_keys where key = 'key-2' and status = 200"), 1);
    rig.pump();
}

void TestDeals::lists()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    for (int i = 0; i < 4; ++i)
        rig.post(deal.buyer, "/deals", deal.body(kPrice + i));
    rig.post(deal.buyer, deal.path("/cancel"));
    QByteArray cursor;
    QStringList seen;
    do {
        const Reply page = rig.get(deal.driver, "/deals?limit=2" + (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor));
        QVERIFY(page.json.value(QLatin1String("items")).toArray().size() <= 2);
        for (const QJsonValue &item : page.json.value(QLatin1String("items")).toArray())
            seen.push_back(item.toObject().value(QLatin1String("id")).toString());
        cursor = page.text("next_cursor").toLatin1();
    } while (!cursor.isEmpty());
    QCOMPARE(seen.size(), 5);
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 5);
    QVERIFY(std::is_sorted(seen.rbegin(), seen.rend()));
    QCOMPARE(rig.get(deal.buyer, "/deals?status=cancelled,funded").json.value(QLatin1String("items")).toArray().size(), 1);
    QCOMPARE(rig.get(deal.buyer, "/deals?status=nonsense").status, 422);
    QCOMPARE(rig.get(deal.buyer, "/deals?cursor=xx").code, ErrorCode::CursorInvalid);
    QCOMPARE(rig.get(deal.buyer, "/deals?limit=1000").status, 422);
    const auto dto = api::DealDto::read(deal.as(deal.buyer).json);
    QVERIFY(dto.ok());
    QCOMPARE(QJsonDocument::fromJson(dto.value.toJson()).object(), deal.as(deal.buyer).json);
    const Reply timeline = rig.get(deal.buyer, deal.path("/timeline?limit=1"));
    const Reply rest = rig.get(deal.buyer, deal.path("/timeline?cursor=") + timeline.text("next_cursor").toLatin1());
    QCOMPARE(rest.json.value(QLatin1String("items")).toArray().at(0).toObject().value(QLatin1String("event")).toString(),
             QStringLiteral("cancel"));
}

void TestDeals::webhookProof()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    rig.holdWebhooks = true;
    rig.checkout(deal.confirmationUrl(deal.pay()), "outcome=success");
    rig.pump();
    const QByteArray body = rig.heldWebhooks.front();
    QCOMPARE(rig.webhook(body, "t=1,v1=00").code, ErrorCode::SignatureInvalid);
    QCOMPARE(rig.webhook(body, {}).code, ErrorCode::SignatureInvalid);
    QByteArray forged = body;
    forged.replace("540", "541");
    QCOMPARE(rig.webhook(forged, rig.signature(body)).code, ErrorCode::SignatureInvalid);
    const QByteArray old = rig.signature(body);
    rig.clock.advance(301 * kSecondMs);
    QCOMPARE(rig.webhook(body, old).code, ErrorCode::SignatureInvalid);
    QCOMPARE(rig.number("select count(*) from webhook_in where raw_body = convert_to('" + body + "', 'UTF8')"), 0);
    QCOMPARE(rig.webhook(body, rig.signature(body)).status, 200);
    rig.pump();
    QCOMPARE(deal.status(), QStringLiteral("funded"));
    // A signed webhook of an object that nobody knows is waited for and then given to people.
    payments::ProviderObject unknown;
    unknown.ref = newUuid(rig.clock.now()).toText();
    unknown.reference = newUuid(rig.clock.now()).toText();
    unknown.amount = Money{100, Currency::rub()};
    const QByteArray stray =
        payments::sandbox::webhookBody(newUuid(rig.clock.now()), "payment.succeeded", unknown, rig.clock.now());
    QCOMPARE(rig.webhook(stray, rig.signature(stray)).status, 200);
    const qint64 before = rig.number("select count(*) from finance_tasks where kind = 'unknown_object'");
    rig.advance(59 * kMinuteMs);
    QCOMPARE(rig.number("select count(*) from finance_tasks where kind = 'unknown_object'"), before);
    rig.advance(2 * kMinuteMs);
    QCOMPARE(rig.number("select count(*) from finance_tasks where kind = 'unknown_object'"), before + 1);
}

void TestDeals::webhooksTwiceAndOutOfOrder()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    rig.checkout(deal.confirmationUrl(deal.pay()), "outcome=success&copies=3");
    rig.pump();
    QCOMPARE(rig.webhooksDelivered, 3);
    QCOMPARE(deal.timeline().count(QStringLiteral("hold_confirmed")), 1);
    QCOMPARE(rig.number("select count(*) from ledger_entries where kind = 'hold' and deal_id = '" + deal.id + "'"), 1);

    // What the courier kept back arrives in the wrong order, long after the facts.
    Journey late(rig);
    rig.holdWebhooks = true;
    rig.checkout(late.confirmationUrl(late.pay()), "outcome=success");
    rig.pump();
    const QByteArray hold = rig.heldWebhooks.back();
    rig.holdWebhooks = false;
    rig.advance(3 * kMinuteMs);
    QCOMPARE(rig.webhook(hold, rig.signature(hold)).status, 200);
    rig.pump();
    QCOMPARE(late.status(), QStringLiteral("funded"));
    rig.holdWebhooks = true;
    rig.heldWebhooks.clear();
    late.start();
    late.arrive();
    late.confirm();
    late.release();
    QCOMPARE(late.status(), QStringLiteral("released"));
    std::vector<QByteArray> kept = rig.heldWebhooks;
    std::reverse(kept.begin(), kept.end());
    kept.insert(kept.end(), rig.heldWebhooks.begin(), rig.heldWebhooks.end());
    kept.push_back(hold);
    for (const QByteArray &body : kept) {
        QCOMPARE(rig.webhook(body, rig.signature(body)).status, 200);
        rig.pump();
    }
    QCOMPARE(late.moneyStatus(), QStringLiteral("paid"));
    QCOMPARE(rig.number("select count(*) from ledger_entries where deal_id = '" + late.id + "'"), 4);
}

void TestDeals::lostAnswers()
{
    MoneyRig &rig = *m_rig;
    QVERIFY(cargo::test::await(rig.money->payments.opJob.start(rig.context(), false)).ok());
    // The capture was made, its answer and its webhook were lost: looked up, not repeated.
    Journey deal(rig);
    deal.fund();
    rig.sql("insert into sandbox_faults (kind, mode, remaining) values ('capture', 'lost_answer', 1)");
    deal.start();
    QCOMPARE(deal.moneyStatus(), QStringLiteral("keep_queued"));
    rig.advance(4 * kMinuteMs);
    QCOMPARE(deal.moneyStatus(), QStringLiteral("kept"));
    QCOMPARE(rig.number("select count(*) from ledger_entries where kind = 'capture' and deal_id = '" + deal.id + "'"), 1);
    // The provider is down for a while: the same key again, later.
    rig.sql("insert into sandbox_faults (kind, mode, remaining) values ('payout', 'unavailable', 3)");
    deal.arrive();
    deal.confirm();
    deal.release();
    QCOMPARE(deal.moneyStatus(), QStringLiteral("payout_queued"));
    rig.advance(2 * kHourMs);
    QCOMPARE(deal.moneyStatus(), QStringLiteral("paid"));
    QCOMPARE(rig.number("select count(*) from provider_ops where kind = 'payout' and deal_id = '" + deal.id + "'"), 1);
    QCOMPARE(rig.number("select count(*) from sandbox_transfers where kind = 'payout' and reference in "
                        "(select id::text from provider_ops where deal_id = '"
                        + deal.id + "')"),
             1);
    // A payment whose webhook never came is found by the sweep.
    Journey silent(rig);
    rig.holdWebhooks = true;
    rig.checkout(silent.confirmationUrl(silent.pay()), "outcome=success");
    rig.pump();
    QCOMPARE(silent.status(), QStringLiteral("created"));
    rig.advance(4 * kMinuteMs);
    QCOMPARE(silent.status(), QStringLiteral("funded"));
    rig.sql("delete from timers where kind in ('payments.sweep', 'payments.lost')");
}

void TestDeals::thePageComesAtTheSecondAsking()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    rig.sql("insert into sandbox_faults (kind, mode, remaining) values ('authorize', 'lost_answer', 1)");
    const Reply first = deal.pay();
    QCOMPARE(first.status, 200);
    QVERIFY(deal.confirmationUrl(first).isEmpty());
    const Reply second = deal.pay();
    QVERIFY(!deal.confirmationUrl(second).isEmpty());
    QCOMPARE(rig.number("select count(*) from payments where deal_id = '" + deal.id + "'"), 1);
    QCOMPARE(rig.number("select count(*) from provider_ops where deal_id = '" + deal.id + "'"), 1);
    QCOMPARE(rig.number("select count(*) from sandbox_payments s join payments p on p.id::text = s.reference where p.deal_id = '"
                        + deal.id + "'"),
             1);
    rig.checkout(deal.confirmationUrl(second), "outcome=success");
    rig.pump();
    QCOMPARE(deal.status(), QStringLiteral("funded"));
}

// The one who asked goes away while the provider is being called.
void TestDeals::hangingUpDoesNotStopMoney()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    rig.sql("insert into sandbox_faults (kind, mode, remaining) values ('authorize', 'unavailable', 1)");
    QVERIFY(deal.confirmationUrl(deal.pay()).isEmpty());
    rig.sql("update provider_ops set next_try_at = '2020-01-01Z' where deal_id = '" + deal.id + "'");
    const auto op = rig.sql("select id from provider_ops where deal_id = '" + deal.id + "'").id<ProviderOpId>(0, 0);
    const CallContextPtr context = rig.context();
    auto run = rig.money->payments.opJob.run(context, op);
    context->cancel();
    QVERIFY(cargo::test::await(std::move(run)).ok());
    QCOMPARE(rig.sql("select state from provider_ops where deal_id = '" + deal.id + "'").text(0, 0), QStringLiteral("succeeded"));
    QVERIFY(!deal.confirmationUrl(deal.pay()).isEmpty());
}

void TestDeals::whatAKilledProcessSentIsLookedUp_data()
{
    QTest::addColumn<bool>("alone");
    QTest::newRow("by the next one") << true;
    QTest::newRow("by another beside it") << false;
}

void TestDeals::whatAKilledProcessSentIsLookedUp()
{
    MoneyRig &rig = *m_rig;
    Journey before(rig), after(rig);
    for (Journey *deal : {&before, &after}) {
        deal->fund();
        rig.sql("insert into sandbox_faults (kind, mode, remaining) values ('capture', 'lost_answer', 1)");
        deal->start();
        QCOMPARE(deal->moneyStatus(), QStringLiteral("keep_queued"));
    }
    // Killed before the provider had heard of it, and after.
    rig.sql("update provider_ops set state = 'sent' where kind = 'capture' and deal_id in ('" + before.id + "','" + after.id
            + "')");
    rig.sql("delete from timers where kind = 'payments.op_retry'");
    rig.sql(
        "delete from sandbox_keys where idempotency_key = (select idempotency_key::text from provider_ops where kind = 'capture' "
        "and deal_id = '"
        + before.id + "')");
    rig.sql("update sandbox_payments set status = 'waiting_for_capture' where reference = (select id::text from payments where "
            "deal_id = '"
            + before.id + "')");
    rig.clock.advance(10);
    QFETCH(bool, alone);
    QVERIFY(cargo::test::await(rig.money->payments.opJob.start(rig.context(), alone)).ok());
    // Others may be at it: until the time of a call is over.
    rig.advance(alone ? 5 * kSecondMs : 80 * kSecondMs);
    for (Journey *deal : {&before, &after}) {
        QCOMPARE(deal->moneyStatus(), QStringLiteral("kept"));
        QCOMPARE(rig.number("select count(*) from ledger_entries where kind = 'capture' and deal_id = '" + deal->id + "'"), 1);
    }
    rig.sql("delete from timers where kind in ('payments.sweep', 'payments.lost')");
}

void TestDeals::failedPayoutIsRetriedByFinance()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toDelivered();
    rig.sql("insert into sandbox_faults (kind, mode, remaining) values ('payout', 'decline', 1)");
    deal.release();
    QCOMPARE(deal.status(), QStringLiteral("released"));
    QCOMPARE(deal.moneyStatus(), QStringLiteral("failed"));
    QCOMPARE(rig.number("select count(*) from finance_tasks where kind = 'payout_failed' and deal_id = '" + deal.id + "'"), 1);
    QCOMPARE(deal.balance("driver_payable"), -(kPrice - kFee));
    const Caller finance = rig.staff(Permission::Finance);
    QCOMPARE(rig.post(finance, "/admin/deals/" + deal.id + "/retry-money").status, 200);
    QCOMPARE(rig.post(finance, "/admin/deals/" + deal.id + "/retry-money").code, ErrorCode::StateConflict);
    rig.pump();
    QCOMPARE(deal.moneyStatus(), QStringLiteral("paid"));
    QCOMPARE(rig.get(deal.driver, "/me/payouts").json.value(QLatin1String("items")).toArray().size(), 2);
}

void TestDeals::retryLeavesOutWhatIsUnderWay()
{
    // Too large for one payout: two pieces, of which one is declined while the other has not gone out yet.
    MoneyRig &rig = *m_rig;
    constexpr qint64 kLarge = 60'000'000'000;
    Journey deal(rig, kLarge);
    deal.toDelivered();
    rig.sql("insert into sandbox_faults (kind, mode, remaining) values ('payout', 'decline', 1), ('payout', 'unavailable', 1)");
    deal.release();
    QCOMPARE(deal.moneyStatus(), QStringLiteral("failed"));
    QCOMPARE(rig.post(rig.staff(Permission::Finance), "/admin/deals/" + deal.id + "/retry-money").status, 200);
    rig.pump();
    rig.advance(2 * kHourMs);
    QCOMPARE(deal.moneyStatus(), QStringLiteral("paid"));
    QCOMPARE(deal.balance("driver_payable"), 0);
    const QByteArray sent = "select coalesce(sum(amount_minor), 0)::bigint from sandbox_transfers where kind = 'payout' and "
                            "reference in (select id::text from provider_ops where deal_id = '"
                            + deal.id + "')";
    const qint64 fee =
        deal.as(deal.driver).json.value(QLatin1String("fee")).toObject().value(QLatin1String("amount")).toInteger();
    QVERIFY(fee > 0);
    QCOMPARE(rig.number(sent), kLarge - fee);
}

void TestDeals::reviews()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    const auto review = [](int stars) {
        return QJsonObject{{QStringLiteral("rating"), stars},
                           {QStringLiteral("comment"), QStringLiteral("As agreed, call +7 916 123-45-67")}};
    };
    QCOMPARE(rig.post(deal.buyer, deal.path("/reviews"), review(5)).code, ErrorCode::ReviewClosed);
    deal.toReleased();
    QVERIFY(deal.as(deal.buyer).json.value(QLatin1String("reviewable")).toBool());
    QCOMPARE(rig.post(deal.buyer, deal.path("/reviews"), review(6)).status, 422);
    QCOMPARE(rig.post(deal.buyer, deal.path("/reviews"), review(5)).status, 201);
    QCOMPARE(rig.post(deal.buyer, deal.path("/reviews"), review(5)).code, ErrorCode::AlreadyExists);
    QVERIFY(deal.as(deal.buyer).json.value(QLatin1String("reviewed_by_me")).toBool());
    // Nobody sees it before the other has written.
    QVERIFY(rig.get(deal.driver, "/users/" + deal.driver.id.toText() + "/reviews")
                .json.value(QLatin1String("items"))
                .toArray()
                .isEmpty());
    QVERIFY(rig.ratings.empty());
    QCOMPARE(rig.post(deal.driver, deal.path("/reviews"), review(4)).status, 201);
    const auto about =
        rig.get(deal.buyer, "/users/" + deal.driver.id.toText() + "/reviews").json.value(QLatin1String("items")).toArray();
    QCOMPARE(about.size(), 1);
    QCOMPARE(about.at(0).toObject().value(QLatin1String("rating")).toInt(), 5);
    QVERIFY(!about.at(0).toObject().value(QLatin1String("comment")).toString().contains(QLatin1String("916")));
    QCOMPARE(rig.ratings[deal.driver.id.toText()], std::vector<int>{5});
    QCOMPARE(rig.ratings[deal.buyer.id.toText()], std::vector<int>{4});
    QCOMPARE(rig.get(deal.buyer, "/users/" + newUuid(rig.clock.now()).toText() + "/reviews").status, 404);
}

void TestDeals::reviewWindow()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toReleased();
    const QJsonObject review{{QStringLiteral("rating"), 3}};
    QCOMPARE(rig.post(deal.driver, deal.path("/reviews"), review).status, 201);
    rig.advance(rig.settings.reviewWindowMs);
    QCOMPARE(
        rig.get(deal.buyer, "/users/" + deal.buyer.id.toText() + "/reviews").json.value(QLatin1String("items")).toArray().size(),
        1);
    QCOMPARE(rig.ratings[deal.buyer.id.toText()], std::vector<int>{3});
    QCOMPARE(rig.post(deal.buyer, deal.path("/reviews"), review).code, ErrorCode::ReviewClosed);
}

void TestDeals::ledgerIsAppendOnly()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toInTransit();
    const auto refused = [&rig](const QByteArray &statement) { return !rig.tries(statement); };
    QVERIFY(refused("update ledger_postings set amount_minor = 1"));
    QVERIFY(refused("delete from ledger_postings"));
    QVERIFY(refused("update ledger_entries set kind = 'hold'"));
    QVERIFY(refused("delete from ledger_entries"));
    QVERIFY(refused("truncate ledger_postings, ledger_entries cascade"));
    QVERIFY(refused("update deal_events set event = 'create'"));
    QVERIFY(refused("delete from deal_checkpoints"));
    // An entry that does not balance, and one without postings, do not survive the commit.
    QVERIFY(refused("with e as (insert into ledger_entries (deal_id, kind, dedupe_key, created_at) values ('" + deal.id
                    + "', 'adjustment', 'x', '2026-01-01') returning id) insert into ledger_postings select id, 1, '" + deal.id
                    + "', 'escrow', 100, 'RUB' from e"));
    QVERIFY(refused("insert into ledger_entries (deal_id, kind, dedupe_key, created_at) values ('" + deal.id
                    + "', 'adjustment', 'y', '2026-01-01')"));
    QVERIFY(rig.differences().empty());
}

void TestDeals::verifyFindsPlantedCorruption()
{
    MoneyRig &rig = *m_rig;
    const auto finds = [&rig](const QByteArray &what, const QByteArray &deal) {
        for (const ledger::Difference &difference : rig.differences()) {
            if (difference.what == what && difference.deal == deal)
                return true;
        }
        return false;
    };
    Journey deal(rig);
    deal.toInTransit();
    QVERIFY(rig.differences().empty());
    const QByteArray where = " where deal_id = '" + deal.id + "'";
    rig.sql("update ledger_balances set balance_minor = balance_minor + 1" + where + " and account = 'escrow'");
    QVERIFY(finds("balance", deal.id));
    rig.sql("update ledger_balances set balance_minor = balance_minor - 1" + where + " and account = 'escrow'");
    rig.sql("update escrows set money_status = 'paid'" + where);
    QVERIFY(finds("money_status", deal.id));
    rig.sql("update escrows set money_status = 'kept'" + where);
    rig.sql("update payments set captured_minor = captured_minor - 5" + where);
    QVERIFY(finds("clearing", deal.id));
    rig.sql("update payments set captured_minor = captured_minor + 5" + where);
    QVERIFY(rig.differences().empty());
    // The journal itself, behind the triggers' back.
    rig.sql("alter table ledger_postings disable trigger user");
    rig.sql("update ledger_postings set amount_minor = amount_minor - 7" + where + " and account = 'escrow'");
    QVERIFY(finds("entry", deal.id));
    QVERIFY(finds("balance", deal.id));
    QVERIFY(finds("funded", deal.id));
    rig.sql("update ledger_postings set amount_minor = amount_minor + 7" + where + " and account = 'escrow'");
    rig.sql("alter table ledger_postings enable trigger user");
    QVERIFY(rig.differences().empty());
}

// The provider's page and its webhooks through a real server on another thread, with its own connections to the database.
void TestDeals::overRealHttp()
{
    MoneyRig &rig = *m_rig;
    struct Door
    {
        std::unique_ptr<Runtime> runtime;
        std::unique_ptr<proposals::ProposalsFeature> proposals;
        std::unique_ptr<MoneyFeatures> money;
        http::Router inner;
    } door;
    const auto pass = [&door](http::RequestPtr request) {
        return door.inner.match(http::Method::Post, request->path).route->handler(request);
    };
    test::HttpRig::Options options;
    options.database.url = m_database.url();
    test::HttpRig server(
        [&](http::Router &router) {
            http::RouteOptions webhook;
            webhook.access = http::Access::Public;
            webhook.webhook = true;
            router.add(http::Method::Post, "/api/v1/webhooks/payments/{provider}", webhook, pass);
            http::RouteOptions form;
            form.access = http::Access::Public;
            form.form = true;
            router.add(http::Method::Post, "/sandbox/checkout/{id}", form, pass);
        },
        options);
    server.onServer([&] {
        door.runtime = std::make_unique<Runtime>(Runtime{*server.database(), rig.settings, rig.clock, rig.bus, rig.cpu});
        door.proposals = std::make_unique<proposals::ProposalsFeature>(*door.runtime);
        door.money = std::make_unique<MoneyFeatures>(*door.runtime, rig, door.proposals->service, rig.support->service);
        door.money->registerOn(door.inner);
    });
    rig.carryOverHttp(server.port());

    Journey deal(rig);
    const QByteArray path = QUrl(deal.confirmationUrl(deal.pay())).path().toLatin1();
    test::HttpPeer browser = server.connect();
    const QByteArray form = "outcome=success&copies=2";
    const auto answer = browser.ask("POST " + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                      "Content-Length: "
                                    + QByteArray::number(form.size()) + "\r\n\r\n" + form);
    QCOMPARE(answer.status, 303);
    QCOMPARE(answer.header("location"), QByteArray("cargo://deal"));
    rig.pump();
    QCOMPARE(deal.status(), QStringLiteral("funded"));
    deal.start();
    deal.arrive();
    deal.confirm();
    deal.release();
    QCOMPARE(deal.moneyStatus(), QStringLiteral("paid"));
    QCOMPARE(rig.number("select count(*) from webhook_in where processed_at is null"), 0);

    const QByteArray huge(300 * 1024, 'x');
    test::HttpPeer flood = server.connect();
    QCOMPARE(flood
                 .ask("POST /api/v1/webhooks/payments/sandbox HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                      + QByteArray::number(huge.size()) + "\r\n\r\n" + huge)
                 .status,
             413);
    test::HttpPeer stranger = server.connect();
    QCOMPARE(
        stranger.ask("POST /api/v1/webhooks/payments/stripe HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}").status,
        404);
    server.onServer([&] {
        door.money.reset();
        door.runtime.reset();
    });
}

void TestDeals::randomHistories()
{
    MoneyRig &rig = *m_rig;
    QVERIFY(cargo::test::await(rig.money->payments.opJob.start(rig.context(), false)).ok());
    std::mt19937 random(20261123);
    const auto pick = [&random](int n) { return int(random() % unsigned(n)); };
    const char *const kFaultKinds[] = {"capture", "cancel", "refund", "payout", "authorize"};
    const char *const kFaultModes[] = {"lost_answer", "unavailable", "no_webhook"};
    for (int history = 0; history < 10; ++history) {
        Journey deal(rig, kPrice - pick(1000) * 1000);
        QString url;
        for (int step = 0; step < 25; ++step) {
            const Caller &someone = pick(2) ? deal.buyer : deal.driver;
            switch (pick(14)) {
            case 0:
            case 1: {
                const Reply paid = deal.pay();
                url = paid.status == 200 ? deal.confirmationUrl(paid) : url;
                break;
            }
            case 2:
            case 3:
                if (!url.isEmpty())
                    rig.checkout(url, pick(5) ? "outcome=success&copies=2" : "outcome=decline");
                break;
            case 4:
            case 5: rig.post(deal.driver, deal.path("/start"), deal.startBody()); break;
            case 6: deal.arrive(); break;
            case 7: rig.post(deal.buyer, deal.path("/confirm")); break;
            case 8: rig.post(deal.buyer, deal.path("/release")); break;
            case 9:
                if (pick(4) == 0)
                    rig.post(someone, deal.path("/cancel"));
                break;
            case 10:
                if (pick(3) == 0)
                    deal.dispute(someone);
                break;
            case 11: {
                static const char *const kOutcomes[] = {"refund", "release", "split"};
                const int outcome = pick(4);
                if (outcome == 3)
                    rig.post(someone, deal.path("/withdraw-dispute"));
                else
                    deal.resolve(deal.support, kOutcomes[outcome], outcome == 2 ? 1 + pick(100'000'000) : 0);
                break;
            }
            case 12:
                rig.sql(QByteArray("insert into sandbox_faults (kind, mode, remaining) values ('") + kFaultKinds[pick(5)] + "', '"
                        + kFaultModes[pick(3)] + "', 1)");
                break;
            default: rig.advance(pick(3) * 20 * kMinuteMs); break;
            }
            if (pick(3))
                rig.pump();
            if (step % 5 != 4)
                continue;
            const auto found = rig.differences();
            for (const ledger::Difference &difference : found)
                qWarning("history %d step %d %s %s: %s", history, step, difference.deal.constData(), difference.what.constData(),
                         difference.detail.constData());
            QVERIFY(found.empty());
        }
        // Given time, all money comes to rest or waits for a decision of people.
        rig.sql("update sandbox_faults set remaining = 0");
        rig.advance(90 * kMinuteMs);
        static const QStringList kRest{QStringLiteral("awaiting"), QStringLiteral("held"), QStringLiteral("kept"),
                                       QStringLiteral("void"),     QStringLiteral("paid"), QStringLiteral("refunded"),
                                       QStringLiteral("none")};
        const QString rest = deal.moneyStatus();
        QVERIFY2(kRest.contains(rest), qPrintable(rest + QStringLiteral(" in ") + deal.status()));
    }
    // The whole book: what the provider holds for us is what is in escrow, on its way, and ours.
    QCOMPARE(rig.number("select coalesce(sum(amount_minor), 0)::bigint from ledger_postings"), 0);
    rig.sql("delete from timers where kind in ('payments.sweep', 'payments.lost')");
}

QTEST_GUILESS_MAIN(TestDeals)
#include "tst_deals.moc"
