// Contacts in photos: what the real Tesseract reads, and what becomes of a listing, a message and their owner.
#include "harness/market.h"
#include "harness/test_server.h"

#include "server/core/log.h"
#include "server/features.h"

#include <QFontDatabase>
#include <QJsonArray>
#include <QPainter>
#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
// A photo with words on it, and things around them.
QByteArray photo(const QString &words)
{
    QImage image(1200, 900, QImage::Format_RGB32);
    image.fill(QColor(235, 235, 230));
    QPainter painter(&image);
    for (int i = 0; i < 40; ++i)
        painter.fillRect((i * 397) % 1100, 560 + (i * 131) % 320, 90, 60,
                         QColor::fromHsv((i * 37) % 360, 120, 90 + (i * 53) % 140));
    QFont font = painter.font();
    font.setPixelSize(64);
    painter.setFont(font);
    painter.drawText(QRect(60, 60, 1080, 480), Qt::AlignLeft | Qt::TextWordWrap, words);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

QString upload(HttpClient &who, const QByteArray &bytes)
{
    return who.upload("/media", "p.png", "image/png", bytes).text(u"id"_s);
}
} // namespace

class TestPhotoText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void readsWhatAContactIs_data();
    void readsWhatAContactIs();
    void listingWithAContactWaits();
    void knownContactStopsTheNextListing();
    void chatPhotoWithAContactIsHidden();
    void knownContactIsHiddenAtOnce();
    void wrongHitIsShownAgain();
    void photoThatEndsTheReaderIsLeft();

private:
    QByteArray state(const QString &media)
    {
        return m_server->sql("select text_state from media where id = '" + media.toLatin1() + "'").bytes(0, 0);
    }
    QString status(const QByteArray &listing) { return m_driver->get("/listings/" + listing).text(u"status"_s); }
    void openTalk();
    HttpAnswer say(const QString &words, const QStringList &photos);
    QJsonObject seenByDriver(const HttpAnswer &message);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_driver, m_buyer;
    QByteArray m_talk;
};

void TestPhotoText::initTestCase()
{
    log::setLevel("error");
    const auto reader = makePhotoText("tesseract");
    QVERIFY2(reader.ok(), qPrintable(reader ? QString() : reader.error().detail));
    m_server = std::make_unique<TestServer>([](config::Settings &settings) {
        settings.kyc = "auto";
        settings.photoText = "tesseract";
        settings.rateAuthPerMinute = 0;
    });
    m_driver = std::make_unique<HttpClient>(m_server->url());
    m_driver->signUp("driver", u"Driver"_s);
    m_buyer = std::make_unique<HttpClient>(m_server->url());
}

void TestPhotoText::readsWhatAContactIs_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QByteArray>("wanted");
    QTest::newRow("phone") << u"Звоните 8 914 720-11-46"_s << QByteArray("contact");
    QTest::newRow("mail") << u"ivan.petrov@mail.ru"_s << QByteArray("contact");
    QTest::newRow("telegram") << u"Telegram: @ivan_cars_vl"_s << QByteArray("contact");
    QTest::newRow("VIN plate") << u"TOYOTA MOTOR CORPORATION\nVIN JTDBR32E720123456\nMODEL NZE121-AEPNK\nCOLOR 1F7"_s
                               << QByteArray("clean");
    QTest::newRow("price sticker") << u"3 450 000 ₽\n2016 г. 98 000 км"_s << QByteArray("clean");
    QTest::newRow("dashboard") << u"ODO 128450 km\nTRIP 345.6"_s << QByteArray("clean");
    QTest::newRow("number plate") << u"А 123 ВС 125 RUS"_s << QByteArray("clean");
    QTest::newRow("address") << u"Владивосток, ул. Светланская, 12"_s << QByteArray("clean");
    QTest::newRow("nothing") << QString() << QByteArray("clean");
}

