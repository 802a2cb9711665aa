#include "server/providers/search/opensearch/opensearch_provider.h"

#include "server/core/log.h"
#include "server/core/run_here.h"
#include "server/providers/search/opensearch/opensearch_index.h"
#include "server/providers/search/opensearch/opensearch_query.h"
#include "server/providers/search/outside_refill.h"

#include <algorithm>

namespace cargo::search {

using namespace opensearch;
using namespace Qt::Literals;

namespace {
constexpr qsizetype kBulkBytes = 4 * 1024 * 1024;
constexpr int kStandingPage = 10'000; // the engine gives no more at once
const QByteArray kLines = "application/x-ndjson";

QByteArray action(const char *kind, const QJsonObject &target) { return compact({{QLatin1String(kind), target}}) + '\n'; }
} // namespace

OpenSearchProvider::OpenSearchProvider(const Clock &clock, OutsideAddress address)
    : m_clock(clock), m_http("opensearch", std::move(address)), m_alias(m_http.index() + "-f" + QByteArray::number(kFormVersion))
{
}

QCoro::Task<Result<QJsonObject>> OpenSearchProvider::ask(QByteArray path, QJsonObject body, int wholeMs)
{
    const EngineReply reply = co_await m_http.ask("POST", std::move(path), compact(body), wholeMs);
    if (!reply.ok())
        co_return ErrorCode::Unavailable;
    if (reply.object().value(u"timed_out"_s).toBool())
        co_return ErrorCode::Unavailable; // counts of a part of the market
    co_return reply.object();
}

// ---- The index

QByteArray OpenSearchProvider::newIndexName() const { return m_alias + '-' + newUuid(m_clock.now()).toText().last(12); }

QCoro::Task<Outcome> OpenSearchProvider::prepare(QByteArray index)
{
    const EngineReply made = co_await m_http.ask("PUT", '/' + index, compact(indexBody()));
    co_return made.ok() ? ok() : Outcome(ErrorCode::Unavailable);
}

QCoro::Task<Result<std::vector<QByteArray>>> OpenSearchProvider::indexesBehindAlias()
{
    const EngineReply reply = co_await m_http.look("/_alias/" + m_alias);
    if (!reply.ok() && reply.status != 404)
        co_return ErrorCode::Unavailable;
    std::vector<QByteArray> list;
    if (reply.ok()) {
        for (const QString &index : reply.object().keys())
            list.push_back(index.toLatin1());
    }
    co_return list;
}

QCoro::Task<Result<bool>> OpenSearchProvider::open()
{
    const EngineReply reply = co_await m_http.look('/' + m_alias + "/_mapping");
    if (reply.status == 404)
        co_return false;
    if (!reply.ok() || reply.object().isEmpty())
        co_return ErrorCode::Unavailable;
    if (!isOfThisForm(reply.object().begin().value()[u"mappings"].toObject()))
        co_return false;
    m_ready = true;
    co_await countAll();
    co_return true;
}

Result<bool> OpenSearchProvider::restore() { return runHere(open()); }

// An index that was never there is made; one that was lost while we run is not: it would lack everything but the last changes.
QCoro::Task<Outcome> OpenSearchProvider::makeReady()
{
    if (m_ready)
        co_return ok();
    const auto opened = co_await open();
    CARGO_CO_TRY(opened);
    if (*opened)
        co_return ok();
    const QByteArray index = newIndexName();
    CARGO_CO_TRY(co_await prepare(index));
    co_return co_await takePlace(index);
}

QCoro::Task<Outcome> OpenSearchProvider::takePlace(QByteArray index)
{
    const EngineReply refreshed = co_await m_http.ask("POST", '/' + index + "/_refresh");
    if (!refreshed.ok())
        co_return ErrorCode::Unavailable;
    const auto before = co_await indexesBehindAlias();
    CARGO_CO_TRY(before);
    const QString alias = QString::fromLatin1(m_alias);
    QJsonArray actions{QJsonObject{{u"add"_s, QJsonObject{{u"index"_s, QString::fromLatin1(index)}, {u"alias"_s, alias}}}}};
    for (const QByteArray &old : *before)
        actions.append(QJsonObject{{u"remove_index"_s, QJsonObject{{u"index"_s, QString::fromLatin1(old)}}}});
    const QByteArray body = "{\"actions\":" + QJsonDocument(actions).toJson(QJsonDocument::Compact) + '}';
    const EngineReply swapped = co_await m_http.ask("POST", "/_aliases", body);
    if (!swapped.ok())
        co_return ErrorCode::Unavailable;
    m_ready = true;
    co_await countAll();
    co_return ok();
}

std::unique_ptr<Refill> OpenSearchProvider::refill()
{
    return std::make_unique<OutsideRefill<OpenSearchProvider>>(*this, newIndexName());
}

QCoro::Task<void> OpenSearchProvider::countAll()
{
    const EngineReply reply = co_await m_http.ask("GET", '/' + m_alias + "/_count");
    if (reply.ok())
        m_size = reply.object().value(u"count"_s).toInteger();
    m_names.renewSoon();
}

// ---- Writing

// 200 says nothing of the single ones. 409: what stands there is as new or newer; 404: what shall go is not there.
QCoro::Task<Outcome> OpenSearchProvider::bulk(QByteArray path, QByteArray lines)
{
    const EngineReply reply = co_await m_http.ask("POST", path, std::move(lines), EngineHttp::kWriteMs, kLines);
    if (!reply.ok())
        co_return ErrorCode::Unavailable;
    for (const QJsonValue &item : reply.object().value(u"items"_s).toArray()) {
        const QJsonObject done = item.toObject();
        const QJsonValue result = done.isEmpty() ? QJsonValue() : done.begin().value();
        const int status = result[u"status"].toInt();
        const bool isDelete = done.contains(u"delete"_s);
        if ((status >= 200 && status < 300) || status == 409 || (isDelete && status == 404 && result[u"error"].isUndefined()))
            continue;
        log::warning("search.engine_refused", {{"engine", "opensearch"},
                                               {"call", path},
                                               {"status", status},
                                               {"code", result[u"error"][u"type"].toString()},
                                               {"text", result[u"error"][u"reason"].toString().left(300)}});
        co_return ErrorCode::Unavailable;
    }
    co_return ok();
}

QCoro::Task<Outcome> OpenSearchProvider::store(QByteArray index, std::vector<Document> documents)
{
    return write('/' + index + "/_bulk", std::move(documents));
}

QCoro::Task<Outcome> OpenSearchProvider::write(QByteArray path, std::vector<Document> documents)
{
    QByteArray lines;
    for (size_t i = 0; i < documents.size(); ++i) {
        // At the same revision the last word counts: how a driver's deals end changes a listing's worth, not the listing.
        lines += action("index", {{u"_id"_s, documents[i].id.toString()},
                                  {u"version"_s, documents[i].revision},
                                  {u"version_type"_s, u"external_gte"_s}});
        lines += compact(documentOf(documents[i])) + '\n';
        if (lines.size() >= kBulkBytes || i + 1 == documents.size())
            CARGO_CO_TRY(co_await bulk(path, std::exchange(lines, {})));
    }
    co_return ok();
}

QCoro::Task<Outcome> OpenSearchProvider::upsert(std::vector<Document> documents)
{
    if (documents.empty())
        co_return ok();
    CARGO_CO_TRY(co_await makeReady());
    // Not into an index that the engine would make by itself.
    CARGO_CO_TRY(co_await write('/' + m_alias + "/_bulk?refresh=wait_for&require_alias=true", std::move(documents)));
    co_await countAll();
    co_return ok();
}

QCoro::Task<Outcome> OpenSearchProvider::remove(std::vector<ListingId> ids)
{
    if (ids.empty())
        co_return ok();
    CARGO_CO_TRY(co_await makeReady());
    QByteArray lines;
    for (const ListingId &id : ids)
        lines += action("delete", {{u"_id"_s, id.toString()}});
    CARGO_CO_TRY(co_await bulk('/' + m_alias + "/_bulk?refresh=wait_for&require_alias=true", std::move(lines)));
    co_await countAll();
    co_return ok();
}

QCoro::Task<Result<std::vector<Standing>>> OpenSearchProvider::standing(ListingId after, ListingId last)
{
    std::vector<Standing> list;
    QString from = after.toString();
    for (;;) {
        const QJsonObject bounds{{u"gt"_s, from}, {u"lte"_s, last.toString()}};
        const QJsonObject body{{u"size"_s, kStandingPage},
                               {u"_source"_s, QJsonArray{u"revision"_s}},
                               {u"query"_s, QJsonObject{{u"range"_s, QJsonObject{{u"id"_s, bounds}}}}},
                               {u"sort"_s, QJsonArray{QJsonObject{{u"id"_s, u"asc"_s}}}}};
        const auto found = co_await ask('/' + m_alias + "/_search", body, EngineHttp::kWriteMs);
        CARGO_CO_TRY(found);
        const QJsonArray hits = (*found)[u"hits"][u"hits"].toArray();
        for (const QJsonValue &hit : hits) {
            from = hit[u"_id"].toString();
            if (const auto id = ListingId::fromText(from))
                list.push_back({*id, hit[u"_source"][u"revision"].toInteger()});
        }
        if (hits.size() < kStandingPage)
            co_return list;
    }
}

// ---- Asking

QCoro::Task<Result<Answer>> OpenSearchProvider::search(CallContextPtr context, SearchQuery query)
{
    const AskedText text = readAsked(query.text);
    Answer answer;
    answer.didYouMean = text.searchedInstead;
    answer.appliedSynonyms = text.synonyms;
    Place place{m_clock.now(), {int(text.words.size()), false}, {}};
    if (!query.cursor.isEmpty()) {
        const auto known = readPlace(query);
        if (!known)
            co_return {ErrorCode::CursorInvalid, u"cursor"_s};
        place = *known;
    }
    const QByteArray path = '/' + m_alias + "/_search";
    auto found = co_await ask(path, searchBody(query, text, place), remainingMs(*context));
    CARGO_CO_TRY(found);
    if (totalOf(*found) == 0 && !text.words.empty() && query.cursor.isEmpty()) {
        // As many of the words as there are, and each with a mistake if need be: all ways are counted in one call.
        const std::vector<Strictness> weaker = weakerThan(text.words, query);
        QByteArray lines;
        for (const Strictness &strictness : weaker)
            lines += "{}\n" + compact(countBody(query, text, strictness)) + '\n';
        const EngineReply reply =
            co_await m_http.ask("POST", '/' + m_alias + "/_msearch", std::move(lines), remainingMs(*context), kLines);
        if (!reply.ok())
            co_return ErrorCode::Unavailable;
        const QJsonArray counted = reply.object().value(u"responses"_s).toArray();
        for (qsizetype i = 0; i < std::min<qsizetype>(counted.size(), qsizetype(weaker.size())); ++i) {
            if (totalOf(counted[i].toObject()) == 0)
                continue;
            place.strictness = weaker[size_t(i)];
            found = co_await ask(path, searchBody(query, text, place), remainingMs(*context));
            CARGO_CO_TRY(found);
            break;
        }
    }
    readAnswer(*found, query, place, answer);
    if (answer.total > 0 && place.strictness.least < int(text.words.size()))
        answer.relaxed = missedWords(*found, text.words);
    co_return answer;
}

QCoro::Task<void> OpenSearchProvider::countNames(int wholeMs)
{
    const QJsonObject terms{{u"field"_s, u"pair"_s}, {u"size"_s, 10'000}};
    const QJsonObject body{{u"size"_s, 0}, {u"aggs"_s, QJsonObject{{u"pairs"_s, QJsonObject{{u"terms"_s, terms}}}}}};
    const auto found = co_await ask('/' + m_alias + "/_search", body, wholeMs);
    std::optional<std::vector<std::pair<QString, qint64>>> pairs;
    if (found.ok()) {
        pairs.emplace();
        for (const QJsonValue &bucket : (*found)[u"aggregations"][u"pairs"][u"buckets"].toArray())
            pairs->emplace_back(bucket[u"key"].toString(), bucket[u"doc_count"].toInteger());
    }
    m_names.put(pairs);
}

QCoro::Task<Result<std::vector<Suggestion>>> OpenSearchProvider::suggest(CallContextPtr context, QString text, int limit)
{
    if (m_names.isDue())
        co_await countNames(remainingMs(*context));
    co_return m_names.suggest(text, limit);
}

} // namespace cargo::search
