// Uploads in pieces: they go on where they stopped, count only as the file that was announced, are their owner's alone, and go
// when nobody finishes them.
#include "harness/market.h"
#include "harness/test_server.h"

#include "server/limits.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {

QByteArray scene(int seed)
{
    QImage image(240, 180, QImage::Format_RGB32);
    QRandomGenerator random{quint32(seed)};
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, 0xff000000U | random.generate());
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG");
    return bytes;
}

QByteArray hexOf(const QByteArray &bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); }

struct Sender
{
    HttpClient &client;
    QByteArray file;
    QByteArray path = "/media/uploads/" + newUuid({1}).toText();

    HttpAnswer begin() const
    {
        return client.put(path, {{u"size"_s, file.size()}, {u"sha256"_s, QString::fromLatin1(hexOf(file))}});
    }
    HttpAnswer piece(qint64 offset, const QByteArray &bytes) const
    {
        return client.send("PATCH", "/api/v1" + path, bytes,
                           {{"Content-Type", "application/offset+octet-stream"}, {"Upload-Offset", QByteArray::number(offset)}});
    }
    HttpAnswer piece(qint64 from, qint64 to) const { return piece(from, file.mid(from, to - from)); }
    qint64 offset() const { return client.get(path).json().value(u"offset"_s).toInteger(-1); }
};

} // namespace

class TestUploads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void comesInPieces();
    void goesOnAfterABreak();
    void countsOnlyAsAnnounced();
    void takesPicturesOnly();
    void isItsOwnersAlone();
    void sameEndFromTwoIsOnePhoto();
    void unfinishedOnesAreLimited();
    void badRequestsAreRefused();
    void goesWhenItsTimeIsOver();

private:
    qint64 photos() { return m_server->sql("select count(*) from media").int64(0, 0); }
    qint64 rows() { return m_server->sql("select count(*) from media_uploads").int64(0, 0); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_me, m_other;
    QString m_refresh;
};

void TestUploads::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_me = std::make_unique<HttpClient>(m_server->url());
    m_other = std::make_unique<HttpClient>(m_server->url());
    m_refresh = m_me->signUp("driver").text(u"refresh_token"_s);
    m_other->signUp("driver");
}

void TestUploads::comesInPieces()
{
    const Sender sender{*m_me, scene(1)};
    const HttpAnswer begun = sender.begin();
    QCOMPARE(begun.status, 201);
    QCOMPARE(begun.text(u"offset"_s), u"0"_s);
    const qint64 size = sender.file.size();
    QCOMPARE(sender.piece(0, size / 3).header("upload-offset"), QByteArray::number(size / 3));
    QCOMPARE(sender.piece(size / 3, size - 1).status, 200);
    const HttpAnswer done = sender.piece(size - 1, size);
    QCOMPARE(done.status, 200);
    QCOMPARE(done.text(u"media.received_sha256"_s).toLatin1(), hexOf(sender.file));
    const QByteArray id = done.text(u"media.id"_s).toLatin1();
    QCOMPARE(m_me->get("/media/" + id + "/thumb").status, 200);
    // Asked again, it says the same: the answer may have been lost.
    QCOMPARE(sender.begin().text(u"media.id"_s).toLatin1(), id);
    QCOMPARE(sender.piece(size, QByteArray()).text(u"media.id"_s).toLatin1(), id);
}

void TestUploads::goesOnAfterABreak()
{
    Sender sender{*m_me, scene(2)};
    const qint64 size = sender.file.size();
    sender.begin();
    sender.piece(0, 1000);
    const HttpAnswer again = sender.piece(0, 1000); // its answer was lost
    QCOMPARE(again.status, 409);
    QCOMPARE(again.text(u"current"_s), u"1000"_s);
    QCOMPARE(sender.piece(2000, 3000).status, 409); // a hole
    m_server->restart();
    HttpClient me(m_server->url());
    me.setToken(m_me->token());
    const Sender later{me, sender.file, sender.path};
    QCOMPARE(later.begin().status, 200);
    QCOMPARE(later.offset(), 1000);
    QCOMPARE(me.get(sender.path).header("upload-offset"), QByteArray("1000"));
    QVERIFY(!later.piece(1000, size).text(u"media.id"_s).isEmpty());
    for (std::unique_ptr<HttpClient> *client : {&m_me, &m_other}) { // the port is another
        const QByteArray token = (*client)->token();
        *client = std::make_unique<HttpClient>(m_server->url());
        (*client)->setToken(token);
    }
}

void TestUploads::countsOnlyAsAnnounced()
{
    const Sender sender{*m_me, scene(3)};
    const qint64 before = photos(), size = sender.file.size();
    sender.begin();
    const HttpAnswer wrong = sender.piece(0, QByteArray(size, 'x'));
    QCOMPARE(wrong.status, 422);
    QVERIFY(wrong.body.contains("\"sha256\""));
    QCOMPARE(photos(), before);
    QCOMPARE(m_me->get(sender.path).status, 404); // begins anew
    QCOMPARE(sender.begin().status, 201);
    QVERIFY(!sender.piece(0, size).text(u"media.id"_s).isEmpty());
    QCOMPARE(photos(), before + 1);
}

