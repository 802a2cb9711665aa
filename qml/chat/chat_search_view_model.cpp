#include "qml/chat/chat_search_view_model.h"

#include "qml/chat/message_rows.h"
#include "qml/chat/message_window.h"
#include "qml/client/format.h"

namespace cargo::chat {

using client::Answer;
using client::Format;

namespace {

constexpr qsizetype kBefore = 30; // characters shown before the first word
constexpr int kLine = 160;

// One line, beginning shortly before the first of the words.
QString lineAround(const QString &body, const QString &words)
{
    const QString flat = body.simplified();
    const auto spans = spansOf(flat, words);
    if (spans.empty() || spans.front().first <= kBefore)
        return flat.left(kLine);
    qsizetype from = flat.indexOf(u' ', spans.front().first - kBefore);
    if (from < 0 || from >= spans.front().first)
        from = spans.front().first - 1;
    return QStringLiteral("…") + flat.mid(from + 1, kLine);
}

} // namespace

FoundModel::FoundModel(QObject *parent)
    : RowModel(
        {QStringLiteral("key"), QStringLiteral("seq"), QStringLiteral("who"), QStringLiteral("text"), QStringLiteral("moment")},
        parent)
{
}

ChatSearchViewModel::ChatSearchViewModel(QObject *parent) : ViewModel(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(300);
    connect(&m_soon, &QTimer::timeout, this, &ChatSearchViewModel::reload);
}

void ChatSearchViewModel::setWords(const QString &words)
{
    if (words == m_words)
        return;
    m_words = words;
    m_searched = false;
    m_soon.start();
    Q_EMIT changed();
}

void ChatSearchViewModel::setCurrent(int row)
{
    if (row < 0 || row >= m_model.count())
        return;
    m_current = row;
    Q_EMIT changed();
    Q_EMIT chosen(m_model.row(row).value(QStringLiteral("seq")).toDouble());
}

void ChatSearchViewModel::step(int by)
{
    const int to = m_current + by;
    if (to >= m_model.count() && more())
        loadMore();
    setCurrent(qBound(0, to, m_model.count() - 1));
}

void ChatSearchViewModel::reload()
{
    m_soon.stop();
    m_current = -1;
    if (m_words.trimmed().isEmpty()) {
        m_items = {};
        m_cursor.clear();
        show();
        return;
    }
    const QString words = m_words;
    load({{},
          QStringLiteral("conversations/%1/messages").arg(m_id),
          {{QStringLiteral("limit"), QStringLiteral("50")},
           {QStringLiteral("q"), QString::fromLatin1(QUrl::toPercentEncoding(words.left(kMostWords)))}}},
         [this, words](const QJsonObject &page) {
             if (words != m_words)
                 return;
             m_items = {};
             m_searched = true;
             take(page);
         });
}

void ChatSearchViewModel::loadMore()
{
    if (m_cursor.isEmpty() || std::exchange(m_reading, true))
        return;
    get(QStringLiteral("conversations/%1/messages").arg(m_id),
        {{QStringLiteral("limit"), QStringLiteral("50")},
         {QStringLiteral("q"), QString::fromLatin1(QUrl::toPercentEncoding(m_words.left(kMostWords)))},
         {QStringLiteral("cursor"), QString::fromLatin1(QUrl::toPercentEncoding(m_cursor))}},
        [this, words = m_words](const Answer &answer) {
            m_reading = false;
            if (answer.ok && words == m_words)
                take(answer.body);
        });
}

void ChatSearchViewModel::take(const QJsonObject &page)
{
    const QJsonArray items = page.value(QLatin1String("items")).toArray();
    for (const QJsonValue &item : items)
        m_items.append(item);
    m_cursor = page.value(QLatin1String("next_cursor")).toString();
    show();
}

void ChatSearchViewModel::show()
{
    QList<QVariantMap> rows;
    for (const QJsonValue &value : std::as_const(m_items)) {
        const QJsonObject message = value.toObject();
        rows.append(
            {{QStringLiteral("key"), QString::number(seqOf(message))},
             {QStringLiteral("seq"), double(seqOf(message))},
             {QStringLiteral("who"), isMine(client(), message) ? tr("You") : m_peer},
             {QStringLiteral("text"), lineAround(message.value(QLatin1String("body")).toString(), m_words)},
             {QStringLiteral("moment"), Format::brief(double(Format::millis(message.value(QLatin1String("created_at")))))}});
    }
    m_model.sync(rows);
    setPhase(!rows.isEmpty() ? Ready : m_searched ? Empty : Idle);
    Q_EMIT changed();
}

} // namespace cargo::chat
