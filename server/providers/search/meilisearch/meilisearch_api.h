#pragma once

#include "server/providers/search/outside_http.h"

#include <QJsonArray>

namespace cargo::search::meilisearch {

// The calls of Meilisearch's HTTP API that we need. Source: its OpenAPI description, 1.53. What changes something is a task of
// the engine, and done when the task is. Thread-safe. Errors: Unavailable, told in the log.
class Api
{
public:
    explicit Api(OutsideAddress address) : m_http("meilisearch", std::move(address)) {}

    const EngineHttp &http() const { return m_http; }

    // Nothing: there is no such index.
    QCoro::Task<Result<std::optional<QJsonObject>>> settings(QByteArray uid) const;
    QCoro::Task<Result<qint64>> size(QByteArray uid) const;
    // Documents as they are kept, with these fields alone.
    QCoro::Task<Result<QJsonArray>> fetch(QByteArray uid, QJsonObject wanted) const;

    QCoro::Task<Outcome> createIndex(QByteArray uid) const;
    QCoro::Task<Outcome> dropIndex(QByteArray uid) const;
    QCoro::Task<Outcome> swapIndexes(QByteArray one, QByteArray other) const;
    QCoro::Task<Outcome> changeSettings(QByteArray uid, QJsonObject settings) const;
    QCoro::Task<Outcome> add(QByteArray uid, QJsonArray documents) const;
    QCoro::Task<Outcome> erase(QByteArray uid, QJsonArray ids) const;

    // `results` of one multi-search.
    QCoro::Task<Result<QJsonArray>> search(QJsonArray queries, int wholeMs) const;

private:
    QCoro::Task<Outcome> change(QByteArray verb, QByteArray path, QByteArray body) const;

    EngineHttp m_http;
};

} // namespace cargo::search::meilisearch
