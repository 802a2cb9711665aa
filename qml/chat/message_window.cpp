#include "qml/chat/message_window.h"

#include <algorithm>

namespace cargo::chat {

qint64 seqOf(const QJsonObject &message) { return qint64(message.value(QLatin1String("seq")).toDouble()); }

namespace {
QMap<qint64, QJsonObject> byNumber(const QJsonArray &items)
{
    QMap<qint64, QJsonObject> messages;
    for (const QJsonValue &item : items) {
        const QJsonObject message = item.toObject();
        if (const qint64 seq = seqOf(message); seq > 0)
            messages.insert(seq, message);
    }
    return messages;
}

bool whole(const QMap<qint64, QJsonObject> &messages)
{
    return messages.isEmpty() || messages.lastKey() - messages.firstKey() + 1 == messages.size();
}
} // namespace

bool MessageWindow::join(const QJsonArray &items, qint64 looked)
{
    QMap<qint64, QJsonObject> all = m_messages;
    all.insert(byNumber(items));
    if (!whole(all))
        return false;
    m_messages = std::move(all);
    while (size() > m_most) {
        const qint64 eye = std::clamp(looked, first(), last());
        m_messages.remove(last() - eye > eye - first() ? last() : first());
    }
    return true;
}

void MessageWindow::begin(const QJsonArray &items)
{
    m_messages.clear();
    const QMap<qint64, QJsonObject> all = byNumber(items);
    // What is kept on a device may have gaps: the newest run counts.
    for (auto it = all.end(); it != all.begin() && size() < m_most;) {
        --it;
        if (!m_messages.isEmpty() && it.key() != first() - 1)
            break;
        m_messages.insert(it.key(), it.value());
    }
}

bool MessageWindow::replace(const QJsonObject &message)
{
    const auto it = m_messages.find(seqOf(message));
    if (it == m_messages.end())
        return false;
    *it = message;
    return true;
}

} // namespace cargo::chat
