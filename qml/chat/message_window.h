#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

namespace cargo::chat {

// A run of one conversation's messages without gaps, by their number ("seq"), never longer than `most`: what lies farthest from
// what is looked at goes. It knows nothing of the server, of rows or of pages.
class MessageWindow
{
public:
    static constexpr int kMost = 300;
    explicit MessageWindow(int most = kMost) : m_most(most) {}

    bool empty() const { return m_messages.isEmpty(); }
    int size() const { return int(m_messages.size()); }
    qint64 first() const { return m_messages.isEmpty() ? 0 : m_messages.firstKey(); } // 0: there is none
    qint64 last() const { return m_messages.isEmpty() ? 0 : m_messages.lastKey(); }
    bool holds(qint64 seq) const { return m_messages.contains(seq); }
    QJsonObject at(qint64 seq) const { return m_messages.value(seq); } // empty: it is not here
    const QMap<qint64, QJsonObject> &messages() const { return m_messages; }

    // Messages that overlap or touch what is here join it. False: there would be a gap, and nothing changes.
    bool join(const QJsonArray &items, qint64 looked);
    void begin(const QJsonArray &items);      // with these alone
    bool replace(const QJsonObject &message); // one that is here; false: it is not
    void clear() { m_messages.clear(); }

private:
    int m_most;
    QMap<qint64, QJsonObject> m_messages;
};

// The number of a message; 0 when it has none.
qint64 seqOf(const QJsonObject &message);

} // namespace cargo::chat
