#include "qml/client/offline_cache.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUuid>

namespace cargo::client {

OfflineCache::OfflineCache(QString folder) : m_folder(std::move(folder)), m_connection(QUuid::createUuid().toString()) {}

OfflineCache::~OfflineCache()
{
    if (m_open)
        QSqlDatabase::removeDatabase(m_connection);
}

QString OfflineCache::filesFolder() const { return m_folder + QStringLiteral("/outbox"); }

bool OfflineCache::open()
{
    if (m_open)
        return true;
    QDir().mkpath(m_folder);
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    database.setDatabaseName(m_folder + QStringLiteral("/cargo.sqlite"));
    m_open = true;
    if (!database.open())
        return false;
    QSqlQuery query(database);
    query.exec(QStringLiteral("pragma journal_mode=wal"));
    query.exec(QStringLiteral("create table if not exists lists (key text primary key, value blob not null)"));
    query.exec(QStringLiteral("create table if not exists queue_files (client_id text not null, path text primary key, "
                              "media_id text not null default '')"));
    return query.exec(
        QStringLiteral("create table if not exists queue (client_id text primary key, conversation_id text not null, "
                       "body text not null, created_ms integer not null, error text not null default '')"));
}

void OfflineCache::put(const QString &key, const QJsonObject &value)
{
    if (!open())
        return;
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.prepare(QStringLiteral("insert into lists values (?, ?) on conflict (key) do update set value = excluded.value"));
    query.addBindValue(key);
    query.addBindValue(QJsonDocument(value).toJson(QJsonDocument::Compact));
    query.exec();
}

QJsonObject OfflineCache::get(const QString &key)
{
    if (!open())
        return {};
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.prepare(QStringLiteral("select value from lists where key = ?"));
    query.addBindValue(key);
    return query.exec() && query.next() ? QJsonDocument::fromJson(query.value(0).toByteArray()).object() : QJsonObject();
}

void OfflineCache::queue(const QueuedMessage &message)
{
    if (!open())
        return;
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.prepare(
        QStringLiteral("insert or ignore into queue (client_id, conversation_id, body, created_ms) values (?, ?, ?, ?)"));
    query.addBindValue(message.clientId);
    query.addBindValue(message.conversationId);
    query.addBindValue(message.body.isNull() ? QStringLiteral("") : message.body); // a photo without words; null is no text
    query.addBindValue(message.createdMs);
    query.exec();
    for (const QueuedMessage::File &file : message.files) {
        query.prepare(QStringLiteral("insert or ignore into queue_files (client_id, path) values (?, ?)"));
        query.addBindValue(message.clientId);
        query.addBindValue(file.path);
        query.exec();
    }
}

void OfflineCache::setMediaId(const QString &clientId, const QString &path, const QString &mediaId)
{
    if (!open())
        return;
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.prepare(QStringLiteral("update queue_files set media_id = ? where client_id = ? and path = ?"));
    query.addBindValue(mediaId);
    query.addBindValue(clientId);
    query.addBindValue(path);
    query.exec();
}

QString OfflineCache::keepFile(const QByteArray &bytes)
{
    const QString folder = filesFolder();
    QDir().mkpath(folder);
    QFile file(folder + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".jpg"));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return {};
    return file.fileName();
}

void OfflineCache::setError(const QString &clientId, const QString &error)
{
    if (!open())
        return;
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.prepare(QStringLiteral("update queue set error = ? where client_id = ?"));
    query.addBindValue(error.isNull() ? QStringLiteral("") : error);
    query.addBindValue(clientId);
    query.exec();
}

void OfflineCache::unqueue(const QString &clientId)
{
    if (!open())
        return;
    QSqlQuery query(QSqlDatabase::database(m_connection));
    for (const QueuedMessage::File &file : filesOf(clientId))
        QFile::remove(file.path);
    for (const char *text : {"delete from queue_files where client_id = ?", "delete from queue where client_id = ?"}) {
        query.prepare(QLatin1String(text));
        query.addBindValue(clientId);
        query.exec();
    }
}

std::vector<QueuedMessage::File> OfflineCache::filesOf(const QString &clientId)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.prepare(QStringLiteral("select path, media_id from queue_files where client_id = ? order by rowid"));
    query.addBindValue(clientId);
    query.exec();
    std::vector<QueuedMessage::File> files;
    while (query.next())
        files.push_back({query.value(0).toString(), query.value(1).toString()});
    return files;
}

std::vector<QueuedMessage> OfflineCache::queued()
{
    std::vector<QueuedMessage> messages;
    if (!open())
        return messages;
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.exec(
        QStringLiteral("select client_id, conversation_id, body, created_ms, error from queue order by created_ms, client_id"));
    while (query.next())
        messages.push_back({query.value(0).toString(),
                            query.value(1).toString(),
                            query.value(2).toString(),
                            query.value(3).toLongLong(),
                            query.value(4).toString(),
                            {}});
    for (QueuedMessage &message : messages)
        message.files = filesOf(message.clientId);
    return messages;
}

void OfflineCache::clear()
{
    if (!open())
        return;
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.exec(QStringLiteral("delete from lists"));
    query.exec(QStringLiteral("delete from queue"));
    query.exec(QStringLiteral("delete from queue_files"));
    QDir(filesFolder()).removeRecursively();
}

} // namespace cargo::client
