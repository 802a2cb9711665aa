#include "harness/ws_rig.h"

#include <QJsonDocument>
#include <QTest>

using namespace cargo;
using namespace cargo::test;

namespace {
QByteArray withHeader(QByteArray head, const QByteArray &header) { return head.insert(head.size() - 2, header + "\r\n"); }
QByteArray without(const QByteArray &head, const QByteArray &name)
{
    QByteArray out;
    for (const QByteArray &line : head.split('\n')) {
        if (!line.toLower().startsWith(name))
            out += line + '\n';
    }
    return out.left(out.size() - 1);
}
} // namespace

// What a hostile or broken client may send, and what it gets.
class WsAttacksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void handshake_data();
    void handshake();
    void refusedFrames_data();
    void refusedFrames();
    void goodFrames_data();
    void goodFrames();
    void hugeFrameIsRefusedByItsHeader();
    void wrongJsonIsAnswered_data();
    void wrongJsonIsAnswered();
    void floodIsSlowedThenClosed();
    void closeIsAnswered();
    void violatorThatNeverReadsIsDropped();
    void bytesOfHeadAndFirstFrameTogether();
};

void WsAttacksTest::handshake_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("answer");
    const QByteArray good = WsPeer::upgradeHead();
    QTest::newRow("good") << good << QByteArray("HTTP/1.1 101");
    QTest::newRow("two protocols offered") << WsPeer::upgradeHead("/ws", "other, cargo.v1") << QByteArray("HTTP/1.1 101");
    QTest::newRow("no protocol") << WsPeer::upgradeHead("/ws", "") << QByteArray("HTTP/1.1 400");
    QTest::newRow("other protocol") << WsPeer::upgradeHead("/ws", "cargo.v2") << QByteArray("HTTP/1.1 400");
    QTest::newRow("protocol in other case") << WsPeer::upgradeHead("/ws", "Cargo.V1") << QByteArray("HTTP/1.1 400");
    QTest::newRow("version 8") << QByteArray(good).replace("Version: 13", "Version: 8") << QByteArray("HTTP/1.1 426");
    QTest::newRow("no version") << without(good, "sec-websocket-version") << QByteArray("HTTP/1.1 426");
    QTest::newRow("no key") << without(good, "sec-websocket-key") << QByteArray("HTTP/1.1 400");
    QTest::newRow("short key") << QByteArray(good).replace("dGhlIHNhbXBsZSBub25jZQ==", "c2hvcnQ=") << QByteArray("HTTP/1.1 400");
    QTest::newRow("two keys") << withHeader(good, "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==") << QByteArray("HTTP/1.1 400");
    QTest::newRow("no upgrade") << without(good, "upgrade") << QByteArray("HTTP/1.1 426");
    QTest::newRow("no connection") << without(good, "connection") << QByteArray("HTTP/1.1 426");
    QTest::newRow("POST") << QByteArray(good).replace("GET ", "POST ") << QByteArray("HTTP/1.1 426");
    QTest::newRow("compression offered") << withHeader(good, "Sec-WebSocket-Extensions: permessage-deflate")
                                         << QByteArray("HTTP/1.1 101");
    QTest::newRow("page of another site") << withHeader(good, "Origin: https://evil.example") << QByteArray("HTTP/1.1 403");
    QTest::newRow("origin null") << withHeader(good, "Origin: null") << QByteArray("HTTP/1.1 403");
    QTest::newRow("page of ours") << withHeader(good, "Origin: http://localhost") << QByteArray("HTTP/1.1 101");
    QTest::newRow("page of a known site") << withHeader(good, "Origin: https://cargo.example") << QByteArray("HTTP/1.1 101");
}

void WsAttacksTest::handshake()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, answer);
    WsRig rig(WsRig::quick(), ws::HandshakePolicy::forPublicUrl("https://cargo.example/app"));
    const auto peer = rig.open(head);
    QTRY_VERIFY(!peer->head().isEmpty());
    QVERIFY2(peer->head().startsWith(answer), peer->head().constData());
    if (peer->upgraded()) {
        QVERIFY(!peer->head().contains("Extensions")); // none is spoken
        // The example of RFC 6455, section 1.3.
        QVERIFY(peer->head().contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
        QVERIFY(peer->head().contains("Sec-WebSocket-Protocol: cargo.v1\r\n"));
        QCOMPARE(rig.hub.sessionCount(), 1);
    } else {
        QTRY_VERIFY(peer->ended());
        QCOMPARE(rig.hub.sessionCount(), 0);
    }
}

