#include "harness/meilisearch_double.h"

#include "harness/meilisearch_search.h"

#include <QJsonDocument>
#include <QSet>

namespace cargo::test {

using namespace Qt::Literals;

namespace {
// What the published schema knows of the objects that we send, in our own words.
const std::vector<FieldRule> kSearchRules = {{"indexUid", "s"},
                                             {"q", "s0"},
                                             {"offset", "n0"},
                                             {"limit", "n0"},
                                             {"page", "n0"},
                                             {"hitsPerPage", "n0"},
                                             {"filter", "sa0"},
                                             {"sort", "a0"},
                                             {"facets", "a0"},
                                             {"matchingStrategy", "s"},
                                             {"distinct", "s0"},
                                             {"attributesToRetrieve", "a0"},
                                             {"attributesToCrop", "a0"},
                                             {"cropLength", "n"},
                                             {"attributesToHighlight", "a0"},
                                             {"highlightPreTag", "s"},
                                             {"cropMarker", "s"},
                                             {"highlightPostTag", "s"},
                                             {"locales", "a0"},
                                             {"hybrid", "o0"},
                                             {"attributesToSearchOn", "a0"},
                                             {"vector", "a0"},
                                             {"retrieveVectors", "b"},
                                             {"rankingScoreThreshold", "n0"},
                                             {"showRankingScore", "b"},
                                             {"showMatchesPosition", "b"},
                                             {"showRankingScoreDetails", "b"}};
const std::vector<FieldRule> kSettingsRules = {{"searchableAttributes", "a0"},
                                               {"filterableAttributes", "a0"},
                                               {"sortableAttributes", "a0"},
                                               {"rankingRules", "a0"},
                                               {"displayedAttributes", "a0"},
                                               {"stopWords", "a0"},
                                               {"synonyms", "o0"},
                                               {"typoTolerance", "o0"},
                                               {"distinctAttribute", "s0"},
                                               {"faceting", "o0"},
                                               {"pagination", "o0"},
                                               {"searchCutoffMs", "n0"},
                                               {"localizedAttributes", "a0"},
                                               {"proximityPrecision", "s0"},
                                               {"embedders", "o0"},
                                               {"prefixSearch", "s0"},
                                               {"facetSearch", "b0"},
                                               {"dictionary", "a0"},
                                               {"separatorTokens", "a0"},
                                               {"nonSeparatorTokens", "a0"}};
const std::vector<FieldRule> kTypoRules = {{"enabled", "b0"},
                                           {"minWordSizeForTypos", "o0"},
                                           {"disableOnWords", "a0"},
                                           {"disableOnAttributes", "a0"},
                                           {"disableOnNumbers", "b0"}};
const std::vector<FieldRule> kTypoSizeRules = {{"oneTypo", "n0"}, {"twoTypos", "n0"}};
const std::vector<FieldRule> kFacetingRules = {{"maxValuesPerFacet", "n0"}, {"sortFacetValuesBy", "o0"}};
const std::vector<FieldRule> kPaginationRules = {{"maxTotalHits", "n0"}};
const std::vector<FieldRule> kPatternRules = {{"attributePatterns", "a"}, {"features", "o"}};
const std::vector<FieldRule> kFeatureRules = {{"facetSearch", "b"}, {"filter", "o"}};
const std::vector<FieldRule> kFilterRules = {{"equality", "b"}, {"comparison", "b"}};
const std::vector<FieldRule> kMultiRules = {{"queries", "a"}, {"federation", "o0"}};
const std::vector<FieldRule> kIndexRules = {{"uid", "s"}, {"primaryKey", "s0"}};
const std::vector<FieldRule> kSwapRules = {{"indexes", "a"}, {"rename", "b"}};
const std::vector<FieldRule> kFetchRules = {{"offset", "n"}, {"limit", "n"},    {"fields", "a0"}, {"retrieveVectors", "b"},
                                            {"ids", "a0"},   {"filter", "sa0"}, {"sort", "a0"}};

QByteArray faultInSettings(const QJsonObject &settings)
{
    QByteArray fault = faultIn(settings, kSettingsRules);
    const auto look = [&fault](const QJsonValue &value, const std::vector<FieldRule> &rules) {
        if (fault.isEmpty())
            fault = faultIn(value.toObject(), rules);
    };
    look(settings[u"typoTolerance"], kTypoRules);
    look(settings[u"typoTolerance"][u"minWordSizeForTypos"], kTypoSizeRules);
    look(settings[u"faceting"], kFacetingRules);
    look(settings[u"pagination"], kPaginationRules);
    for (const QJsonValue &rule : settings[u"filterableAttributes"].toArray()) {
        look(rule, kPatternRules);
        look(rule[u"features"], kFeatureRules);
        look(rule[u"features"][u"filter"], kFilterRules);
    }
    static const QSet<QString> known{u"words"_s,         u"typo"_s, u"proximity"_s,    u"attribute"_s,
                                     u"attributeRank"_s, u"sort"_s, u"wordPosition"_s, u"exactness"_s};
    for (const QJsonValue &rule : settings[u"rankingRules"].toArray()) {
        const QString word = rule.toString();
        if (!known.contains(word) && !word.endsWith(u":asc") && !word.endsWith(u":desc"))
            fault = "unknown ranking rule " + word.toUtf8();
    }
    return fault;
}

QJsonObject objectOf(const QByteArray &body) { return QJsonDocument::fromJson(body).object(); }
bool isUid(const QString &uid)
{
    return !uid.isEmpty() && std::all_of(uid.begin(), uid.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'_');
    });
}
} // namespace

