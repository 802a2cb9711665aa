// What the driver records on the way, and what stops the clocks: sent again, sent by two, with photos that are not there, with a
// clock that is wrong, with an inspection that somebody changes afterwards, in a moment that has passed.
#include "harness/deal_journey.h"
#include "server/deals/deal_clocks.h"
#include "shared/api/checkpoint_chain.h"

#include <QTest>

using namespace cargo;
using namespace cargo::test;

class TestRoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_rig = std::make_unique<MoneyRig>(m_database.url()); }
    void cleanup()
    {
        QVERIFY(m_rig->differences().empty());
        m_rig.reset();
    }

    void theSameTwiceIsOneRecord();
    void notesTellNoContacts();
    void sentByTwoAtOnceIsOneRecord();
    void photosMustBeThere();
    void clocksDisagree();
    void countsThatDoNotFollow();
    void inspectionIsPartOfTheChain();
    void carIsLookedAtBeforeItIsHandedOver();
    void inspectionsThatAreRefused_data();
    void inspectionsThatAreRefused();
    void buyerWhoIsNotThere();
    void safetyStopHoldsTheClocks_data();
    void safetyStopHoldsTheClocks();
    void safetyStopEndsByItself();
    void safetyStopIsUsedOnce();
    void disputeTakesTheStoppedClockOver();
    void staffEndASafetyStop();

private:
    QString newId() { return QString::fromLatin1(newUuid(m_rig->clock.now()).toText()); }
    QJsonObject checkpoint(const QString &client)
    {
        return {{QStringLiteral("client_id"), client},
                {QStringLiteral("kind"), QStringLiteral("ferry")},
                {QStringLiteral("place"), QStringLiteral("Toyama")},
                {QStringLiteral("odometer_km"), 45100}};
    }
    MediaId photoSent(const Caller &owner, const QByteArray &hash)
    {
        const MediaId id = m_rig->photo(owner);
        m_rig->sql("update media set received_sha256 = decode('" + hash + "', 'hex') where id = '" + id.toText() + "'");
        return id;
    }
    qint64 records(const Journey &deal)
    {
        return m_rig->number("select count(*) from deal_checkpoints where deal_id = '" + deal.id + "'");
    }
    std::vector<api::CheckpointDto> chain(Journey &deal)
    {
        std::vector<api::CheckpointDto> links;
        const auto items = m_rig->get(deal.buyer, deal.path("/timeline?limit=100")).json.value(QLatin1String("items")).toArray();
        for (const QJsonValue &value : items) {
            const QJsonObject record = value.toObject().value(QLatin1String("checkpoint")).toObject();
            if (!record.isEmpty())
                links.push_back(api::CheckpointDto::read(record).value);
        }
        return links;
    }
    static QJsonObject words(const char *text) { return {{QStringLiteral("text"), QLatin1String(text)}}; }
    static QString clockOf(const Reply &deal, const char *name)
    {
        return deal.json.value(QLatin1String("deadlines")).toObject().value(QLatin1String(name)).toString();
    }

    test::TestDatabase m_database;
    std::unique_ptr<MoneyRig> m_rig;
};