void WsAttacksTest::refusedFrames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto frame = &WsPeer::frame;
    const QByteArray ping = R"({"type":"ping"})";
    QTest::newRow("unmasked") << frame(1, ping, true, false) << 1002;
    QByteArray reserved = frame(1, ping, true, true);
    reserved[0] = char(reserved[0] | 0x40);
    QTest::newRow("reserved bit") << reserved << 1002;
    QTest::newRow("reserved opcode 3") << frame(3, "x", true, true) << 1002;
    QTest::newRow("reserved opcode 11") << frame(11, "x", true, true) << 1002;
    QTest::newRow("long ping") << frame(9, QByteArray(126, 'p'), true, true) << 1002;
    QTest::newRow("ping in parts") << frame(9, "p", false, true) << 1002;
    QTest::newRow("length 5 in two bytes") << QByteArray::fromHex("81fe00050000000068656c6c6f") << 1002;
    QTest::newRow("length 5 in eight bytes") << QByteArray::fromHex("81ff00000000000000050000000068656c6c6f") << 1002;
    QTest::newRow("length with the top bit") << QByteArray::fromHex("81ff8000000000000005000000006865") << 1002;
    QTest::newRow("binary") << frame(2, ping, true, true) << 1003;
    QTest::newRow("binary in parts") << QByteArray(frame(2, "a", false, true) + frame(0, "b", true, true)) << 1003;
    QTest::newRow("not UTF-8") << frame(1, "{\"type\":\"\xff\"}", true, true) << 1007;
    QTest::newRow("half a character") << frame(1, "\xd0", true, true) << 1007;
    QTest::newRow("surrogate in UTF-8") << frame(1, "\xed\xa0\x80", true, true) << 1007;
    QTest::newRow("too large") << frame(1, QByteArray(64 * 1024 + 1, 'a'), true, true) << 1009;
    QTest::newRow("too large in parts") << QByteArray(frame(1, QByteArray(60'000, 'a'), false, true)
                                                      + frame(0, QByteArray(6'000, 'a'), true, true))
                                        << 1009;
    QByteArray many = frame(1, "{", false, true);
    for (int i = 0; i < 70; ++i)
        many += frame(0, "", false, true);
    QTest::newRow("too many parts") << many << 1008;
    QTest::newRow("nothing to continue") << frame(0, "x", true, true) << 1002;
    QTest::newRow("message inside a message") << QByteArray(frame(1, "{", false, true) + frame(1, ping, true, true)) << 1002;
    QTest::newRow("close with one byte") << frame(8, "x", true, true) << 1002;
    QTest::newRow("close with 1005") << frame(8, QByteArray::fromHex("03ed"), true, true) << 1002;
    QTest::newRow("close with 0") << frame(8, QByteArray::fromHex("0000"), true, true) << 1002;
    QTest::newRow("close reason not UTF-8") << frame(8, QByteArray::fromHex("03e8ff"), true, true) << 1007;
}

void WsAttacksTest::refusedFrames()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    WsRig rig;
    const auto peer = rig.signedIn(newUser());
    QTRY_COMPARE(peer->count("ready"), 1);
    peer->write(bytes);
    QTRY_COMPARE(peer->closeCode(), code);
    peer->write(WsPeer::frame(8, QByteArray::fromHex("03e8")));
    QTRY_VERIFY(peer->ended());
    QTRY_COMPARE(rig.hub.sessionCount(), 0);
}

void WsAttacksTest::goodFrames_data()
{
    QTest::addColumn<QList<QByteArray>>("pieces");
    const auto frame = &WsPeer::frame;
    const QByteArray ping = R"({"type":"ping"})";
    QTest::newRow("whole") << QList<QByteArray>{frame(1, ping, true, true)};
    QList<QByteArray> bytes;
    for (const char c : frame(1, ping, true, true))
        bytes.append(QByteArray(1, c));
    QTest::newRow("byte by byte") << bytes;
    QTest::newRow("in parts") << QList<QByteArray>{frame(1, ping.left(5), false, true), frame(0, ping.mid(5), true, true)};
    QTest::newRow("a ping between the parts")
        << QList<QByteArray>{frame(1, ping.left(5), false, true), frame(9, "x", true, true), frame(0, ping.mid(5), true, true)};
    const QByteArray cyrillic = R"({"type":"ping","note":"да"})";
    const qsizetype middle = cyrillic.indexOf("\xd0") + 1;
    QTest::newRow("a character cut by a part")
        << QList<QByteArray>{frame(1, cyrillic.left(middle), false, true), frame(0, cyrillic.mid(middle), true, true)};
    QTest::newRow("an empty part") << QList<QByteArray>{frame(1, "", false, true), frame(0, ping, true, true)};
    QTest::newRow("as large as allowed") << QList<QByteArray>{
        frame(1, QByteArray("{\"type\":\"ping\"" + QByteArray(64 * 1024 - 15, ' ') + '}'), true, true)};
}

void WsAttacksTest::goodFrames()
{
    QFETCH(QList<QByteArray>, pieces);
    WsRig rig;
    const auto peer = rig.signedIn(newUser());
    QTRY_COMPARE(peer->count("ready"), 1);
    for (const QByteArray &piece : pieces) {
        peer->write(piece);
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(peer->count("pong"), 1);
    QCOMPARE(peer->closeCode(), 0);
}

void WsAttacksTest::hugeFrameIsRefusedByItsHeader()
{
    WsRig rig;
    const auto peer = rig.signedIn(newUser());
    QTRY_COMPARE(peer->count("ready"), 1);
    peer->write(QByteArray::fromHex("81ff0000000040000000")); // 1 GiB is coming
    QTRY_COMPARE(peer->closeCode(), 1009);
}

void WsAttacksTest::wrongJsonIsAnswered_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("not JSON") << QByteArray("hello") << QStringLiteral("malformed_json");
    QTest::newRow("array") << QByteArray("[]") << QStringLiteral("malformed_json");
    QTest::newRow("deep") << QByteArray(R"({"type":)" + QByteArray(100, '[') + QByteArray(100, ']') + '}')
                          << QStringLiteral("malformed_json");
    QTest::newRow("no type") << QByteArray("{}") << QStringLiteral("unknown_value");
    QTest::newRow("type is a number") << QByteArray(R"({"type":5})") << QStringLiteral("unknown_value");
    QTest::newRow("unknown type") << QByteArray(R"({"type":"drop.tables","client_id":"abc"})") << QStringLiteral("unknown_value");
    QTest::newRow("second auth") << QByteArray(R"({"type":"auth","access_token":"x"})") << QStringLiteral("unknown_value");
}

void WsAttacksTest::wrongJsonIsAnswered()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    WsRig rig;
    const auto peer = rig.signedIn(newUser());
    QTRY_COMPARE(peer->count("ready"), 1);
    peer->text(text);
    QTRY_COMPARE(peer->count("error"), 1);
    QCOMPARE(peer->last("error").value(QLatin1String("code")).toString(), code);
    if (text.contains("client_id"))
        QCOMPARE(peer->last("error").value(QLatin1String("client_id")).toString(), QStringLiteral("abc"));
    peer->text(R"({"type":"ping"})");
    QTRY_COMPARE(peer->count("pong"), 1);
}

void WsAttacksTest::floodIsSlowedThenClosed()
{
    limits::Ws limits = WsRig::quick();
    limits.framesPerSecond = 0.001;
    limits.frameBurst = 6;
    limits.framesRefused = 20;
    WsRig rig(limits);
    const auto peer = rig.signedIn(newUser());
    for (int i = 0; i < 5; ++i)
        peer->text(R"({"type":"ping"})");
    QTRY_COMPARE(peer->count("pong"), 5);
    peer->text(R"({"type":"ping"})");
    QTRY_COMPARE(peer->last("error").value(QLatin1String("code")).toString(), QStringLiteral("rate_limited"));
    QCOMPARE(peer->count("pong"), 5);
    for (int i = 0; i < 30; ++i)
        peer->write(WsPeer::frame(9, "x"));
    QTRY_COMPARE(peer->closeCode(), 1008);
    QCOMPARE(peer->pongs(), 0);
}

void WsAttacksTest::closeIsAnswered()
{
    WsRig rig;
    const auto peer = rig.signedIn(newUser());
    QTRY_COMPARE(peer->count("ready"), 1);
    peer->write(WsPeer::frame(8, QByteArray::fromHex("0fa0"))); // 4000
    QTRY_COMPARE(peer->closeCode(), 4000);
    QTRY_VERIFY(peer->ended());
    QTRY_COMPARE(rig.hub.sessionCount(), 0);
}

void WsAttacksTest::violatorThatNeverReadsIsDropped()
{
    WsRig rig;
    const auto peer = rig.signedIn(newUser());
    QTRY_COMPARE(peer->count("ready"), 1);
    peer->write(WsPeer::frame(1, "x", true, false));
    QTRY_COMPARE(rig.hub.sessionCount(), 0);
}

void WsAttacksTest::bytesOfHeadAndFirstFrameTogether()
{
    // The front door reads the head only; what came with it stays in the kernel and must not be lost.
    WsRig rig;
    const UserId user = newUser();
    const auto peer = rig.open();
    peer->auth(TokenTable::tokenOf(user));
    peer->text(R"({"type":"ping"})");
    QTRY_COMPARE(peer->count("pong"), 1);
    QCOMPARE(peer->frames().first().value(QLatin1String("type")).toString(), QStringLiteral("ready"));
}

QTEST_GUILESS_MAIN(WsAttacksTest)
#include "tst_ws_attacks.moc"