std::map<QByteArray, QByteArrayList> MeilisearchDouble::knownFields()
{
    const auto names = [](const std::vector<FieldRule> &rules) {
        QByteArrayList list;
        for (const FieldRule &rule : rules)
            list.append(rule.name);
        return list;
    };
    return {{"SearchQueryWithIndex", names(kSearchRules)},
            {"Settings_Unchecked", names(kSettingsRules)},
            {"TypoSettings", names(kTypoRules)},
            {"MinWordSizeTyposSetting", names(kTypoSizeRules)},
            {"FacetingSettings", names(kFacetingRules)},
            {"PaginationSettings", names(kPaginationRules)},
            {"FilterableAttributesPatterns", names(kPatternRules)},
            {"FilterableAttributesFeatures", names(kFeatureRules)},
            {"FilterFeatures", names(kFilterRules)},
            {"FederatedSearch", names(kMultiRules)},
            {"IndexCreateRequest", names(kIndexRules)},
            {"SwapIndexesPayload", names(kSwapRules)},
            {"BrowseQuery", names(kFetchRules)}};
}

void MeilisearchDouble::dropIndexes()
{
    const QMutexLocker lock(&m_mutex);
    m_indexes.clear();
}

QByteArrayList MeilisearchDouble::indexes() const
{
    const QMutexLocker lock(&m_mutex);
    QByteArrayList list;
    for (const auto &[uid, index] : m_indexes)
        list.append(uid.toUtf8());
    return list;
}

EngineDouble::Reply MeilisearchDouble::refuse(int status, const char *code, const QByteArray &message)
{
    if (status == 400)
        noteRefusal(code + QByteArray(": ") + message);
    return {status,
            {{u"message"_s, QString::fromUtf8(message)},
             {u"code"_s, QLatin1String(code)},
             {u"type"_s, u"invalid_request"_s},
             {u"link"_s, u"https://docs.example"_s}}};
}

EngineDouble::Reply MeilisearchDouble::broken(int status) const
{
    return {status,
            {{u"message"_s, u"broken"_s},
             {u"code"_s, status == 429 ? u"too_many_requests"_s : u"internal"_s},
             {u"type"_s, u"internal"_s},
             {u"link"_s, u""_s}}};
}

EngineDouble::Reply MeilisearchDouble::task(const char *kind, const QString &uid, const std::function<QByteArray()> &work)
{
    const int number = int(m_tasks.size());
    QJsonObject made{
        {u"uid"_s, number}, {u"indexUid"_s, uid}, {u"type"_s, QLatin1String(kind)}, {u"enqueuedAt"_s, u"2026-01-01T00:00:00Z"_s}};
    QByteArray fault = "out_of_disk";
    if (m_failing > 0)
        --m_failing;
    else
        fault = work();
    made.insert(u"status"_s, fault.isEmpty() ? u"succeeded"_s : u"failed"_s);
    made.insert(u"error"_s, fault.isEmpty() ? QJsonValue()
                                            : QJsonObject{{u"code"_s, QString::fromLatin1(fault)}, {u"message"_s, u"failed"_s}});
    m_tasks.push_back(made);
    return {202,
            {{u"taskUid"_s, number},
             {u"indexUid"_s, uid},
             {u"status"_s, u"enqueued"_s},
             {u"type"_s, QLatin1String(kind)},
             {u"enqueuedAt"_s, u"2026-01-01T00:00:00Z"_s}}};
}