void TestRoad::theSameTwiceIsOneRecord()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.fund();
    QJsonObject start = deal.startBody();
    start.insert(QStringLiteral("client_id"), newId());
    QCOMPARE(rig.post(deal.driver, deal.path("/start"), start).status, 200);
    QCOMPARE(rig.post(deal.driver, deal.path("/start"), start).status, 200); // no key: the client_id alone tells
    start.insert(QStringLiteral("odometer_km"), 1);
    QCOMPARE(rig.post(deal.driver, deal.path("/start"), start).code, ErrorCode::Conflict);
    QCOMPARE(records(deal), 1);

    QJsonObject mark = checkpoint(newId());
    const Reply first = rig.post(deal.driver, deal.path("/checkpoints"), mark);
    QCOMPARE(rig.post(deal.driver, deal.path("/checkpoints"), mark).json, first.json);
    mark.insert(QStringLiteral("note"), QStringLiteral("other words"));
    const Reply other = rig.post(deal.driver, deal.path("/checkpoints"), mark);
    QCOMPARE(other.status, 409);
    QCOMPARE(other.code, ErrorCode::Conflict);
    // The id of the pick-up is no id of a checkpoint.
    const Reply mixed =
        rig.post(deal.driver, deal.path("/checkpoints"), checkpoint(start.value(QLatin1String("client_id")).toString()));
    QCOMPARE(mixed.code, ErrorCode::Conflict);
    QCOMPARE(records(deal), 2);

    QJsonObject arrival{{QStringLiteral("client_id"), newId()}, {QStringLiteral("note"), QStringLiteral("there")}};
    QCOMPARE(rig.post(deal.driver, deal.path("/arrive"), arrival).status, 200);
    const QString code = deal.as(deal.buyer).text("handover_code");
    QCOMPARE(rig.post(deal.driver, deal.path("/arrive"), arrival).status, 200);
    QCOMPARE(deal.as(deal.buyer).text("handover_code"), code);
    QCOMPARE(records(deal), 3);
}

// The deal runs: what a side writes on the way is read by the other.
void TestRoad::notesTellNoContacts()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toInTransit();
    QJsonObject mark = checkpoint(newId());
    mark.insert(QStringLiteral("note"), QStringLiteral("Стою у ворот порта, звоните 8 914 720-11-46"));
    QCOMPARE(rig.post(deal.driver, deal.path("/checkpoints"), mark).status, 201);
    QCOMPARE(rig.post(deal.driver, deal.path("/checkpoints"), mark).status, 201); // the same twice is one, masked or not
    const std::vector<api::CheckpointDto> links = chain(deal);
    QCOMPARE(links.size(), size_t(2));
    QVERIFY(links[1].note.startsWith(QStringLiteral("Стою у ворот порта, звоните ")));
    QVERIFY2(!links[1].note.contains(QLatin1String("720")), qPrintable(links[1].note));

    const QJsonObject proposal{{QStringLiteral("delivery_eta_days"), 60},
                               {QStringLiteral("reason"), QStringLiteral("Шторм, пишите в телеграм @ivan_cars_vl")},
                               {QStringLiteral("photos"), QJsonArray{rig.photo(deal.driver).toString()}}};
    const Reply proposed = rig.post(deal.driver, deal.path("/amendments"), proposal);
    QCOMPARE(proposed.status, 201);
    const QString reason = proposed.json.value(QLatin1String("amendment")).toObject().value(QLatin1String("reason")).toString();
    QVERIFY(reason.startsWith(QStringLiteral("Шторм, ")));
    QVERIFY2(!reason.contains(QLatin1String("ivan")), qPrintable(reason));
}

void TestRoad::sentByTwoAtOnceIsOneRecord()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toInTransit();
    const QJsonObject mark = checkpoint(newId());
    const std::vector<std::pair<Caller, QByteArray>> calls(8, {deal.driver, deal.path("/checkpoints")});
    QSet<QString> hashes;
    for (const Reply &reply : rig.postTogether(calls, mark)) {
        QCOMPARE(reply.status, 201);
        hashes.insert(reply.text("hash"));
    }
    QCOMPARE(hashes.size(), 1);
    QCOMPARE(deal.timeline().count(QStringLiteral("checkpoint")), 1);
}