void TestUploads::takesPicturesOnly()
{
    const qint64 before = photos();
    const Sender sender{*m_me, "#!/bin/sh\necho nothing\n"};
    sender.begin();
    QCOMPARE(sender.piece(0, sender.file.size()).status, 415);
    QCOMPARE(m_me->get(sender.path).status, 404);
    QCOMPARE(photos(), before);
}

void TestUploads::isItsOwnersAlone()
{
    const Sender sender{*m_me, scene(4)};
    sender.begin();
    const Sender stranger{*m_other, sender.file, sender.path};
    QCOMPARE(stranger.piece(0, 10).status, 404);
    QCOMPARE(m_other->get(sender.path).status, 404);
    QCOMPARE(stranger.begin().status, 201); // the same id is another upload
    QCOMPARE(stranger.piece(0, 10).status, 200);
    QCOMPARE(sender.offset(), 0);
    const Sender mistaken{*m_me, scene(5), sender.path};
    QCOMPARE(mistaken.begin().status, 409);
}

void TestUploads::sameEndFromTwoIsOnePhoto()
{
    const Sender sender{*m_me, scene(6)};
    sender.begin();
    const qint64 before = photos();
    QNetworkAccessManager network;
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    for (int i = 0; i < 4; ++i) {
        QNetworkRequest request(QUrl(QString::fromLatin1(m_server->url() + "/api/v1" + sender.path)));
        request.setRawHeader("Authorization", "Bearer " + m_me->token());
        request.setRawHeader("Content-Type", "application/offset+octet-stream");
        request.setRawHeader("Upload-Offset", "0");
        replies.emplace_back(network.sendCustomRequest(request, "PATCH", sender.file));
    }
    int taken = 0;
    for (const auto &reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        QVERIFY2(status == 200 || status == 409, QByteArray::number(status));
        taken += status == 200 ? 1 : 0;
    }
    QVERIFY(taken >= 1);
    QCOMPARE(photos(), before + 1);
    QVERIFY(!sender.begin().text(u"media.id"_s).isEmpty());
}

void TestUploads::goesWhenItsTimeIsOver()
{
    const Sender sender{*m_me, scene(7)};
    sender.begin();
    sender.piece(0, 1000);
    const qint64 kept = photos();
    m_server->clock().advance(limits::kUploadKeptMs);
    HttpClient nobody(m_server->url());
    m_me->setToken(nobody.post("/auth/refresh", {{u"refresh_token"_s, m_refresh}}).text(u"access_token"_s).toLatin1());
    QCOMPARE(m_me->get(sender.path).status, 404);
    QCOMPARE(sender.piece(1000, 2000).status, 404);
    m_server->advance(1000);
    QTRY_COMPARE(rows(), 0);
    QCOMPARE(photos(), kept); // what was finished stays
    QCOMPARE(sender.begin().status, 201);
    QCOMPARE(sender.offset(), 0);
}

void TestUploads::unfinishedOnesAreLimited()
{
    HttpAnswer last;
    for (int i = 0; i <= limits::kUploadsPerUser; ++i)
        last = Sender{*m_other, scene(8)}.begin();
    QCOMPARE(last.status, 429);
    QVERIFY(last.header("retry-after").toInt() > 0);
    QCOMPARE(Sender({*m_me, scene(8)}).begin().status, 201); // others are not meant
}

void TestUploads::badRequestsAreRefused()
{
    const Sender sender{*m_me, scene(9)};
    const auto plan = [&](const QJsonValue &size, const QString &sha256) {
        return m_me->put(sender.path, {{u"size"_s, size}, {u"sha256"_s, sha256}}).status;
    };
    const QString good(64, u'a');
    QCOMPARE(plan(0, good), 422);
    QCOMPARE(plan(limits::kImageUploadBytes + 1, good), 422);
    QCOMPARE(plan(10, QString(64, u'g')), 422);
    QCOMPARE(plan(10, QString(63, u'a')), 422);
    QCOMPARE(m_me->put("/media/uploads/../../etc/passwd", {}).status, 404);
    QCOMPARE(plan(10, good), 201);
    for (const QByteArray &offset : {QByteArray("-1"), QByteArray("x"), QByteArray("99999999999999999999")}) {
        const HttpAnswer answer = m_me->send("PATCH", "/api/v1" + sender.path, "x",
                                             {{"Content-Type", "application/offset+octet-stream"}, {"Upload-Offset", offset}});
        QCOMPARE(answer.status, 422);
    }
    QCOMPARE(m_me->send("PATCH", "/api/v1" + sender.path, "{}", {{"Upload-Offset", "0"}}).status, 415); // as JSON
    QCOMPARE(sender.piece(0, QByteArray(11, 'x')).status, 413);                                         // more than was announced
    QCOMPARE(sender.piece(0, QByteArray(limits::kUploadPieceBytes + 1, 'x')).status, 413);
    QCOMPARE(sender.offset(), 0);
}

QTEST_GUILESS_MAIN(TestUploads)
#include "tst_uploads.moc"