// It is said to be under way at the first look.
EngineDouble::Reply MeilisearchDouble::seeTask(const QByteArray &uid)
{
    const int number = uid.toInt();
    if (number < 0 || size_t(number) >= m_tasks.size())
        return refuse(404, "task_not_found", "no such task");
    QJsonObject seen = m_tasks[size_t(number)];
    if (m_looks[number]++ == 0) {
        seen.insert(u"status"_s, u"processing"_s);
        seen.insert(u"error"_s, QJsonValue());
    }
    return {200, seen};
}

EngineDouble::Reply MeilisearchDouble::handle(const Call &call)
{
    if (call.path == QByteArrayList{"health"})
        return {200, {{u"status"_s, u"available"_s}}};
    const bool isSearch = call.path.size() > 0 && (call.path.first() == "multi-search" || call.path.last() == "search");
    if (call.authorization.isEmpty())
        return refuse(401, "missing_authorization_header", "no key");
    if (call.authorization != "Bearer " + key() && !(isSearch && call.authorization == "Bearer " + searchKey()))
        return refuse(403, "invalid_api_key", "the key is not allowed to");
    if (!call.body.isEmpty() && !call.type.startsWith("application/json"))
        return refuse(415, "invalid_content_type", "application/json is expected");
    if (!call.body.isEmpty() && QJsonDocument::fromJson(call.body).isNull())
        return refuse(400, "malformed_payload", "no JSON");
    const QByteArrayList &path = call.path;
    if (path == QByteArrayList{"version"})
        return {200, {{u"commitSha"_s, u"0"_s}, {u"commitDate"_s, u"0"_s}, {u"pkgVersion"_s, u"1.53.0"_s}}};
    if (path.size() == 2 && path[0] == "keys") {
        return {
            200,
            {{u"key"_s, QString::fromLatin1(path[1])}, {u"actions"_s, QJsonArray{u"*"_s}}, {u"indexes"_s, QJsonArray{u"*"_s}}}};
    }
    if (path.size() == 2 && path[0] == "tasks" && call.verb == "GET")
        return seeTask(path[1]);
    if (path == QByteArrayList{"multi-search"} && call.verb == "POST")
        return multiSearch(call);
    if (path == QByteArrayList{"swap-indexes"} && call.verb == "POST")
        return swapIndexes(call);
    if (path == QByteArrayList{"indexes"} && call.verb == "POST")
        return createIndex(call);
    if (path == QByteArrayList{"indexes"} && call.verb == "GET") {
        QJsonArray results;
        for (const auto &[uid, index] : m_indexes)
            results.append(QJsonObject{{u"uid"_s, uid}, {u"primaryKey"_s, index.primaryKey}});
        return {200, {{u"results"_s, results}, {u"offset"_s, 0}, {u"limit"_s, 1000}, {u"total"_s, results.size()}}};
    }
    if (path.size() >= 2 && path[0] == "indexes")
        return handleIndex(call, QString::fromUtf8(path[1]));
    return refuse(404, "not_found", "no such call");
}

EngineDouble::Reply MeilisearchDouble::createIndex(const Call &call)
{
    const QJsonObject body = objectOf(call.body);
    if (const QByteArray fault = faultIn(body, kIndexRules); !fault.isEmpty() || !isUid(body[u"uid"].toString()))
        return refuse(400, "bad_request", fault);
    const QString uid = body[u"uid"].toString();
    return task("indexCreation", uid, [&]() -> QByteArray {
        if (m_indexes.contains(uid))
            return "index_already_exists";
        m_indexes[uid].primaryKey = body[u"primaryKey"].toString();
        return {};
    });
}