void TestRoad::photosMustBeThere()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toInTransit();
    const QByteArray right(64, 'a'), wrong(64, 'b');
    const MediaId good = photoSent(deal.driver, right), other = photoSent(deal.driver, right);
    const MediaId theirs = photoSent(deal.buyer, right);
    const auto send = [&](std::vector<std::pair<MediaId, QByteArray>> told, QJsonArray photos) {
        QJsonObject mark = checkpoint(newId()), hashes;
        for (const auto &[id, hash] : told)
            hashes.insert(id.toString(), QString::fromLatin1(hash));
        mark.insert(QStringLiteral("photos"), photos);
        mark.insert(QStringLiteral("photo_hashes"), hashes);
        return rig.post(deal.driver, deal.path("/checkpoints"), mark);
    };
    const auto names = [](const Reply &reply, const MediaId &id) {
        return reply.status == 422 && reply.fields.front().field == QLatin1String("photo_hashes")
               && reply.member("photos") == "[\"" + id.toText() + "\"]";
    };
    QVERIFY(names(send({{good, right}, {other, wrong}}, {good.toString(), other.toString()}), other)); // other bytes
    QVERIFY(names(send({{good, right}}, {good.toString(), other.toString()}), other));                 // not told
    QVERIFY(names(send({{good, right}, {other, right}}, {good.toString()}), other));                   // told beside the list
    QVERIFY(names(send({{theirs, right}}, {theirs.toString()}), theirs));                              // somebody else's
    const MediaId missing = MediaId::make(rig.clock.now());
    QVERIFY(names(send({{missing, right}}, {missing.toString()}), missing));
    QCOMPARE(send({{good, "no hash"}}, {good.toString()}).status, 422);
    QCOMPARE(records(deal), 1);
    QCOMPARE(send({{good, right}, {other, right}}, {good.toString(), other.toString()}).status, 201);
    QCOMPARE(records(deal), 2);
}

void TestRoad::clocksDisagree()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toInTransit();
    const auto send = [&](qint64 recordedAgoMs, std::optional<qint64> deviceAheadMs) {
        QJsonObject mark = checkpoint(newId());
        mark.insert(QStringLiteral("device_time"), QString::fromLatin1(rig.clock.now().plusMs(-recordedAgoMs).toRfc3339()));
        rig.deviceNow = deviceAheadMs ? std::optional<Timestamp>(rig.clock.now().plusMs(*deviceAheadMs)) : std::nullopt;
        return rig.post(deal.driver, deal.path("/checkpoints"), mark).json;
    };
    const auto skew = [](const QJsonObject &record) { return record.value(QLatin1String("clock_skew_ms")).toInteger(); };
    const auto told = [](const QJsonObject &record) { return record.value(QLatin1String("clock_disagrees")).toBool(); };
    // Two days in a pocket without a network, with a clock that is right.
    const QJsonObject late = send(2 * kDayMs, 0);
    QCOMPARE(skew(late), 0);
    QVERIFY(!told(late));
    const QJsonObject fast = send(0, rig.settings.clockSkewMs + 1);
    QCOMPARE(skew(fast), rig.settings.clockSkewMs + 1);
    QVERIFY(told(fast));
    QVERIFY(!told(send(0, -rig.settings.clockSkewMs)));
    // Who does not say what his clock shows is judged by the moment that he told.
    const QJsonObject silent = send(-3'600'000, std::nullopt);
    QCOMPARE(skew(silent), 3'600'000);
    QVERIFY(told(silent));
    rig.deviceNow.reset();
    const QJsonObject nothing = rig.post(deal.driver, deal.path("/checkpoints"), checkpoint(newId())).json;
    QVERIFY(nothing.value(QLatin1String("clock_skew_ms")).isNull());
    QVERIFY(!told(nothing));
}

