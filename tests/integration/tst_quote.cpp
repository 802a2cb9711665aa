// What a deal would cost, said before it exists: the deal that follows is held to it.
#include "harness/deal_journey.h"

#include "shared/api/quote_dto.h"

#include <QTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

class TestQuote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_rig = std::make_unique<MoneyRig>(m_database.url()); }
    void cleanup() { m_rig.reset(); }

    void theDealHasItsTerms_data();
    void theDealHasItsTerms();
    void linesAddUp();
    void clocksAndEndings();
    void withoutAmountThePriceOfTheCar();
    void onlyWhatIsOnTheMarket();
    void onlyForTheListingThatWasSeen();
    void refusals();
    void aFeeThatChangesLaterChangesNoDeal();

private:
    QByteArray path(ListingId listing, const QByteArray &query = {}) const
    {
        return "/listings/" + listing.toText() + "/quote" + query;
    }
    api::QuoteDto read(const Reply &reply) const
    {
        const auto quote = api::QuoteDto::read(reply.json);
        if (reply.status != 200 || !quote.ok())
            qFatal("no quote: %d %s", reply.status, reply.body.constData());
        return quote.value;
    }

    TestDatabase m_database;
    std::unique_ptr<MoneyRig> m_rig;
};

void TestQuote::theDealHasItsTerms_data()
{
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<QByteArray>("rule");
    QTest::newRow("rate") << kPrice << QByteArray("rate");
    QTest::newRow("half to even") << qint64(540'000'020) << QByteArray("rate");
    QTest::newRow("minimum") << qint64(10'000'000) << QByteArray("minimum");
    QTest::newRow("less than the minimum") << qint64(300'000) << QByteArray("whole_amount");
}

void TestQuote::theDealHasItsTerms()
{
    QFETCH(qint64, amount);
    QFETCH(QByteArray, rule);
    MoneyRig &rig = *m_rig;
    const Caller buyer = rig.buyer();
    const ListingId car = rig.listing(rig.driver(), kPrice);
    const Reply answer = rig.get(buyer, path(car, "?amount=" + QByteArray::number(amount) + "&delivery_eta_days=45"));
    const api::QuoteDto quote = read(answer);
    QCOMPARE(QByteArray(word(quote.feeRule)), rule);
    const Reply deal = rig.post(buyer, "/deals",
                                {{u"listing_id"_s, car.toString()},
                                 {u"amount"_s, money(amount)},
                                 {u"delivery_place"_s, u"Omsk"_s},
                                 {u"delivery_eta_days"_s, 45}});
    QCOMPARE(deal.status, 201);
    for (const char *name : {"amount", "fee", "driver_receives", "delivery_eta_days", "listing_id"})
        QCOMPARE(deal.json.value(QLatin1String(name)), answer.json.value(QLatin1String(name)));
    const db::Rows row = rig.sql("select fee_basis_points, fee_minimum_minor, amount_minor from deals where id = '"
                                 + deal.text("id").toLatin1() + "'");
    QCOMPARE(row.int64(0, 0), quote.feeBasisPoints);
    QCOMPARE(row.int64(0, 1), quote.feeMinimum.amountMinor);
    QCOMPARE(row.int64(0, 2), quote.buyerPays.amountMinor);
}

void TestQuote::linesAddUp()
{
    MoneyRig &rig = *m_rig;
    const ListingId car = rig.listing(rig.driver(), kPrice);
    for (const qint64 amount : {qint64(1), qint64(499'999), qint64(12'345'678), kPrice}) {
        const api::QuoteDto quote = read(rig.get(rig.buyer(), path(car, "?amount=" + QByteArray::number(amount))));
        qint64 buyer = 0;
        qint64 driver = 0;
        for (const api::QuoteLineDto &line : quote.lines)
            (line.side == DealActor::Buyer ? buyer : driver) += line.amount.amountMinor;
        QCOMPARE(buyer, quote.buyerPays.amountMinor);
        QCOMPARE(driver, quote.driverReceives.amountMinor);
        QCOMPARE(quote.buyerPays.amountMinor, quote.driverReceives.amountMinor + quote.fee.amountMinor);
    }
}

void TestQuote::clocksAndEndings()
{
    MoneyRig &rig = *m_rig;
    const Caller buyer = rig.buyer();
    const ListingId car = rig.listing(rig.driver(), kPrice);
    const api::QuoteDto quote = read(rig.get(buyer, path(car)));
    QCOMPARE(quote.endings.size(), dealEndings().size());
    QCOMPARE(quote.clocks.paymentS, qint64(15 * 60));
    QVERIFY(quote.notices.contains(u"customs_are_the_buyers"_s));
    QVERIFY(quote.notIncluded.contains(u"customs_duty"_s));
    QCOMPARE(quote.provider, u"sandbox"_s);
    // The clock that was promised is the one that runs.
    const Timestamp before = rig.clock.now();
    const Reply deal = rig.post(buyer, "/deals",
                                {{u"listing_id"_s, car.toString()},
                                 {u"amount"_s, money(kPrice)},
                                 {u"delivery_place"_s, u"Omsk"_s},
                                 {u"delivery_eta_days"_s, 45}});
    const QString due = deal.json.value(QLatin1String("deadlines")).toObject().value(QLatin1String("payment_at")).toString();
    QCOMPARE(due.toLatin1(), before.plusMs(quote.clocks.paymentS * 1000).toRfc3339());
    // Three endings come about as the quote says: nobody paid, cancelled after payment, paid to the driver.
    QCOMPARE(rig.post(buyer, "/deals/" + deal.text("id").toLatin1() + "/cancel").text("money_status"), u"void"_s);
    Journey cancelled(rig);
    cancelled.fund();
    rig.post(cancelled.driver, cancelled.path("/cancel"));
    rig.pump();
    QCOMPARE(cancelled.moneyStatus(), u"void"_s);
    Journey done(rig);
    done.toReleased();
    QCOMPARE(done.moneyStatus(), u"paid"_s);
}

void TestQuote::withoutAmountThePriceOfTheCar()
{
    MoneyRig &rig = *m_rig;
    const ListingId car = rig.listing(rig.driver(), 150'000'000);
    const api::QuoteDto quote = read(rig.get(rig.buyer(), path(car)));
    QCOMPARE(quote.amount, (Money{150'000'000, Currency::rub()}));
    QCOMPARE(quote.kycTierNeeded, 2);
    QCOMPARE(read(rig.get(rig.buyer(), path(car, "?amount=100000000"))).kycTierNeeded, 1);
    const Caller tierOne = rig.buyer(1);
    const auto makeFor = [&](qint64 amount) {
        return rig.post(tierOne, "/deals",
                        {{u"listing_id"_s, car.toString()},
                         {u"amount"_s, money(amount)},
                         {u"delivery_place"_s, u"Omsk"_s},
                         {u"delivery_eta_days"_s, 30}});
    };
    QCOMPARE(makeFor(100'000'001).code, ErrorCode::KycRequired);
    QCOMPARE(makeFor(100'000'000).status, 201);
}

void TestQuote::onlyWhatIsOnTheMarket()
{
    MoneyRig &rig = *m_rig;
    const Caller driver = rig.driver();
    const ListingId draft = rig.listing(driver, kPrice, {}, "draft");
    QCOMPARE(rig.get(rig.buyer(), path(draft)).code, ErrorCode::NotFound);
    QCOMPARE(rig.get(rig.driver(), path(draft)).code, ErrorCode::NotFound);
    QCOMPARE(read(rig.get(driver, path(draft))).driverReceives.amountMinor, kPrice - kFee); // his own, before anybody sees it
    const ListingId paused = rig.listing(driver, kPrice);
    rig.sql("update listings set status = 'paused', published_at = created_at where id = '" + paused.toText() + "'");
    QCOMPARE(rig.get(rig.buyer(), path(paused)).code, ErrorCode::ListingUnavailable);
    QCOMPARE(rig.get(driver, path(paused)).status, 200);
    Journey deal(rig);
    QCOMPARE(rig.get(rig.buyer(), path(deal.listing)).status, 200); // made, not paid: still to be had
    deal.fund();
    QCOMPARE(rig.get(rig.buyer(), path(deal.listing)).code, ErrorCode::ListingUnavailable);
    rig.sql("update users set status = 'banned' where id = '" + driver.id.toText() + "'");
    const ListingId ofBanned = rig.listing(driver, kPrice);
    QCOMPARE(rig.get(rig.buyer(), path(ofBanned)).code, ErrorCode::ListingUnavailable);
}

// Between the look and the order the driver may change the car: then nobody has agreed to it.
void TestQuote::onlyForTheListingThatWasSeen()
{
    MoneyRig &rig = *m_rig;
    const Caller buyer = rig.buyer();
    const ListingId car = rig.listing(rig.driver(), kPrice);
    rig.sql("update listings set version = 7 where id = '" + car.toText() + "'");
    const auto order = [&](const QJsonValue &version) {
        QJsonObject body{{u"listing_id"_s, car.toString()},
                         {u"amount"_s, money(kPrice)},
                         {u"delivery_place"_s, u"Omsk"_s},
                         {u"delivery_eta_days"_s, 45}};
        if (!version.isUndefined())
            body.insert(u"listing_version"_s, version);
        return rig.post(buyer, "/deals", body);
    };
    const Reply late = order(6);
    QCOMPARE(late.status, 409);
    QCOMPARE(late.code, ErrorCode::Conflict);
    QCOMPARE(rig.sql("select count(*) from deals where listing_id = '" + car.toText() + "'").int64(0, 0), qint64(0));
    for (const QJsonValue &nonsense : {QJsonValue(0), QJsonValue(-1), QJsonValue(QStringLiteral("7")), QJsonValue(6.5)})
        QCOMPARE(order(nonsense).status, 422);
    QCOMPARE(order(7).status, 201);
    QCOMPARE(order(QJsonValue::Undefined).status, 201); // nobody has to say it
}

void TestQuote::refusals()
{
    MoneyRig &rig = *m_rig;
    const Caller buyer = rig.buyer();
    const ListingId car = rig.listing(rig.driver(), kPrice);
    const auto fieldOf = [&](const QByteArray &query) {
        const Reply reply = rig.get(buyer, path(car, query));
        return reply.status == 422 && !reply.fields.empty() ? reply.fields.front().field : QString();
    };
    QCOMPARE(fieldOf("?amount=0"), u"amount"_s);
    QCOMPARE(fieldOf("?amount=-5"), u"amount"_s);
    QCOMPARE(fieldOf("?amount=1.5"), u"amount"_s);
    QCOMPARE(fieldOf("?amount=99999999999999999999"), u"amount"_s);
    QCOMPARE(fieldOf("?delivery_eta_days=0"), u"delivery_eta_days"_s);
    QCOMPARE(fieldOf("?delivery_eta_days=366"), u"delivery_eta_days"_s);
    const Reply tooMuch = rig.get(buyer, path(car, "?amount=9223372036854775807"));
    QCOMPARE(tooMuch.code, ErrorCode::ProviderLimit);
    QVERIFY(tooMuch.member("limits").contains("max_amount"));
    QCOMPARE(rig.get(buyer, path(car, "?delivery_eta_days=365")).code, ErrorCode::ProviderLimit);
    QCOMPARE(rig.get(buyer, "/listings/no-id/quote").status, 404);
}

void TestQuote::aFeeThatChangesLaterChangesNoDeal()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    rig.settings.feeBasisPoints = 1000;
    QCOMPARE(read(rig.get(deal.buyer, path(deal.listing))).fee.amountMinor, kPrice / 10);
    QCOMPARE(deal.as(deal.buyer).json.value(QLatin1String("fee")).toObject(), money(kFee));
}

QTEST_GUILESS_MAIN(TestQuote)
#include "tst_quote.moc"
