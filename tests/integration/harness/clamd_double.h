#pragma once

#include <QTcpServer>
#include <QThread>

#include <atomic>

namespace cargo::test {

// Speaks clamd's INSTREAM on a free port of the loopback, in a thread of its own: what holds "EICAR" is found, a file over
// `maxBytes` is refused as clamd does. Can fall silent, or break off in the middle.
class ClamdDouble
{
public:
    enum class Mood { Well, Silent, BreaksOff };

    ClamdDouble();
    ~ClamdDouble();
    QByteArray url() const { return "tcp://127.0.0.1:" + QByteArray::number(m_port); }
    void setMood(Mood mood) { m_mood = mood; }
    int scanned() const { return m_scanned; } // verdicts given

    static constexpr qint64 kMaxBytes = 30 * 1024 * 1024;

private:
    QThread m_thread;
    quint16 m_port = 0;
    std::atomic<Mood> m_mood = Mood::Well;
    std::atomic<int> m_scanned = 0;
};

} // namespace cargo::test