void TestRoad::countsThatDoNotFollow()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toInTransit();
    const QString phone = newId(), tablet = newId();
    const auto flag = [&](const QString &device, qint64 count) {
        QJsonObject mark = checkpoint(newId());
        mark.insert(QStringLiteral("device_id"), device);
        mark.insert(QStringLiteral("device_seq"), count);
        const Reply reply = rig.post(deal.driver, deal.path("/checkpoints"), mark);
        return reply.status == 201 ? reply.text("device_seq_flag") : QString::number(reply.status);
    };
    QCOMPARE(flag(phone, 1), QString());
    QCOMPARE(flag(phone, 2), QString());
    QCOMPARE(flag(tablet, 1), QString()); // another device counts for itself
    QCOMPARE(flag(phone, 5), QStringLiteral("gap"));
    QCOMPARE(flag(phone, 4), QStringLiteral("back"));
    QCOMPARE(flag(phone, 6), QString());
    QCOMPARE(flag(phone, -1), QStringLiteral("422"));
    const DealId id = *DealId::fromText(QByteArrayView(deal.id));
    std::vector<api::CheckpointDto> links = chain(deal);
    QCOMPARE(api::checkpointsThatHold(id, links), links.size());
    links[2].deviceSeq = 7;
    QCOMPARE(api::checkpointsThatHold(id, links), size_t(2));
}

void TestRoad::inspectionIsPartOfTheChain()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.fund();
    QJsonObject start = deal.startBody();
    const QString photo = start.value(QLatin1String("photos")).toArray().first().toString();
    const QJsonObject dent{{QStringLiteral("view"), QStringLiteral("left")},
                           {QStringLiteral("x"), 0.12345},
                           {QStringLiteral("y"), 1},
                           {QStringLiteral("kind"), QStringLiteral("dent")},
                           {QStringLiteral("note"), QStringLiteral("дверь, 8 914 720-11-46")},
                           {QStringLiteral("photo"), photo}};
    start.insert(QStringLiteral("inspection"),
                 QJsonObject{{QStringLiteral("angles"), QJsonArray{QJsonObject{{QStringLiteral("angle"), QStringLiteral("front")},
                                                                               {QStringLiteral("photo"), photo}}}},
                             {QStringLiteral("damages"), QJsonArray{dent}},
                             {QStringLiteral("obstructions"), QJsonArray{QStringLiteral("snow")}},
                             {QStringLiteral("keys"), 2},
                             {QStringLiteral("papers"), QJsonArray{QStringLiteral("invoice")}}});
    QCOMPARE(rig.post(deal.driver, deal.path("/start"), start).status, 200);
    rig.pump();
    deal.arrive();
    const DealId id = *DealId::fromText(QByteArrayView(deal.id));
    const std::vector<api::CheckpointDto> links = chain(deal);
    QCOMPARE(links.size(), size_t(2));
    QVERIFY(links[0].inspection);
    QCOMPARE(links[0].inspection->damages[0].x, 1235);
    QVERIFY(links[0].inspection->damages[0].note.startsWith(QStringLiteral("дверь")));
    QVERIFY(!links[0].inspection->damages[0].note.contains(QLatin1String("720")));
    QCOMPARE(*links[0].inspection->keys, 2);
    QVERIFY(!links[1].inspection); // a record without one has no such key, as before there were any
    QVERIFY(!api::canonicalCheckpoint(id, 2, links[1]).contains("inspection"));
    QCOMPARE(api::checkpointsThatHold(id, links), size_t(2));
    for (const auto &change : std::vector<std::function<void(api::InspectionDto &)>>{
             [](auto &i) { i.damages.clear(); }, [](auto &i) { i.damages[0].x += 1; }, [](auto &i) { i.obstructions.clear(); },
             [](auto &i) { i.keys = 1; }, [](auto &i) { i.papers.push_back(QStringLiteral("insurance")); }}) {
        std::vector<api::CheckpointDto> forged = links;
        change(*forged[0].inspection);
        QCOMPARE(api::checkpointsThatHold(id, forged), size_t(0));
    }
    std::vector<api::CheckpointDto> without = links;
    without[0].inspection.reset();
    QCOMPARE(api::checkpointsThatHold(id, without), size_t(0));
}

