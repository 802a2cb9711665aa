#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace cargo::test {

// The other end of a WebSocket, byte by byte: writes any frame, also wrong ones, and reads what the server sent. Works on
// a descriptor (a socket pair or a TCP connection), never blocks; poll it inside QTRY_….
class WsPeer
{
public:
    explicit WsPeer(int fd);
    ~WsPeer();
    WsPeer(const WsPeer &) = delete;
    WsPeer &operator=(const WsPeer &) = delete;

    static QByteArray upgradeHead(const QByteArray &path = "/ws", const QByteArray &protocol = "cargo.v1");
    static QByteArray frame(int opcode, const QByteArray &payload, bool fin = true, bool masked = true);

    void write(const QByteArray &bytes);
    void text(const QByteArray &payload) { write(frame(1, payload)); }
    void json(const QJsonObject &object);
    void auth(const QByteArray &token, qint64 lastSeq = -1);
    // Reads what is there. Pings are answered unless answerPings is false.
    void poll();
    bool answerPings = true;

    bool upgraded();   // a 101 came
    QByteArray head(); // the answer to the upgrade
    // Text frames so far, as objects.
    const QList<QJsonObject> &frames();
    QJsonObject last(const char *type); // the latest frame of this type, or empty
    int count(const char *type);
    QList<qint64> seqs(); // of numbered frames but ready, in order of arrival
    int closeCode();      // 0: none came
    bool ended();         // end of stream
    int pings()
    {
        poll();
        return m_pings;
    }
    int pongs()
    {
        poll();
        return m_pongs;
    }
    void hangUp();
    void shutDownWriting();

private:
    void parse();

    int m_fd;
    QByteArray m_in;
    QByteArray m_head;
    QList<QJsonObject> m_frames;
    int m_closeCode = 0;
    int m_pings = 0;
    int m_pongs = 0;
    bool m_ended = false;
};

} // namespace cargo::test
