#include "qml/client/offline_cache.h"

#include <QDir>
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
    query.addBindValue(message.body);
    query.addBindValue(message.createdMs);
    query.exec();
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
    query.prepare(QStringLiteral("delete from queue where client_id = ?"));
    query.addBindValue(clientId);
    query.exec();
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
        messages.push_back({query.value(0).toString(), query.value(1).toString(), query.value(2).toString(),
                            query.value(3).toLongLong(), query.value(4).toString()});
    return messages;
}

void OfflineCache::clear()
{
    if (!open())
        return;
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.exec(QStringLiteral("delete from lists"));
    query.exec(QStringLiteral("delete from queue"));
}

} // namespace cargo::client