void TestRoad::carIsLookedAtBeforeItIsHandedOver()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toInTransit();
    const QString photo = rig.photo(deal.driver).toString();
    QJsonObject dent{{QStringLiteral("view"), QStringLiteral("left")},
                     {QStringLiteral("x"), 0.5},
                     {QStringLiteral("y"), 0.5},
                     {QStringLiteral("kind"), QStringLiteral("dent")},
                     {QStringLiteral("new"), true}};
    QJsonObject look = checkpoint(newId());
    look.insert(QStringLiteral("kind"), QStringLiteral("handover"));
    look.insert(QStringLiteral("photos"), QJsonArray());
    const QByteArray path = deal.path("/checkpoints");
    QCOMPARE(rig.post(deal.driver, path, look).fields.front().field, QStringLiteral("photos"));
    look.insert(QStringLiteral("photos"), QJsonArray{photo});
    dent.insert(QStringLiteral("new"), QStringLiteral("yes"));
    look.insert(QStringLiteral("inspection"), QJsonObject{{QStringLiteral("damages"), QJsonArray{dent}}});
    QCOMPARE(rig.post(deal.driver, path, look).fields.front().field, QStringLiteral("inspection.damages[0].new"));
    dent.insert(QStringLiteral("new"), true);
    look.insert(QStringLiteral("inspection"), QJsonObject{{QStringLiteral("damages"), QJsonArray{dent}}});
    QCOMPARE(rig.post(deal.driver, path, look).code, ErrorCode::StateConflict); // it is not there yet
    deal.arrive();
    QCOMPARE(rig.post(deal.buyer, path, look).status, 403);
    QCOMPARE(rig.post(deal.driver, path, look).status, 201);
    QCOMPARE(rig.post(deal.driver, path, look).status, 201); // sent again
    const DealId id = *DealId::fromText(QByteArrayView(deal.id));
    std::vector<api::CheckpointDto> links = chain(deal);
    QCOMPARE(links.back().kind, QStringLiteral("handover"));
    QCOMPARE(links.back().inspection->damages[0].isNew, std::optional<bool>(true));
    QCOMPARE(api::checkpointsThatHold(id, links), links.size());
    links.back().inspection->damages[0].isNew = false; // whose damage it is cannot be changed afterwards
    QCOMPARE(api::checkpointsThatHold(id, links), links.size() - 1);
    // A record of before has no such key.
    QVERIFY(!api::canonicalCheckpoint(id, 1, links[0]).contains("\"new\""));
    rig.post(deal.buyer, deal.path("/confirm"));
    look.insert(QStringLiteral("client_id"), newId());
    QCOMPARE(rig.post(deal.driver, path, look).code, ErrorCode::StateConflict); // too late
}

void TestRoad::inspectionsThatAreRefused_data()
{
    QTest::addColumn<QByteArray>("inspection");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *json, const char *field) {
        QTest::newRow(name) << QByteArray(json) << QStringLiteral("inspection.") + QLatin1String(field);
    };
    row("no list", R"({"damages": 7})", "damages");
    row("no object", R"({"damages": [7]})", "damages[0]");
    row("outside", R"({"damages": [{"view":"left","x":1.01,"y":0,"kind":"dent"}]})", "damages[0].x");
    row("text as place", R"({"damages": [{"view":"left","x":0,"y":"0","kind":"dent"}]})", "damages[0].y");
    row("unknown side", R"({"damages": [{"view":"inside","x":0,"y":0,"kind":"dent"}]})", "damages[0].view");
    row("photo of nobody",
        R"({"damages": [{"view":"left","x":0,"y":0,"kind":"dent","photo":"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"}]})",
        "damages[0].photo");
    row("angle without a photo", R"({"angles": [{"angle":"front"}]})", "angles[0].photo");
    row("weather", R"({"obstructions": ["fog"]})", "obstructions");
    row("words as list", R"({"papers": "invoice"})", "papers");
    row("keys", R"({"keys": 21})", "keys");
    QByteArray many = "{\"damages\": [";
    for (int i = 0; i < 61; ++i)
        many += QByteArray(i ? "," : "") + R"({"view":"left","x":0,"y":0,"kind":"dent"})";
    QTest::newRow("too many") << QByteArray(many + "]}") << QStringLiteral("inspection.damages");
}

