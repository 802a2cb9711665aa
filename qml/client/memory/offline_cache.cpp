#include "qml/client/memory/offline_cache.h"

#include <QDateTime>
#include <QJsonDocument>

namespace cargo::client {
namespace {

// Looking at something is written down once in a while only: reading must not mean writing.
constexpr qint64 kUseGrainMs = 60'000;

const QString kMessages = QStringLiteral("messages/");

LocalDatabase::Plan planOf(const QString &folder)
{
    return {folder + QStringLiteral("/cache.sqlite"),
            {{"create table documents (key text primary key, fetched_ms integer not null, used_ms integer not null, "
              "size integer not null, etag blob, value blob not null)",
              "create index documents_used on documents (used_ms, size)",
              "create table messages (conversation_id text not null, seq integer not null, value blob not null, "
              "primary key (conversation_id, seq))"}}};
}

QByteArray textOf(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

qint64 seqOf(const QJsonValue &message) { return qint64(message.toObject().value(QLatin1String("seq")).toDouble()); }

} // namespace

OfflineCache::OfflineCache(const QString &folder)
    : m_database(planOf(folder)), m_now([] { return QDateTime::currentMSecsSinceEpoch(); })
{
}

qint64 OfflineCache::put(const QString &key, const QJsonObject &value, const QByteArray &etag)
{
    const QByteArray text = textOf(value);
    const qint64 now = m_now();
    const qint64 before = bytes();
    qint64 old = 0;
    m_database.run("select size from documents where key = ?", {key}, [&](const SqlRow &row) { old = row(0).toLongLong(); });
    const qint64 size = text.size() + key.size();
    if (!m_database.run("insert into documents (key, fetched_ms, used_ms, size, etag, value) values (?, ?, ?, ?, ?, ?) "
                        "on conflict (key) do update set fetched_ms = excluded.fetched_ms, used_ms = excluded.used_ms, "
                        "size = excluded.size, etag = excluded.etag, value = excluded.value",
                        {key, now, now, size, etag, text}))
        return now;
    m_bytes = before - old + size;
    shrink();
    return now;
}

Kept OfflineCache::get(const QString &key)
{
    Kept kept;
    qint64 usedMs = 0;
    m_database.run("select value, fetched_ms, etag, used_ms from documents where key = ?", {key}, [&](const SqlRow &row) {
        const QJsonDocument document = QJsonDocument::fromJson(row(0).toByteArray());
        if (!document.isObject())
            return;
        kept = {document.object(), row(1).toLongLong(), row(2).toByteArray()};
        usedMs = row(3).toLongLong();
    });
    if (!kept.empty())
        use(key, usedMs);
    return kept;
}

void OfflineCache::use(const QString &key, qint64 usedMs)
{
    if (m_now() - usedMs >= kUseGrainMs)
        m_database.run("update documents set used_ms = ? where key = ?", {m_now(), key});
}

qint64 OfflineCache::confirm(const QString &key)
{
    const qint64 now = m_now();
    m_database.run("update documents set fetched_ms = ?, used_ms = ? where key = ?", {now, now, key});
    return now;
}

void OfflineCache::remove(const QString &key)
{
    m_database.run("delete from documents where key = ?", {key});
    if (key.startsWith(kMessages))
        forgetMessages(key.mid(kMessages.size()));
    m_bytes = -1;
}

void OfflineCache::forgetMessages(const QString &conversationId)
{
    m_database.run("delete from messages where conversation_id = ?", {conversationId});
}

void OfflineCache::putMessages(const QString &conversationId, const QJsonArray &messages, bool newest)
{
    if (messages.isEmpty() && !newest)
        return;
    qint64 least = messages.isEmpty() ? 1 : seqOf(messages.first()), keptTop = 0;
    for (const QJsonValue &message : messages)
        least = qMin(least, seqOf(message));
    m_database.run("select coalesce(max(seq), 0) from messages where conversation_id = ?", {conversationId},
                   [&](const SqlRow &row) { keptTop = row(0).toLongLong(); });
    const bool gap = least > keptTop + 1;
    if (gap && !newest)
        return; // what lies between is not known: the next page brings all of it
    m_database.together([&] {
        if (gap)
            forgetMessages(conversationId);
        bool good = true;
        for (const QJsonValue &message : messages)
            good = good
                   && m_database.run("insert or replace into messages (conversation_id, seq, value) values (?, ?, ?)",
                                     {conversationId, seqOf(message), textOf(message.toObject())});
        return good
               && m_database.run("delete from messages where conversation_id = ? and seq <= (select seq from messages where "
                                 "conversation_id = ? order by seq desc limit 1 offset ?)",
                                 {conversationId, conversationId, kMessagesKept});
    });
    // The document stands for the rows: it has their age, their size, and takes them along when it is evicted.
    qint64 size = 0;
    m_database.run("select coalesce(sum(length(value)), 0) from messages where conversation_id = ?", {conversationId},
                   [&](const SqlRow &row) { size = row(0).toLongLong(); });
    const qint64 now = m_now();
    m_database.run("insert into documents (key, fetched_ms, used_ms, size, value) values (?, ?, ?, ?, '{}') on conflict (key) do "
                   "update set fetched_ms = case when ? then excluded.fetched_ms else fetched_ms end, "
                   "used_ms = excluded.used_ms, size = excluded.size",
                   {QString(kMessages + conversationId), now, now, size, newest});
    m_bytes = -1;
    shrink();
}

Kept OfflineCache::messages(const QString &conversationId)
{
    Kept kept = get(kMessages + conversationId);
    if (kept.empty())
        return kept;
    QJsonArray items;
    m_database.run("select value from messages where conversation_id = ? order by seq desc", {conversationId},
                   [&](const SqlRow &row) { items.append(QJsonDocument::fromJson(row(0).toByteArray()).object()); });
    kept.value = {{QStringLiteral("items"), items}};
    return kept;
}

qint64 OfflineCache::bytes()
{
    if (m_bytes < 0) {
        m_bytes = 0;
        m_database.run("select coalesce(sum(size), 0) from documents", {},
                       [this](const SqlRow &row) { m_bytes = row(0).toLongLong(); });
    }
    return m_bytes;
}

// Down to nine tenths, so that not every further document evicts another.
void OfflineCache::shrink()
{
    if (bytes() <= m_limitBytes)
        return;
    QStringList going;
    qint64 left = bytes();
    m_database.run("select key, size from documents order by used_ms, rowid", {}, [&](const SqlRow &row) {
        if (left <= m_limitBytes / 10 * 9)
            return;
        going << row(0).toString();
        left -= row(1).toLongLong();
    });
    m_database.together([&] {
        for (const QString &key : std::as_const(going))
            remove(key);
        return true;
    });
}

} // namespace cargo::client
