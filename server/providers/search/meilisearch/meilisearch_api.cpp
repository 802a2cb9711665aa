#include "server/providers/search/meilisearch/meilisearch_api.h"

#include "server/core/log.h"

#include <QCoroTimer>
#include <QDeadlineTimer>

namespace cargo::search::meilisearch {

using namespace Qt::Literals;

namespace {
constexpr qint64 kTaskMs = 10 * 60'000; // settings of a full index are worked into all of it
constexpr int kFirstLookMs = 10;
constexpr int kLookMostMs = 1'000;

QByteArray text(const QJsonArray &array) { return QJsonDocument(array).toJson(QJsonDocument::Compact); }
} // namespace

QCoro::Task<Outcome> Api::change(QByteArray verb, QByteArray path, QByteArray body) const
{
    const EngineReply begun = co_await m_http.ask(verb, path, std::move(body));
    const QJsonValue task = begun.object().value(u"taskUid"_s);
    if (!begun.ok() || !task.isDouble())
        co_return ErrorCode::Unavailable;
    const QByteArray taskPath = "/tasks/" + QByteArray::number(task.toInteger());
    const QDeadlineTimer deadline(kTaskMs);
    for (int pauseMs = kFirstLookMs; !deadline.hasExpired(); pauseMs = std::min(2 * pauseMs, kLookMostMs)) {
        const EngineReply seen = co_await m_http.ask("GET", taskPath);
        if (!seen.ok())
            co_return ErrorCode::Unavailable;
        const QString status = seen.object().value(u"status"_s).toString();
        if (status == u"succeeded")
            co_return ok();
        if (status == u"failed" || status == u"canceled") {
            const QJsonObject error = seen.object().value(u"error"_s).toObject();
            log::warning("search.engine_task_failed", {{"engine", "meilisearch"},
                                                       {"call", verb + ' ' + path},
                                                       {"code", error.value(u"code"_s).toString()},
                                                       {"text", error.value(u"message"_s).toString()}});
            co_return ErrorCode::Unavailable;
        }
        co_await QCoro::sleepFor(std::chrono::milliseconds(pauseMs));
    }
    log::warning("search.engine_task_late", {{"engine", "meilisearch"}, {"call", verb + ' ' + path}});
    co_return ErrorCode::Unavailable;
}

QCoro::Task<Result<std::optional<QJsonObject>>> Api::settings(QByteArray uid) const
{
    const EngineReply reply = co_await m_http.look("/indexes/" + uid + "/settings");
    if (reply.ok())
        co_return std::optional(reply.object());
    if (reply.status == 404 && reply.code == "index_not_found")
        co_return std::optional<QJsonObject>();
    co_return ErrorCode::Unavailable;
}

QCoro::Task<Result<qint64>> Api::size(QByteArray uid) const
{
    const EngineReply reply = co_await m_http.ask("GET", "/indexes/" + uid + "/stats");
    if (!reply.ok())
        co_return ErrorCode::Unavailable;
    co_return qint64(reply.object().value(u"numberOfDocuments"_s).toInteger());
}

QCoro::Task<Result<QJsonArray>> Api::fetch(QByteArray uid, QJsonObject wanted) const
{
    const EngineReply reply = co_await m_http.ask("POST", "/indexes/" + uid + "/documents/fetch", compact(wanted));
    if (!reply.ok())
        co_return ErrorCode::Unavailable;
    co_return reply.object().value(u"results"_s).toArray();
}

QCoro::Task<Outcome> Api::createIndex(QByteArray uid) const
{
    return change("POST", "/indexes", compact({{u"uid"_s, QString::fromLatin1(uid)}, {u"primaryKey"_s, u"id"_s}}));
}

QCoro::Task<Outcome> Api::dropIndex(QByteArray uid) const { return change("DELETE", "/indexes/" + uid, {}); }

QCoro::Task<Outcome> Api::swapIndexes(QByteArray one, QByteArray other) const
{
    const QJsonArray both{QString::fromLatin1(one), QString::fromLatin1(other)};
    return change("POST", "/swap-indexes", text({QJsonObject{{u"indexes"_s, both}}}));
}

QCoro::Task<Outcome> Api::changeSettings(QByteArray uid, QJsonObject settings) const
{
    return change("PATCH", "/indexes/" + uid + "/settings", compact(settings));
}

QCoro::Task<Outcome> Api::add(QByteArray uid, QJsonArray documents) const
{
    return change("POST", "/indexes/" + uid + "/documents?primaryKey=id", text(documents));
}

QCoro::Task<Outcome> Api::erase(QByteArray uid, QJsonArray ids) const
{
    return change("POST", "/indexes/" + uid + "/documents/delete-batch", text(ids));
}

QCoro::Task<Result<QJsonArray>> Api::search(QJsonArray queries, int wholeMs) const
{
    const qsizetype count = queries.size();
    const QByteArray body = "{\"queries\":" + text(queries) + '}';
    const EngineReply reply = co_await m_http.ask("POST", "/multi-search", body, wholeMs);
    QJsonArray results = reply.object().value(u"results"_s).toArray();
    if (!reply.ok() || results.size() != count)
        co_return ErrorCode::Unavailable;
    co_return results;
}

} // namespace cargo::search::meilisearch