void TestRoad::inspectionsThatAreRefused()
{
    QFETCH(QByteArray, inspection);
    QFETCH(QString, field);
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.fund();
    QJsonObject start = deal.startBody();
    start.insert(QStringLiteral("inspection"), QJsonDocument::fromJson(inspection).object());
    const Reply reply = rig.post(deal.driver, deal.path("/start"), start);
    QCOMPARE(reply.status, 422);
    QCOMPARE(reply.fields.front().field, field);
    QCOMPARE(records(deal), 0);
}

void TestRoad::buyerWhoIsNotThere()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    QJsonObject absent{{QStringLiteral("client_id"), newId()},
                       {QStringLiteral("note"), QStringLiteral("nobody opens")},
                       {QStringLiteral("photos"), QJsonArray{rig.photo(deal.driver).toString()}}};
    QCOMPARE(rig.post(deal.driver, deal.path("/absent"), absent).code, ErrorCode::StateConflict);
    deal.toInTransit();
    QCOMPARE(rig.post(deal.buyer, deal.path("/absent"), absent).status, 403);
    QCOMPARE(rig.post(rig.driver(), deal.path("/absent"), absent).status, 404);
    QJsonObject bare = absent;
    bare.remove(QStringLiteral("photos"));
    QCOMPARE(rig.post(deal.driver, deal.path("/absent"), bare).fields.front().field, QStringLiteral("photos"));
    bare = absent;
    bare.remove(QStringLiteral("note"));
    QCOMPARE(rig.post(deal.driver, deal.path("/absent"), bare).fields.front().field, QStringLiteral("note"));

    // Not reported as arrived yet: it counts as arrival, and the clock that any arrival starts goes.
    const Reply first = rig.post(deal.driver, deal.path("/absent"), absent);
    QCOMPARE(first.status, 200);
    const QString due = clockOf(first, "confirmation_at");
    QCOMPARE(due, QString::fromLatin1(rig.clock.now().plusMs(rig.settings.confirmationDeadlineMs).toRfc3339()));
    const QString code = deal.as(deal.buyer).text("handover_code");
    QCOMPARE(code.size(), 6);
    QCOMPARE(first.text("money_status"), QStringLiteral("kept"));
    QCOMPARE(rig.post(deal.driver, deal.path("/absent"), absent).status, 200); // sent again
    QCOMPARE(records(deal), 2);
    // Another day, another record; the clock and the code stay.
    rig.advance(kDayMs);
    absent.insert(QStringLiteral("client_id"), newId());
    const Reply second = rig.post(deal.driver, deal.path("/absent"), absent);
    QCOMPARE(clockOf(second, "confirmation_at"), due);
    QCOMPARE(deal.as(deal.buyer).text("handover_code"), code);
    QCOMPARE(deal.timeline().count(QStringLiteral("buyer_absent")), 2);
    rig.advance(rig.settings.confirmationDeadlineMs - kDayMs);
    QCOMPARE(deal.status(), QStringLiteral("delivered"));
    QCOMPARE(rig.post(deal.driver, deal.path("/absent"), absent).status, 200); // late, but the same as before
    absent.insert(QStringLiteral("client_id"), newId());
    QCOMPARE(rig.post(deal.driver, deal.path("/absent"), absent).code, ErrorCode::StateConflict);
}

void TestRoad::safetyStopHoldsTheClocks_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QByteArray>("clock");
    QTest::newRow("funded") << QByteArray("funded") << QByteArray("start_at");
    QTest::newRow("arrived") << QByteArray("in_transit") << QByteArray("confirmation_at");
    QTest::newRow("delivered") << QByteArray("delivered") << QByteArray("dispute_window_at");
}