EngineDouble::Reply MeilisearchDouble::handleIndex(const Call &call, const QString &uid)
{
    const QByteArray what = call.verb + ' ' + call.path.mid(2).join('/');
    if (what == "POST documents")
        return addDocuments(call, uid);
    if (what == "PATCH settings")
        return changeSettings(call, uid);
    if (what == "DELETE ")
        return task("indexDeletion", uid, [&]() -> QByteArray { return m_indexes.erase(uid) > 0 ? "" : "index_not_found"; });
    const auto index = m_indexes.find(uid);
    if (index == m_indexes.end())
        return refuse(404, "index_not_found", "Index `" + uid.toUtf8() + "` not found.");
    if (what == "GET ")
        return {200,
                {{u"uid"_s, uid},
                 {u"primaryKey"_s, index->second.primaryKey},
                 {u"createdAt"_s, u"2026-01-01T00:00:00Z"_s},
                 {u"updatedAt"_s, u"2026-01-01T00:00:00Z"_s}}};
    if (what == "GET settings")
        return {200, settingsOf(index->second)};
    if (what == "GET stats")
        return {200,
                {{u"numberOfDocuments"_s, qint64(index->second.documents.size())},
                 {u"isIndexing"_s, false},
                 {u"fieldDistribution"_s, QJsonObject()}}};
    if (what == "POST documents/fetch")
        return fetch(call, index->second);
    if (what == "POST documents/delete-batch")
        return task("documentDeletion", uid, [&]() -> QByteArray {
            for (const QJsonValue &id : QJsonDocument::fromJson(call.body).array())
                index->second.documents.erase(id.toVariant().toString());
            return {};
        });
    if (what == "POST search") {
        QJsonObject query = objectOf(call.body);
        query.insert(u"indexUid"_s, uid);
        return search(query, false);
    }
    return refuse(404, "not_found", "no such call: " + what);
}

// With what the engine fills in by itself, and lists without an order in its own.
QJsonObject MeilisearchDouble::settingsOf(const Index &index)
{
    QJsonObject made{{u"displayedAttributes"_s, QJsonArray{u"*"_s}},
                     {u"searchableAttributes"_s, QJsonArray{u"*"_s}},
                     {u"rankingRules"_s, QJsonArray{u"words"_s, u"typo"_s, u"proximity"_s, u"attributeRank"_s, u"sort"_s,
                                                    u"wordPosition"_s, u"exactness"_s}},
                     {u"typoTolerance"_s, QJsonObject{{u"enabled"_s, true}, {u"disableOnWords"_s, QJsonArray()}}},
                     {u"proximityPrecision"_s, u"byWord"_s}};
    for (auto one = index.settings.begin(); one != index.settings.end(); ++one)
        made.insert(one.key(), one.value());
    QStringList sortable = made[u"sortableAttributes"].toVariant().toStringList();
    std::sort(sortable.begin(), sortable.end());
    made.insert(u"sortableAttributes"_s, QJsonArray::fromStringList(sortable));
    return made;
}

EngineDouble::Reply MeilisearchDouble::changeSettings(const Call &call, const QString &uid)
{
    const QJsonObject change = objectOf(call.body);
    if (const QByteArray fault = faultInSettings(change); !fault.isEmpty())
        return refuse(400, "bad_request", fault);
    return task("settingsUpdate", uid, [&]() -> QByteArray {
        for (auto one = change.begin(); one != change.end(); ++one)
            m_indexes[uid].settings.insert(one.key(), one.value());
        return {};
    });
}

// An index that is not there is made: so does the engine.
EngineDouble::Reply MeilisearchDouble::addDocuments(const Call &call, const QString &uid)
{
    const QJsonDocument body = QJsonDocument::fromJson(call.body);
    const QJsonArray documents = body.isObject() ? QJsonArray{body.object()} : body.array();
    const QString asked = call.query.queryItemValue(u"primaryKey"_s);
    return task("documentAdditionOrUpdate", uid, [&]() -> QByteArray {
        Index &index = m_indexes[uid];
        if (index.primaryKey.isEmpty())
            index.primaryKey = asked.isEmpty() ? u"id"_s : asked;
        for (const QJsonValue &document : documents) {
            const QString id = document[index.primaryKey].toVariant().toString();
            if (!isUid(id) || id.size() > 511)
                return "invalid_document_id";
            index.documents[id] = document.toObject();
        }
        return {};
    });
}

