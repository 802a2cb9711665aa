#include "server/providers/search/meilisearch/meilisearch_provider.h"

#include "server/core/log.h"
#include "server/core/run_here.h"
#include "server/providers/search/meilisearch/meilisearch_query.h"
#include "server/providers/search/meilisearch/meilisearch_settings.h"
#include "server/providers/search/outside_cursor.h"
#include "server/providers/search/outside_refill.h"

#include <algorithm>

namespace cargo::search {

using namespace meilisearch;
using namespace Qt::Literals;

namespace {
constexpr qsizetype kDocumentsMost = 1'000; // of one task
constexpr qsizetype kBuriedMost = 10'000;
constexpr int kStandingPage = 10'000;
const QByteArray kCursorKind = "m1";

QJsonArray pairsOf(const QByteArray &uid)
{
    return {QJsonObject{{u"indexUid"_s, QString::fromLatin1(uid)}, {u"limit"_s, 0}, {u"facets"_s, QJsonArray{u"pair"_s}}}};
}

std::vector<QString> typedOf(const std::vector<AskedWord> &words)
{
    std::vector<QString> typed;
    for (const AskedWord &word : words) {
        if (std::find(typed.begin(), typed.end(), word.typed) == typed.end())
            typed.push_back(word.typed);
    }
    return typed;
}
} // namespace

MeilisearchProvider::MeilisearchProvider(const Clock &clock, OutsideAddress address)
    : m_clock(clock), m_api(std::move(address)), m_uid(m_api.http().index() + "-f" + QByteArray::number(kFormVersion))
{
}

// ---- The index

QCoro::Task<Outcome> MeilisearchProvider::prepare(QByteArray uid)
{
    CARGO_CO_TRY(co_await m_api.createIndex(uid));
    co_return co_await m_api.changeSettings(uid, wantedSettings());
}

QCoro::Task<Result<bool>> MeilisearchProvider::open()
{
    const auto settings = co_await m_api.settings(m_uid);
    CARGO_CO_TRY(settings);
    if (!*settings)
        co_return false;
    if (const QJsonObject change = settingsToChange(wantedSettings(), **settings); !change.isEmpty()) {
        log::info("search.engine_settings", {{"engine", "meilisearch"}, {"changed", QStringList(change.keys()).join(u' ')}});
        CARGO_CO_TRY(co_await m_api.changeSettings(m_uid, change));
    }
    m_ready = true;
    co_await countAll();
    co_return true;
}

// An index that was never there is made; one that was lost while we run is not: it would lack everything but the last changes.
QCoro::Task<Outcome> MeilisearchProvider::makeReady()
{
    if (m_ready)
        co_return ok();
    const auto opened = co_await open();
    CARGO_CO_TRY(opened);
    if (!*opened)
        CARGO_CO_TRY(co_await prepare(m_uid));
    m_ready = true;
    co_return ok();
}

Result<bool> MeilisearchProvider::restore() { return runHere(open()); }

QCoro::Task<void> MeilisearchProvider::countAll()
{
    if (const auto size = co_await m_api.size(m_uid); size.ok())
        m_size = *size;
    m_names.renewSoon();
}

// ---- Writing

QCoro::Task<Result<QHash<QString, qint64>>> MeilisearchProvider::revisionsOf(std::vector<ListingId> ids)
{
    QHash<QString, qint64> revisions;
    for (size_t from = 0; from < ids.size(); from += size_t(kDocumentsMost)) {
        QJsonArray some;
        for (size_t i = from; i < std::min(ids.size(), from + size_t(kDocumentsMost)); ++i)
            some.append(ids[i].toString());
        QJsonObject wanted{{u"ids"_s, some}, {u"fields"_s, QJsonArray{u"id"_s, u"revision"_s}}, {u"limit"_s, some.size()}};
        const auto found = co_await m_api.fetch(m_uid, wanted);
        CARGO_CO_TRY(found);
        for (const QJsonValue &one : *found)
            revisions.insert(one[u"id"].toString(), one[u"revision"].toInteger());
    }
    co_return revisions;
}

QCoro::Task<Outcome> MeilisearchProvider::store(QByteArray uid, std::vector<Document> documents)
{
    const Timestamp now = m_clock.now();
    QJsonArray batch;
    for (size_t i = 0; i < documents.size(); ++i) {
        batch.append(documentOf(documents[i], now));
        if (batch.size() == kDocumentsMost || i + 1 == documents.size())
            CARGO_CO_TRY(co_await m_api.add(uid, std::exchange(batch, {})));
    }
    co_return ok();
}

QCoro::Task<Outcome> MeilisearchProvider::upsert(std::vector<Document> documents)
{
    if (documents.empty())
        co_return ok();
    CARGO_CO_TRY(co_await makeReady());
    std::vector<ListingId> ids;
    for (const Document &document : documents)
        ids.push_back(document.id);
    auto standing = co_await revisionsOf(std::move(ids));
    CARGO_CO_TRY(standing);
    {
        const std::lock_guard guard(m_buriedLock);
        for (const Document &document : documents) {
            const QString id = document.id.toString();
            if (const auto buried = m_buried.constFind(id); buried != m_buried.constEnd() && !standing->contains(id))
                standing->insert(id, *buried + 1); // what was removed does not come back by itself
        }
    }
    std::vector<Document> newer;
    QHash<QString, size_t> places;
    for (Document &document : documents) {
        const QString id = document.id.toString();
        if (const auto known = standing->constFind(id); known != standing->constEnd() && *known > document.revision)
            continue;
        standing->insert(id, document.revision);
        if (const auto place = places.constFind(id); place != places.constEnd()) {
            newer[*place] = std::move(document);
            continue;
        }
        places.insert(id, newer.size());
        newer.push_back(std::move(document));
    }
    if (newer.empty())
        co_return ok();
    CARGO_CO_TRY(co_await store(m_uid, std::move(newer)));
    co_await countAll();
    co_return ok();
}

void MeilisearchProvider::bury(const QHash<QString, qint64> &removed)
{
    const std::lock_guard guard(m_buriedLock);
    if (m_buried.size() + removed.size() > kBuriedMost)
        m_buried.clear(); // what comes late comes within minutes
    m_buried.insert(removed);
}

QCoro::Task<Outcome> MeilisearchProvider::remove(std::vector<ListingId> ids)
{
    if (ids.empty())
        co_return ok();
    CARGO_CO_TRY(co_await makeReady());
    const auto standing = co_await revisionsOf(std::move(ids));
    CARGO_CO_TRY(standing);
    if (standing->isEmpty())
        co_return ok();
    CARGO_CO_TRY(co_await m_api.erase(m_uid, QJsonArray::fromStringList(standing->keys())));
    bury(*standing);
    co_await countAll();
    co_return ok();
}

std::unique_ptr<Refill> MeilisearchProvider::refill()
{
    // Of its own name: two servers may be at it at the same time.
    QByteArray uid = m_uid + "-next-" + newUuid(m_clock.now()).toText().last(12);
    return std::make_unique<OutsideRefill<MeilisearchProvider>>(*this, std::move(uid));
}

QCoro::Task<Outcome> MeilisearchProvider::takePlace(QByteArray uid)
{
    const auto settings = co_await m_api.settings(m_uid);
    CARGO_CO_TRY(settings);
    if (!*settings)
        CARGO_CO_TRY(co_await m_api.createIndex(m_uid)); // only what is there can be swapped
    CARGO_CO_TRY(co_await m_api.swapIndexes(m_uid, uid));
    m_ready = true;
    co_await countAll();
    if (!(co_await m_api.dropIndex(uid)).ok())
        log::warning("search.engine_leftover", {{"engine", "meilisearch"}, {"index", uid}});
    co_return ok();
}

QCoro::Task<Result<std::vector<Standing>>> MeilisearchProvider::standing(ListingId after, ListingId last)
{
    std::vector<Standing> list;
    const QString filter = u"id_ms >= "_s + QString::number(idMs(after)) + u" AND id_ms <= "_s + QString::number(idMs(last));
    for (int offset = 0;; offset += kStandingPage) {
        QJsonObject wanted{{u"filter"_s, filter},
                           {u"fields"_s, QJsonArray{u"id"_s, u"revision"_s}},
                           {u"sort"_s, QJsonArray{u"id:asc"_s}},
                           {u"offset"_s, offset},
                           {u"limit"_s, kStandingPage}};
        const auto found = co_await m_api.fetch(m_uid, wanted);
        CARGO_CO_TRY(found);
        for (const QJsonValue &one : *found) {
            const auto id = ListingId::fromText(one[u"id"].toString());
            if (id && *id > after && *id <= last)
                list.push_back({*id, one[u"revision"].toInteger()});
        }
        if (found->size() < kStandingPage)
            break;
    }
    std::sort(list.begin(), list.end(), [](const Standing &a, const Standing &b) { return a.id < b.id; });
    co_return list;
}

// ---- Asking

QCoro::Task<Result<Answer>> MeilisearchProvider::search(CallContextPtr context, SearchQuery query)
{
    qint64 offset = 0;
    if (!query.cursor.isEmpty()) {
        const auto place = readPlace(query, kCursorKind);
        bool isNumber = false;
        offset = place ? place->toLongLong(&isNumber) : 0;
        if (!isNumber || offset <= 0 || offset >= kHitsMost)
            co_return {ErrorCode::CursorInvalid, u"cursor"_s};
    }
    AskedText text = readAsked(query.text);
    Answer answer;
    answer.didYouMean = text.searchedInstead;
    answer.appliedSynonyms = text.synonyms;
    std::vector<AskedWord> &words = text.words;
    std::vector<AskedWord> dropped;
    for (bool isFirst = true;; isFirst = false) {
        const Question question(m_uid, query, text, offset);
        const auto results = co_await m_api.search(question.queries(), remainingMs(*context));
        CARGO_CO_TRY(results);
        const size_t least = conditionsOf(query).empty() ? 1 : 0; // filters stand without words
        if (question.totalOf(*results) > 0 || words.size() <= least) {
            question.read(*results, answer);
            break;
        }
        // As many of the words as there are: first without those that nothing holds, then without the last ones.
        std::vector<AskedWord> left;
        if (isFirst) {
            const auto alone = co_await m_api.search(singleWords(m_uid, query, words), remainingMs(*context));
            CARGO_CO_TRY(alone);
            for (size_t i = 0; i < words.size(); ++i) {
                const bool isHeld = (*alone)[qsizetype(i)].toObject().value(u"totalHits"_s).toInteger() > 0;
                (isHeld ? left : dropped).push_back(words[i]);
            }
        }
        const bool lettingAllGo = isFirst && left.empty() && least == 0;
        if (!lettingAllGo && (left.empty() || left.size() == words.size())) {
            left.assign(words.begin(), words.end() - 1);
            dropped.push_back(words.back());
        }
        words = std::move(left);
    }
    if (answer.total > 0)
        answer.relaxed = typedOf(dropped);
    const qint64 next = offset + qint64(answer.hits.size());
    if (!answer.hits.empty() && next < std::min<qint64>(answer.total, kHitsMost))
        answer.nextCursor = writePlace(query, kCursorKind, QByteArray::number(next));
    co_return answer;
}

QCoro::Task<void> MeilisearchProvider::countNames(int wholeMs)
{
    const auto results = co_await m_api.search(pairsOf(m_uid), wholeMs);
    std::optional<std::vector<std::pair<QString, qint64>>> pairs;
    if (results.ok()) {
        pairs.emplace();
        const QJsonObject counted = (*results)[0].toObject().value(u"facetDistribution"_s).toObject().value(u"pair"_s).toObject();
        for (auto pair = counted.begin(); pair != counted.end(); ++pair)
            pairs->emplace_back(pair.key(), pair.value().toInteger());
    }
    m_names.put(pairs);
}

QCoro::Task<Result<std::vector<Suggestion>>> MeilisearchProvider::suggest(CallContextPtr context, QString text, int limit)
{
    if (m_names.isDue())
        co_await countNames(remainingMs(*context));
    co_return m_names.suggest(text, limit);
}

} // namespace cargo::search