void TestRoad::safetyStopHoldsTheClocks()
{
    QFETCH(QByteArray, state);
    QFETCH(QByteArray, clock);
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.fund();
    if (state != "funded") {
        deal.start();
        deal.arrive();
    }
    if (state == "delivered")
        deal.confirm();
    rig.advance(kHourMs);
    QVERIFY(!clockOf(deal.as(deal.driver), clock.constData()).isEmpty());
    const Reply stopped = rig.post(deal.driver, deal.path("/safety-stop"), words("He threatens me"));
    QCOMPARE(stopped.status, 200);
    QCOMPARE(stopped.text("status").toLatin1(), state);
    QVERIFY(clockOf(stopped, clock.constData()).isEmpty());
    const QJsonObject stop = stopped.json.value(QLatin1String("safety_stop")).toObject();
    QCOMPARE(stop.value(QLatin1String("by")).toString(), QStringLiteral("driver"));
    QVERIFY(stop.value(QLatin1String("ticket_id")).isString());
    const qint64 left = stop.value(QLatin1String("clock_left_ms")).toInteger();
    QVERIFY(left > 0);
    // The other side learns that the clocks stand, and nothing else.
    const Reply theirs = deal.as(deal.buyer);
    QVERIFY(theirs.json.value(QLatin1String("safety_stop")).toObject().value(QLatin1String("ticket_id")).isNull());
    QVERIFY(!rig.get(deal.buyer, deal.path("/timeline?limit=100")).body.contains("threatens"));
    QCOMPARE(rig.number("select count(*) from tickets where kind = 'safety' and status = 'open' and deal_id = '" + deal.id + "'"),
             1);
    // Nothing is decided by waiting.
    rig.advance(rig.settings.safetyStopMs - 1);
    QCOMPARE(deal.status().toLatin1(), state);
    rig.advance(1);
    QVERIFY(!deal.as(deal.buyer).json.contains(QLatin1String("safety_stop")));
    Timestamp due = rig.clock.now().plusMs(left);
    // What nobody can stop is the provider's hold: the car is picked up before it ends.
    if (const auto hold = Timestamp::fromRfc3339(clockOf(deal.as(deal.driver), "hold_expires_at")); hold && state == "funded")
        due = std::min(due, hold->plusMs(-kDayMs));
    QCOMPARE(clockOf(deal.as(deal.driver), clock.constData()), QString::fromLatin1(due.toRfc3339()));
    rig.advance(left);
    QVERIFY(deal.status().toLatin1() != state);
}

void TestRoad::safetyStopEndsByItself()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toInTransit();
    QCOMPARE(rig.post(deal.buyer, deal.path("/safety-stop"), words("I fear him")).status, 200);
    // A clock that begins while it holds waits for its end.
    const Reply arrived = deal.arrive();
    QVERIFY(clockOf(arrived, "confirmation_at").isEmpty());
    rig.advance(rig.settings.safetyStopMs);
    QCOMPARE(clockOf(deal.as(deal.buyer), "confirmation_at"),
             QString::fromLatin1(rig.clock.now().plusMs(rig.settings.confirmationDeadlineMs).toRfc3339()));
    QCOMPARE(deal.timeline().last(), QStringLiteral("safety_resume"));
}