EngineDouble::Reply MeilisearchDouble::fetch(const Call &call, const Index &index)
{
    const QJsonObject wanted = objectOf(call.body);
    if (const QByteArray fault = faultIn(wanted, kFetchRules); !fault.isEmpty())
        return refuse(400, "bad_request", fault);
    MeilisearchSearch::Fault fault;
    const MeilisearchSearch rules(settingsOf(index));
    const auto lets = rules.filter(wanted[u"filter"], fault);
    const auto order = rules.order(wanted[u"sort"].toArray(), fault);
    if (fault.code)
        return refuse(400, fault.code, fault.message);
    std::vector<const QJsonObject *> found;
    for (const auto &[id, document] : index.documents) {
        if (lets(document) && (!wanted[u"ids"].isArray() || wanted[u"ids"].toArray().contains(QJsonValue(id))))
            found.push_back(&document);
    }
    if (order.empty())
        std::reverse(found.begin(), found.end()); // in no order of keys
    std::stable_sort(found.begin(), found.end(), [&](const QJsonObject *a, const QJsonObject *b) {
        for (const auto &[field, ascending] : order) {
            if (const int way = compareValues(a->value(field), b->value(field)); way != 0)
                return ascending ? way < 0 : way > 0;
        }
        return false;
    });
    const int offset = wanted[u"offset"].toInt(0);
    const int limit = wanted[u"limit"].toInt(20);
    QJsonArray results;
    for (int i = offset; i < std::min(int(found.size()), offset + limit); ++i) {
        QJsonObject document;
        for (auto field = found[size_t(i)]->begin(); field != found[size_t(i)]->end(); ++field) {
            if (!wanted[u"fields"].isArray() || wanted[u"fields"].toArray().contains(QJsonValue(field.key())))
                document.insert(field.key(), field.value());
        }
        results.append(document);
    }
    return {200, {{u"results"_s, results}, {u"offset"_s, offset}, {u"limit"_s, limit}, {u"total"_s, qint64(found.size())}}};
}

EngineDouble::Reply MeilisearchDouble::search(const QJsonObject &query, bool withIndex)
{
    if (const QByteArray fault = faultIn(query, kSearchRules); !fault.isEmpty())
        return refuse(400, "bad_request", fault);
    const QString strategy = query[u"matchingStrategy"].toString(u"last"_s);
    if (strategy != u"last" && strategy != u"all" && strategy != u"frequency")
        return refuse(400, "invalid_search_matching_strategy", strategy.toUtf8());
    const QString uid = query[u"indexUid"].toString();
    const auto index = m_indexes.find(uid);
    if (index == m_indexes.end())
        return refuse(404, "index_not_found", "Index `" + uid.toUtf8() + "` not found.");
    MeilisearchSearch::Fault fault;
    QJsonObject answer = MeilisearchSearch(settingsOf(index->second)).answer(index->second.documents, query, fault);
    if (fault.code)
        return refuse(400, fault.code, fault.message);
    if (withIndex)
        answer.insert(u"indexUid"_s, uid);
    return {200, answer};
}

EngineDouble::Reply MeilisearchDouble::multiSearch(const Call &call)
{
    const QJsonObject body = objectOf(call.body);
    if (const QByteArray fault = faultIn(body, kMultiRules); !fault.isEmpty())
        return refuse(400, "bad_request", fault);
    QJsonArray results;
    for (const QJsonValue &query : body[u"queries"].toArray()) {
        const Reply one = search(query.toObject(), true);
        if (one.status != 200)
            return one;
        results.append(one.body);
    }
    return {200, {{u"results"_s, results}}};
}

EngineDouble::Reply MeilisearchDouble::swapIndexes(const Call &call)
{
    const QJsonArray swaps = QJsonDocument::fromJson(call.body).array();
    for (const QJsonValue &swap : swaps) {
        if (const QByteArray fault = faultIn(swap.toObject(), kSwapRules);
            !fault.isEmpty() || swap[u"indexes"].toArray().size() != 2)
            return refuse(400, "invalid_swap_indexes", fault);
    }
    return task("indexSwap", {}, [&]() -> QByteArray {
        for (const QJsonValue &swap : swaps) {
            const QString one = swap[u"indexes"][0].toString();
            const QString other = swap[u"indexes"][1].toString();
            if (!m_indexes.contains(one) || !m_indexes.contains(other))
                return "index_not_found";
            std::swap(m_indexes[one], m_indexes[other]);
        }
        return {};
    });
}

} // namespace cargo::test
