#include "shared/domain/deal/deal_document.h"
#include "shared/domain/deal/deal_endings.h"
#include "shared/domain/deal/deal_table.h"
#include "shared/domain/deal/fee.h"
#include "shared/domain/deal/money_table.h"
#include "tests/paths.h"

#include <QFile>
#include <QTest>

#include <set>

using namespace cargo;

// The life of a deal and of its money, walked completely.
class TestDealTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateEventAndRole();
    void documentIsTheTable();
    void terminalStatesAbsorb();
    void conditions();
    void allowedEventsAreWhatNextAllows();
    void wordsGoBothWays();
    void moneyWalksItsWays();
    void moneyAllowsNothingElse();
    void failedStepsAreRetriedOrSettled();
    void fee_data();
    void fee();
    void feeRefuses();
    void feeRules();
    void endingsAreTheRulesOfCancelling();
};

namespace {
struct Named
{
    const char *name;
    DealFacts facts;
};

QByteArray outcome(std::optional<DealStatus> status, DealEvent event, DealActor actor)
{
    const std::vector<Named> cases = {
        {"plain", {}},
        {"arrived", {true, {}, false, false, false}},
        {"mine_from_funded", {false, DealStatus::Funded, true, false, false}},
        {"mine_from_in_transit", {false, DealStatus::InTransit, true, false, false}},
        {"mine_from_delivered", {true, DealStatus::Delivered, true, false, false}},
        {"theirs", {false, DealStatus::Funded, false, false, false}},
        {"my_amendment", {false, {}, false, true, true}},
        {"their_amendment", {false, {}, false, true, false}},
        {"stopped", {false, {}, false, false, false, true, true}},
        {"stop_used", {false, {}, false, false, false, false, true}},
    };
    std::vector<QByteArray> results;
    for (const Named &one : cases) {
        const auto result = next(status, event, actor, one.facts);
        results.emplace_back(result ? QByteArray(word(result->to)) : QByteArray("-"));
    }
    if (std::set<QByteArray>(results.begin(), results.end()).size() == 1)
        return results.front();
    QByteArray text;
    for (size_t i = 0; i < cases.size(); ++i) {
        if (results[i] != "-")
            text += (text.isEmpty() ? "" : " ") + QByteArray(cases[i].name) + ":" + results[i];
    }
    return text;
}

QByteArray walk()
{
    QByteArray text;
    std::vector<std::optional<DealStatus>> states = {std::nullopt};
    for (const DealStatus status : kDealStatusWords.all())
        states.emplace_back(status);
    for (const auto &status : states) {
        for (const DealEvent event : kDealEventWords.all()) {
            for (const DealActor actor : kDealActorWords.all()) {
                text += QByteArray(status ? word(*status) : "none") + ' ' + word(event) + ' ' + word(actor) + " = "
                        + outcome(status, event, actor) + '\n';
            }
        }
    }
    return text;
}

QByteArray readFile(const char *path)
{
    QFile file(test::sourceDir() + QLatin1Char('/') + QLatin1String(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The changed file goes to the working folder, so that a wanted change can be looked at and taken over.
void compareWithFile(const QByteArray &actual, const char *path, const char *freshName)
{
    const QByteArray expected = readFile(path);
    if (actual == expected)
        return;
    QFile fresh(QString::fromLatin1(freshName));
    if (fresh.open(QIODevice::WriteOnly))
        fresh.write(actual);
    const QList<QByteArray> a = actual.split('\n');
    const QList<QByteArray> b = expected.split('\n');
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i)
        QCOMPARE(a.value(i), b.value(i));
}
} // namespace

void TestDealTable::everyStateEventAndRole()
{
    compareWithFile(walk(), "tests/unit/golden/deal_table.txt", "deal_table.fresh.txt");
}

void TestDealTable::documentIsTheTable() { compareWithFile(dealStatesDocument(), "docs/deal-states.md", "deal-states.fresh.md"); }

void TestDealTable::terminalStatesAbsorb()
{
    const std::set<DealStatus> terminal = {DealStatus::Released, DealStatus::Cancelled, DealStatus::ResolvedRefund,
                                           DealStatus::ResolvedRelease, DealStatus::ResolvedSplit};
    for (const DealStatus status : kDealStatusWords.all()) {
        QCOMPARE(isTerminal(status), terminal.count(status) == 1);
        if (!isTerminal(status))
            continue;
        for (const DealEvent event : kDealEventWords.all()) {
            const auto result = next(status, event, DealActor::Provider, {});
            QVERIFY(!result);
            QCOMPARE(result.code(), ErrorCode::StateConflict);
            QCOMPARE(result.error().detail, QString::fromLatin1(word(status)));
        }
    }
}

void TestDealTable::conditions()
{
    // The clock ends the waiting only after the car has arrived.
    QCOMPARE(next(DealStatus::InTransit, DealEvent::ConfirmationDeadline, DealActor::Clock, {}).code(), ErrorCode::StateConflict);
    DealFacts arrived;
    arrived.arrived = true;
    // Who comes second hears the state; who may not at all hears that.
    QCOMPARE(next(DealStatus::InTransit, DealEvent::Arrive, DealActor::Driver, arrived).code(), ErrorCode::StateConflict);
    QCOMPARE(next(DealStatus::InTransit, DealEvent::Arrive, DealActor::Buyer, {}).code(), ErrorCode::Forbidden);
    DealFacts mine;
    QCOMPARE(next(DealStatus::InTransit, DealEvent::AmendmentAccepted, DealActor::Buyer, mine).code(), ErrorCode::StateConflict);
    mine.amendmentOpen = mine.amendmentProposedByMe = true;
    QCOMPARE(next(DealStatus::InTransit, DealEvent::AmendmentAccepted, DealActor::Buyer, mine).code(), ErrorCode::Forbidden);
    QCOMPARE(next(DealStatus::InTransit, DealEvent::AmendmentProposed, DealActor::Buyer, mine).code(), ErrorCode::StateConflict);
    QCOMPARE(next(DealStatus::InTransit, DealEvent::ConfirmationDeadline, DealActor::Clock, arrived)->to, DealStatus::Delivered);
    // A buyer never confirms with the code, a driver never without.
    QVERIFY(!next(DealStatus::InTransit, DealEvent::ConfirmDelivery, DealActor::Driver, arrived));
    QVERIFY(!next(DealStatus::InTransit, DealEvent::HandoverCode, DealActor::Buyer, arrived));
    // Nobody takes back the other's dispute.
    DealFacts disputed;
    disputed.disputedFrom = DealStatus::Delivered;
    QVERIFY(!next(DealStatus::Disputed, DealEvent::WithdrawDispute, DealActor::Buyer, disputed));
    disputed.disputeOpenedByMe = true;
    QCOMPARE(next(DealStatus::Disputed, DealEvent::WithdrawDispute, DealActor::Buyer, disputed)->to, DealStatus::Delivered);
    // A proposal blocks nothing.
    DealFacts open;
    open.amendmentOpen = true;
    QVERIFY(next(DealStatus::InTransit, DealEvent::ConfirmDelivery, DealActor::Buyer, open));
    QVERIFY(next(DealStatus::InTransit, DealEvent::Arrive, DealActor::Driver, open));
}

void TestDealTable::allowedEventsAreWhatNextAllows()
{
    for (const DealStatus status : kDealStatusWords.all()) {
        for (const DealActor actor : kDealActorWords.all()) {
            for (int bits = 0; bits < 16; ++bits) {
                DealFacts facts{(bits & 1) != 0, DealStatus::Funded, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0};
                const auto allowed = allowedEvents(status, actor, facts);
                for (const DealEvent event : kDealEventWords.all()) {
                    const bool listed = std::find(allowed.begin(), allowed.end(), event) != allowed.end();
                    QCOMPARE(listed, next(status, event, actor, facts).ok());
                }
            }
        }
    }
}

void TestDealTable::wordsGoBothWays()
{
    for (const DealStatus status : kDealStatusWords.all())
        QCOMPARE(dealStatusFromWord(QString::fromLatin1(word(status))), std::optional(status));
    for (const DealEvent event : kDealEventWords.all())
        QCOMPARE(dealEventFromWord(QString::fromLatin1(word(event))), std::optional(event));
    for (const MoneyStatus status : kMoneyStatusWords.all())
        QCOMPARE(moneyStatusFromWord(QString::fromLatin1(word(status))), std::optional(status));
    QVERIFY(!dealStatusFromWord(u"Created"));
    QVERIFY(!dealStatusFromWord(u""));
}

void TestDealTable::moneyWalksItsWays()
{
    using E = MoneyEvent;
    const auto walkMoney = [](std::vector<E> events, MoneyFacts facts) {
        MoneyStatus status = MoneyStatus::None;
        for (const E event : events) {
            const auto to = next(status, event, facts);
            if (!to)
                return std::optional<MoneyStatus>();
            status = *to;
        }
        return std::optional(status);
    };
    QCOMPARE(walkMoney({E::InvoiceIssued, E::HoldConfirmed, E::KeepOrdered, E::KeepConfirmed, E::PayoutOrdered, E::PayoutSent,
                        E::PayoutConfirmed},
                       {}),
             std::optional(MoneyStatus::Paid));
    QCOMPARE(walkMoney({E::InvoiceIssued, E::HoldConfirmed, E::VoidOrdered, E::VoidConfirmed}, {}),
             std::optional(MoneyStatus::Void));
    QCOMPARE(walkMoney({E::InvoiceIssued, E::HoldConfirmed, E::KeepOrdered, E::KeepConfirmed, E::RefundOrdered, E::RefundSent,
                        E::RefundConfirmed},
                       {}),
             std::optional(MoneyStatus::Refunded));
    MoneyFacts split;
    split.split = true;
    QCOMPARE(walkMoney({E::InvoiceIssued, E::HoldConfirmed, E::KeepOrdered, E::KeepConfirmed, E::RefundOrdered, E::RefundSent,
                        E::RefundConfirmed, E::PayoutSent, E::PayoutConfirmed},
                       split),
             std::optional(MoneyStatus::Paid));
    // A payment that arrives after the deal was cancelled goes back.
    QCOMPARE(walkMoney({E::InvoiceIssued, E::PaymentDropped, E::HoldConfirmed, E::VoidConfirmed}, {}),
             std::optional(MoneyStatus::Void));
}

void TestDealTable::moneyAllowsNothingElse()
{
    int allowed = 0;
    for (const MoneyStatus status : kMoneyStatusWords.all()) {
        for (const MoneyEvent event : kMoneyEventWords.all())
            allowed += next(status, event, {}).ok() ? 1 : 0;
    }
    int rows = 0;
    for (const MoneyRow &row : moneyTable())
        rows += row.only != MoneyRow::Only::Split ? 1 : 0;
    QCOMPARE(allowed, rows);
    // Nothing is paid out that was not kept, nothing is refunded twice.
    QVERIFY(!next(MoneyStatus::Held, MoneyEvent::PayoutOrdered, {}));
    QVERIFY(!next(MoneyStatus::Refunded, MoneyEvent::RefundOrdered, {}));
    QVERIFY(!next(MoneyStatus::Paid, MoneyEvent::RefundOrdered, {}));
}

void TestDealTable::failedStepsAreRetriedOrSettled()
{
    MoneyFacts facts;
    facts.failedFrom = MoneyStatus::PayoutSent;
    QCOMPARE(*next(MoneyStatus::Failed, MoneyEvent::RetryOrdered, facts), MoneyStatus::PayoutQueued);
    QCOMPARE(*next(MoneyStatus::Failed, MoneyEvent::SettledByHand, facts), MoneyStatus::Paid);
    QCOMPARE(*next(MoneyStatus::Failed, MoneyEvent::PayoutConfirmed, facts), MoneyStatus::Paid);
    facts.failedFrom = MoneyStatus::RefundQueued;
    facts.split = true;
    QCOMPARE(*next(MoneyStatus::Failed, MoneyEvent::SettledByHand, facts), MoneyStatus::PayoutQueued);
    QVERIFY(!next(MoneyStatus::Failed, MoneyEvent::RetryOrdered, {}));
    QCOMPARE(*next(MoneyStatus::Paid, MoneyEvent::PayoutReturned, {}), MoneyStatus::Failed);
}

void TestDealTable::fee_data()
{
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<qint64>("rate");
    QTest::addColumn<qint64>("minimum");
    QTest::addColumn<qint64>("fee");
    QTest::newRow("share") << qint64(540'000'000) << qint64(250) << qint64(500'000) << qint64(13'500'000);
    QTest::newRow("minimum") << qint64(10'000'000) << qint64(250) << qint64(500'000) << qint64(500'000);
    QTest::newRow("never above") << qint64(300'000) << qint64(250) << qint64(500'000) << qint64(300'000);
    QTest::newRow("half to even, down") << qint64(100) << qint64(50) << qint64(0) << qint64(0);
    QTest::newRow("half to even, up") << qint64(300) << qint64(50) << qint64(0) << qint64(2);
    QTest::newRow("zero") << qint64(0) << qint64(250) << qint64(500'000) << qint64(0);
    QTest::newRow("absurd rate") << std::numeric_limits<qint64>::max() << qint64(1'000'000) << qint64(0)
                                 << std::numeric_limits<qint64>::max();
}

void TestDealTable::fee()
{
    QFETCH(qint64, amount);
    QFETCH(qint64, rate);
    QFETCH(qint64, minimum);
    QFETCH(qint64, fee);
    const auto result = platformFee({amount, Currency::rub()}, rate, {minimum, Currency::rub()});
    QVERIFY(result);
    QCOMPARE(result->amountMinor, fee);
}

void TestDealTable::feeRefuses()
{
    QCOMPARE(platformFee({-1, Currency::rub()}, 250, {0, Currency::rub()}).code(), ErrorCode::OutOfRange);
    QCOMPARE(platformFee({1, Currency::rub()}, -1, {0, Currency::rub()}).code(), ErrorCode::OutOfRange);
    QCOMPARE(platformFee({1, Currency::rub()}, 1, {0, *Currency::fromCode(u"USD")}).code(), ErrorCode::CurrencyMismatch);
}

void TestDealTable::feeRules()
{
    const auto ruleOf = [](qint64 amount) {
        const Money sum{amount, Currency::rub()};
        return feeRule(*platformFee(sum, 250, Money{500'000, Currency::rub()}), sum, 250);
    };
    QCOMPARE(ruleOf(540'000'000), FeeRule::Rate);
    QCOMPARE(ruleOf(20'000'000), FeeRule::Rate); // both are the same
    QCOMPARE(ruleOf(19'999'000), FeeRule::Minimum);
    QCOMPARE(ruleOf(400'000), FeeRule::WholeAmount);
}

// What is shown before paying, in words: domain.md's table of who cancels when. A new way to end a deal fails here until
// somebody has said what it does to the money.
void TestDealTable::endingsAreTheRulesOfCancelling()
{
    QStringList lines;
    for (const DealEnding &ending : dealEndings()) {
        lines.push_back(QStringLiteral("%1 %2 %3 %4")
                            .arg(QLatin1String(word(ending.from)), QLatin1String(word(ending.actor)),
                                 QLatin1String(word(ending.event)), QLatin1String(word(ending.money))));
    }
    const QStringList expected = {
        QStringLiteral("created buyer cancel nothing_taken"),
        QStringLiteral("created driver cancel nothing_taken"),
        QStringLiteral("created clock payment_deadline nothing_taken"),
        QStringLiteral("funded buyer cancel returned_in_full"),
        QStringLiteral("funded driver cancel returned_in_full"),
        QStringLiteral("funded clock start_deadline returned_in_full"),
        QStringLiteral("delivered buyer release paid_to_driver"),
        QStringLiteral("delivered clock dispute_window_end paid_to_driver"),
        QStringLiteral("funded buyer open_dispute staff_decide"),
        QStringLiteral("funded driver open_dispute staff_decide"),
        QStringLiteral("in_transit buyer open_dispute staff_decide"),
        QStringLiteral("in_transit driver open_dispute staff_decide"),
        QStringLiteral("delivered buyer open_dispute staff_decide"),
        QStringLiteral("delivered driver open_dispute staff_decide"),
        QStringLiteral("disputed staff resolve_refund returned_in_full"),
        QStringLiteral("disputed staff resolve_release paid_to_driver"),
        QStringLiteral("disputed staff resolve_split divided"),
    };
    QCOMPARE(lines, expected);
    for (const DealEnding &ending : dealEndings())
        QVERIFY(isTerminal(ending.to) != (ending.money == MoneyEnding::StaffDecide));
}

QTEST_GUILESS_MAIN(TestDealTable)
#include "tst_deal_table.moc"