void TestRoad::safetyStopIsUsedOnce()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    const QJsonObject why = words("help");
    QCOMPARE(rig.post(deal.driver, deal.path("/safety-stop"), why).code, ErrorCode::StateConflict); // no money, no clock to hold
    deal.toInTransit();
    QCOMPARE(rig.post(rig.buyer(), deal.path("/safety-stop"), why).status, 404);
    QCOMPARE(rig.post(deal.driver, deal.path("/safety-stop"), {}).status, 422);
    QCOMPARE(rig.post(deal.driver, deal.path("/safety-stop"), why, "one key").status, 200);
    QCOMPARE(rig.post(deal.driver, deal.path("/safety-stop"), why).code, ErrorCode::StateConflict);
    QCOMPARE(rig.post(deal.buyer, deal.path("/safety-stop"), why).code, ErrorCode::StateConflict); // they stand already
    rig.advance(rig.settings.safetyStopMs);
    QCOMPARE(rig.post(deal.driver, deal.path("/safety-stop"), why).code, ErrorCode::StateConflict);
    const std::vector<std::pair<Caller, QByteArray>> calls(4, {deal.buyer, deal.path("/safety-stop")});
    int taken = 0;
    for (const Reply &reply : rig.postTogether(calls, why))
        taken += reply.status == 200;
    QCOMPARE(taken, 1);
    QCOMPARE(rig.number("select count(*) from tickets where kind = 'safety' and deal_id = '" + deal.id + "'"), 2);
}

void TestRoad::disputeTakesTheStoppedClockOver()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toDelivered();
    rig.advance(kHourMs);
    rig.post(deal.buyer, deal.path("/safety-stop"), words("help"));
    rig.advance(kHourMs);
    QCOMPARE(deal.dispute(deal.buyer).text("status"), QStringLiteral("disputed"));
    QVERIFY(!deal.as(deal.buyer).json.contains(QLatin1String("safety_stop")));
    rig.advance(kHourMs);
    QCOMPARE(rig.post(deal.buyer, deal.path("/withdraw-dispute")).text("status"), QStringLiteral("delivered"));
    const qint64 left = rig.settings.disputeWindowMs - kHourMs;
    QCOMPARE(clockOf(deal.as(deal.buyer), "dispute_window_at"), QString::fromLatin1(rig.clock.now().plusMs(left).toRfc3339()));
}

void TestRoad::staffEndASafetyStop()
{
    MoneyRig &rig = *m_rig;
    Journey deal(rig);
    deal.toDelivered();
    const QByteArray path = "/admin/deals/" + deal.id + "/safety-resume";
    const QJsonObject text = words("We spoke to both of you");
    QCOMPARE(rig.post(deal.support, path, text).code, ErrorCode::StateConflict); // nothing to end
    rig.post(deal.driver, deal.path("/safety-stop"), words("help"));
    const Caller colleague = rig.staff(Permission::Support);
    const QByteArray ticket = rig.sql("select safety_ticket_id::text from deals where id = '" + deal.id + "'").bytes(0, 0);
    const QByteArray item = " where queue = 'tickets' and item_id = '" + ticket + "' and closed_at is null";
    QCOMPARE(rig.number("select max(priority)::bigint from desk_items" + item), 100);
    rig.sql("update desk_items set claimed_by = '" + colleague.id.toText() + "', claimed_at = '" + rig.clock.now().toRfc3339()
            + "', claimed_until = '" + rig.clock.now().plusMs(kHourMs).toRfc3339() + "'" + item);
    QCOMPARE(rig.post(deal.support, path, text).code, ErrorCode::StateConflict);
    QVERIFY(deal.as(deal.buyer).json.contains(QLatin1String("safety_stop")));
    QCOMPARE(rig.post(colleague, path, text).status, 200);
    QVERIFY(!clockOf(deal.as(deal.buyer), "dispute_window_at").isEmpty());
    QCOMPARE(rig.number("select count(*) from desk_items" + item), 0);
    QVERIFY(rig.get(deal.buyer, deal.path("/timeline?limit=100")).body.contains("We spoke to both of you"));
    QCOMPARE(rig.number("select count(*) from events_audit where stream = '" + deal.id + "' and action = 'deal.safety_resume'"),
             1);
    QCOMPARE(rig.post(colleague, path, text).code, ErrorCode::StateConflict);
    rig.advance(rig.settings.disputeWindowMs);
    QCOMPARE(deal.status(), QStringLiteral("released"));
}

QTEST_GUILESS_MAIN(TestRoad)
#include "tst_road.moc"