void TestPhotoText::readsWhatAContactIs()
{
    QFETCH(QString, words);
    QFETCH(QByteArray, wanted);
    const QString id = upload(*m_driver, photo(words));
    QCOMPARE(state(id), QByteArray("none")); // nobody shows it yet
    const QByteArray car = newCar(*m_driver, {{u"photos"_s, QJsonArray{id}}});
    QTRY_COMPARE_WITH_TIMEOUT(state(id), wanted, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(status(car), wanted == "contact" ? u"in_review"_s : u"published"_s, 30'000);
    QCOMPARE(m_server->sql("select count(*) from media where text_read_at is null and id = '" + id.toLatin1() + "'").int64(0, 0),
             0);
}

void TestPhotoText::listingWithAContactWaits()
{
    const QString bad = upload(*m_driver, photo(u"WhatsApp +7 914 720 11 46"_s));
    const QByteArray car = newCar(*m_driver, {{u"photos"_s, QJsonArray{bad}}});
    QTRY_COMPARE_WITH_TIMEOUT(status(car), u"in_review"_s, 60'000);
    const QByteArray reasons =
        m_server->sql("select reasons::text from listing_reviews where listing_id = '" + car + "'").bytes(0, 0);
    QVERIFY2(reasons.contains("contact_photos"), reasons.constData());
    const QJsonObject told = m_driver->get("/listings/" + car).json().value(u"moderation"_s).toObject();
    QCOMPARE(told.value(u"reason_code"_s).toString(), u"contacts"_s);
    QCOMPARE(m_buyer->get("/listings/" + car).status, 404);

    QTRY_COMPARE(m_server->sql("select count(*) from photo_readings").int64(0, 0), 0);

    // Told of it again, as after a kill: nothing changes, and nobody's edit is out of date for it.
    const qint64 version = m_driver->get("/listings/" + car).json().value(u"version"_s).toInteger();
    m_server->sql("insert into outbox (topic, key, payload, created_at, available_at) select 'media.contact_read', '" + car
                  + "', json_build_object('media_id', '" + bad.toLatin1() + "', 'subject_kind', 'listing', 'subject_id', '" + car
                  + "', 'kind', 'phone', 'attempts', 1), created_at, created_at from media where id = '" + bad.toLatin1() + "'");
    QTRY_COMPARE(m_server->sql("select count(*) from outbox where parked_at is null").int64(0, 0), 0);
    QCOMPARE(m_server->sql("select count(*) from outbox").int64(0, 0), 0);
    QCOMPARE(m_driver->get("/listings/" + car).json().value(u"version"_s).toInteger(), version);
}

void TestPhotoText::knownContactStopsTheNextListing()
{
    const QString bad = upload(*m_driver, photo(u"Тел. 8 924 130 22 17"_s));
    const QByteArray car = newCar(*m_driver, {{u"photos"_s, QJsonArray{bad}}});
    QTRY_COMPARE_WITH_TIMEOUT(status(car), u"in_review"_s, 60'000);
    // The same photo in another listing is known already, and stopped before it is shown.
    const QByteArray second = newCar(*m_driver, {{u"photos"_s, QJsonArray{bad}}}, false);
    QCOMPARE(m_driver->post("/listings/" + second + "/publish").text(u"status"_s), u"in_review"_s);
}

void TestPhotoText::openTalk()
{
    m_buyer = std::make_unique<HttpClient>(m_server->url());
    m_buyer->signUp("buyer", u"Buyer"_s);
    const QByteArray car = newCar(*m_driver);
    m_talk = m_buyer->post("/listings/" + car + "/conversations").text(u"id"_s).toLatin1();
    QVERIFY(!m_talk.isEmpty());
}

HttpAnswer TestPhotoText::say(const QString &words, const QStringList &photos)
{
    return m_buyer->post("/conversations/" + m_talk + "/messages", {{u"client_id"_s, newUuid(m_server->clock().now()).toString()},
                                                                    {u"body"_s, words},
                                                                    {u"attachments"_s, QJsonArray::fromStringList(photos)}});
}

QJsonObject TestPhotoText::seenByDriver(const HttpAnswer &message)
{
    for (const QJsonValue item : m_driver->get("/conversations/" + m_talk + "/messages").items()) {
        if (item.toObject().value(u"id"_s).toString() == message.text(u"id"_s))
            return item.toObject();
    }
    return {};
}

void TestPhotoText::chatPhotoWithAContactIsHidden()
{
    openTalk();
    const QString bad = upload(*m_buyer, photo(u"Пишите: 8 914 720-11-46"_s));
    const QString good = upload(*m_buyer, photo(u"ODO 128450 km"_s));
    const HttpAnswer sent = say(u"Вот фото"_s, {good, bad});
    QCOMPARE(sent.status, 201);
    QTRY_COMPARE_WITH_TIMEOUT(seenByDriver(sent).value(u"hidden_attachments"_s).toInt(), 1, 60'000);
    const QJsonObject seen = seenByDriver(sent);
    QCOMPARE(seen.value(u"attachments"_s).toArray(), QJsonArray{good});
    QVERIFY(seen.value(u"masked"_s).toBool());
    QCOMPARE(seen.value(u"body"_s).toString(), u"Вот фото"_s);
    QCOMPARE(seen.value(u"flags"_s).toObject().value(u"kinds"_s).toArray(), QJsonArray{u"phone"_s});
    const QByteArray row = "from messages where id = '" + sent.text(u"id"_s).toLatin1() + "'";
    QVERIFY(m_server->sql("select contact_attempts::int " + row).int32(0, 0) >= 1);
    QCOMPARE(m_server->sql("select cardinality(attachments) " + row).int32(0, 0), 2); // staff see what was sent
    // Both were told that it changed.
    QTRY_VERIFY(m_server
                    ->sql("select count(*) from user_events where type = 'message.updated' and frame::text like '%"
                          + sent.text(u"id"_s).toLatin1() + "%'")
                    .int64(0, 0)
                == 2);
    // A later change of its words does not bring the photo back.
    QCOMPARE(m_buyer->patch("/messages/" + sent.text(u"id"_s).toLatin1(), {{u"body"_s, u"Смотрите"_s}}).status, 200);
    QCOMPARE(seenByDriver(sent).value(u"attachments"_s).toArray(), QJsonArray{good});
    QVERIFY(seenByDriver(sent).value(u"masked"_s).toBool());
}

void TestPhotoText::knownContactIsHiddenAtOnce()
{
    openTalk();
    const QString bad = upload(*m_buyer, photo(u"Пишите: 8 914 720-11-46"_s));
    const HttpAnswer first = say({}, {bad});
    QTRY_COMPARE_WITH_TIMEOUT(seenByDriver(first).value(u"hidden_attachments"_s).toInt(), 1, 60'000);
    // Sent again it is hidden from the first moment, and counts until its sender is muted.
    const HttpAnswer again = say({}, {bad});
    QCOMPARE(again.status, 201);
    QCOMPARE(again.json().value(u"attachments"_s).toArray().size(), 0);
    QCOMPARE(again.json().value(u"hidden_attachments"_s).toInt(), 1);
    HttpAnswer last;
    for (int i = 0; i < 20 && last.status != 403; ++i)
        last = say({}, {bad});
    QCOMPARE(last.text(u"code"_s), u"muted"_s);
}

void TestPhotoText::wrongHitIsShownAgain()
{
    openTalk();
    const QString bad = upload(*m_buyer, photo(u"Артикул: 8 914 720-11-46"_s));
    const HttpAnswer sent = say({}, {bad});
    const QByteArray id = sent.text(u"id"_s).toLatin1();
    QTRY_VERIFY_WITH_TIMEOUT(state(bad) == "clean" || state(bad) == "contact", 60'000);
    if (state(bad) == "clean")
        m_server->sql("update media set text_state = 'contact', text_reason = 'phone' where id = '" + bad.toLatin1() + "'");
    const HttpAnswer masked =
        state(bad) == "contact" && seenByDriver(sent).value(u"hidden_attachments"_s).toInt() == 1 ? sent : say({}, {bad});
    const QByteArray which = masked.text(u"id"_s).toLatin1();
    QTRY_COMPARE_WITH_TIMEOUT(seenByDriver(masked).value(u"hidden_attachments"_s).toInt(), 1, 60'000);
    QCOMPARE(m_driver->post("/messages/" + which + "/report", {{u"reason"_s, u"not_a_contact"_s}}).status, 204);
    m_server->sql("insert into outbox (topic, key, payload, created_at, available_at) select 'filter.wrong', id::text, "
                  "json_build_object('message_id', id, 'sender_id', sender_id), created_at, created_at from messages where id = '"
                  + which + "'");
    QTRY_COMPARE_WITH_TIMEOUT(seenByDriver(masked).value(u"attachments"_s).toArray().size(), 1, 30'000);
    QCOMPARE(state(bad), QByteArray("clean"));
    QVERIFY(!seenByDriver(masked).value(u"masked"_s).toBool());
    Q_UNUSED(id)
}

void TestPhotoText::photoThatEndsTheReaderIsLeft()
{
    openTalk();
    const QString bad = upload(*m_buyer, photo(u"8 914 720-11-46"_s));
    // As three killed readers leave it.
    m_server->sql("insert into photo_readings (media_id, subject_kind, subject_id, tries, taken_until, queued_at) values ('"
                  + bad.toLatin1() + "', 'message', '" + m_talk + "', 3, now() - interval '100 years', now())");
    QTRY_COMPARE_WITH_TIMEOUT(state(bad), QByteArray("clean"), 60'000);
    QCOMPARE(m_server->sql("select text_reason from media where id = '" + bad.toLatin1() + "'").bytes(0, 0),
             QByteArray("unreadable"));
    // A photo whose reader was killed once is read by the next one.
    const QString next = upload(*m_buyer, photo(u"8 914 720-11-47"_s));
    m_server->sql("insert into photo_readings (media_id, subject_kind, subject_id, tries, taken_until, queued_at) values ('"
                  + next.toLatin1() + "', 'message', '" + m_talk + "', 1, now() - interval '100 years', now())");
    QTRY_COMPARE_WITH_TIMEOUT(state(next), QByteArray("contact"), 60'000);
}

QTEST_MAIN(TestPhotoText)
#include "tst_photo_text.moc"
