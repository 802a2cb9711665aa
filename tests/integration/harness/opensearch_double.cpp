#include "harness/opensearch_double.h"

#include "harness/opensearch_search.h"

#include <QJsonDocument>

namespace cargo::test {

using namespace Qt::Literals;

namespace {
QJsonObject objectOf(const QByteArray &body) { return QJsonDocument::fromJson(body).object(); }

QJsonObject errorOf(int status, const char *type, const QByteArray &reason)
{
    const QJsonObject error{
        {u"type"_s, QLatin1String(type)}, {u"reason"_s, QString::fromUtf8(reason)}, {u"root_cause"_s, QJsonArray()}};
    return {{u"error"_s, error}, {u"status"_s, status}};
}

const std::vector<FieldRule> kTargetRules = {
    {"_id", "s"}, {"_index", "s"}, {"version", "n"}, {"version_type", "s"}, {"routing", "s"}};
const std::vector<FieldRule> kActionRules = {{"add", "o"}, {"remove", "o"}, {"remove_index", "o"}};
} // namespace

void OpenSearchDouble::dropIndexes()
{
    const QMutexLocker lock(&m_mutex);
    m_indexes.clear();
    m_aliases.clear();
}

EngineDouble::Reply OpenSearchDouble::refuse(int status, const char *type, const QByteArray &reason)
{
    if (status == 400 || status == 405)
        noteRefusal(type + QByteArray(": ") + reason);
    return {status, errorOf(status, type, reason)};
}

EngineDouble::Reply OpenSearchDouble::broken(int status) const
{
    return {status, errorOf(status, "circuit_breaking_exception", "broken")};
}

QString OpenSearchDouble::behind(const QString &name) const
{
    if (m_indexes.contains(name))
        return name;
    const auto alias = m_aliases.find(name);
    return alias == m_aliases.end() || alias->second.size() != 1 ? QString() : *alias->second.begin();
}

EngineDouble::Reply OpenSearchDouble::handle(const Call &call)
{
    if (call.authorization != "Basic " + login().toBase64())
        return refuse(401, "security_exception", "no login");
    const bool lines = call.path.size() == 2 && (call.path[1] == "_bulk" || call.path[1] == "_msearch");
    if (!call.body.isEmpty() && !call.type.startsWith(lines ? "application/x-ndjson" : "application/json"))
        return refuse(400, "media_type_header_exception", call.type);
    if (!call.body.isEmpty() && !lines && QJsonDocument::fromJson(call.body).isNull())
        return refuse(400, "parse_exception", "no JSON");
    if (call.path.isEmpty())
        return {200, {{u"version"_s, QJsonObject{{u"number"_s, u"2.19.0"_s}, {u"distribution"_s, u"opensearch"_s}}}}};
    const QString name = QString::fromUtf8(call.path[0]);
    const QByteArray what = call.verb + ' ' + (call.path.size() > 1 ? call.path[1] : QByteArray());
    if (call.verb == "POST" && name == u"_aliases")
        return changeAliases(call);
    if (call.verb == "GET" && name == u"_alias" && call.path.size() == 2) {
        const auto alias = m_aliases.find(QString::fromUtf8(call.path[1]));
        if (alias == m_aliases.end())
            return {404, {{u"error"_s, u"alias missing"_s}, {u"status"_s, 404}}};
        QJsonObject made;
        for (const QString &index : alias->second)
            made.insert(index, QJsonObject{{u"aliases"_s, QJsonObject{{alias->first, QJsonObject()}}}});
        return {200, made};
    }
    if (what == "PUT ")
        return create(call, name);
    if (what == "GET _alias" && name.endsWith(u'*')) {
        QJsonObject made;
        for (const auto &[index, content] : m_indexes) {
            QJsonObject aliases;
            for (const auto &[alias, behind] : m_aliases) {
                if (behind.contains(index))
                    aliases.insert(alias, QJsonObject());
            }
            if (index.startsWith(name.chopped(1)))
                made.insert(index, QJsonObject{{u"aliases"_s, aliases}});
        }
        return {200, made};
    }
    if (what == "POST _bulk")
        return bulk(call, name);
    const QString index = behind(name);
    if (index.isEmpty())
        return refuse(404, "index_not_found_exception", "no such index [" + name.toUtf8() + ']');
    if (what == "GET _mapping")
        return {200, {{index, QJsonObject{{u"mappings"_s, m_indexes[index].body[u"mappings"]}}}}};
    if (what == "GET _count")
        return {200, {{u"count"_s, qint64(m_indexes[index].documents.size())}}};
    if (what == "POST _refresh")
        return {200, {{u"_shards"_s, QJsonObject()}}};
    if (what == "POST _search")
        return search(index, objectOf(call.body));
    if (what == "POST _msearch")
        return multiSearch(call, index);
    return refuse(405, "illegal_argument_exception", "no such call: " + what);
}

EngineDouble::Reply OpenSearchDouble::create(const Call &call, const QString &name)
{
    if (m_indexes.contains(name) || m_aliases.contains(name) || name != name.toLower())
        return refuse(400, "resource_already_exists_exception", name.toUtf8());
    const QJsonObject body = objectOf(call.body);
    const QJsonValue analysis = body[u"settings"][u"analysis"];
    const QJsonObject properties = body[u"mappings"][u"properties"].toObject();
    for (auto field = properties.begin(); field != properties.end(); ++field) {
        const QString analyzer = field.value()[u"analyzer"].toString();
        if (!analyzer.isEmpty() && !analysis[u"analyzer"][analyzer].isObject())
            return refuse(400, "mapper_parsing_exception", "analyzer not found: " + analyzer.toUtf8());
    }
    m_indexes[name].body = body;
    return {200, {{u"acknowledged"_s, true}, {u"index"_s, name}}};
}

QJsonObject OpenSearchDouble::bulkOne(Index &index, const QByteArray &kind, const QJsonObject &target, const QJsonObject &source)
{
    const QString id = target[u"_id"].toString();
    const auto refused = [](int status, const char *type) {
        return QJsonObject{{u"status"_s, status}, {u"error"_s, errorOf(status, type, "")[u"error"]}};
    };
    const bool stands = index.documents.contains(id);
    qint64 &version = index.versions[id];
    if (kind == "delete") {
        ++version;
        index.documents.erase(id);
        return {{u"status"_s, stands ? 200 : 404}, {u"result"_s, stands ? u"deleted"_s : u"not_found"_s}};
    }
    const QString versioned = target[u"version_type"].toString();
    if (versioned == u"external" || versioned == u"external_gte") {
        const qint64 told = target[u"version"].toInteger();
        if (told < version || (told == version && versioned == u"external"))
            return refused(409, "version_conflict_engine_exception");
        version = target[u"version"].toInteger();
    } else {
        ++version;
    }
    const QJsonObject properties = index.body[u"mappings"][u"properties"].toObject();
    for (const QString &field : source.keys()) {
        if (!properties.contains(field))
            return refused(400, "strict_dynamic_mapping_exception");
    }
    index.documents[id] = source;
    return {{u"status"_s, stands ? 200 : 201}, {u"result"_s, stands ? u"updated"_s : u"created"_s}};
}

EngineDouble::Reply OpenSearchDouble::bulk(const Call &call, const QString &name)
{
    const QString index = behind(name);
    if (index.isEmpty() || (call.query.queryItemValue(u"require_alias"_s) == u"true" && m_indexes.contains(name)))
        return refuse(404, "index_not_found_exception", "[require_alias] request flag is [true]");
    if (!call.body.endsWith('\n'))
        return refuse(400, "illegal_argument_exception", "The bulk request must be terminated by a newline");
    QJsonArray items;
    bool errors = false;
    const QByteArrayList lines = call.body.chopped(1).split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QJsonObject action = objectOf(lines[i]);
        if (action.size() != 1)
            return refuse(400, "illegal_argument_exception", "Malformed action/metadata line");
        const QByteArray kind = action.begin().key().toLatin1();
        const QJsonObject target = action.begin().value().toObject();
        if (const QByteArray fault = faultIn(target, kTargetRules); !fault.isEmpty() || (kind != "index" && kind != "delete"))
            return refuse(400, "illegal_argument_exception", kind + ' ' + fault);
        const QJsonObject source = kind == "delete" ? QJsonObject() : objectOf(lines.value(++i));
        const QJsonObject done = bulkOne(m_indexes[index], kind, target, source);
        errors = errors || done.contains(u"error"_s);
        items.append(QJsonObject{{QString::fromLatin1(kind), done}});
    }
    return {200, {{u"took"_s, 1}, {u"errors"_s, errors}, {u"items"_s, items}}};
}

EngineDouble::Reply OpenSearchDouble::search(const QString &name, const QJsonObject &body)
{
    const Index &index = m_indexes[name];
    OpenSearchSearch rules(index.body[u"mappings"].toObject());
    const QJsonObject answer = rules.answer(index.documents, body);
    if (!rules.fault().isEmpty())
        return refuse(400, "parsing_exception", rules.fault());
    return {200, answer};
}

EngineDouble::Reply OpenSearchDouble::multiSearch(const Call &call, const QString &name)
{
    QJsonArray responses;
    const QByteArrayList lines = call.body.chopped(1).split('\n');
    if (lines.size() % 2 != 0 || !call.body.endsWith('\n'))
        return refuse(400, "parse_exception", "pairs of lines are expected");
    for (qsizetype i = 1; i < lines.size(); i += 2) {
        const Reply one = search(name, objectOf(lines[i]));
        QJsonObject body = one.body;
        body.insert(u"status"_s, one.status);
        responses.append(body);
    }
    return {200, {{u"took"_s, 1}, {u"responses"_s, responses}}};
}

EngineDouble::Reply OpenSearchDouble::changeAliases(const Call &call)
{
    for (const QJsonValue &action : objectOf(call.body)[u"actions"].toArray()) {
        if (const QByteArray fault = faultIn(action.toObject(), kActionRules); !fault.isEmpty())
            return refuse(400, "illegal_argument_exception", fault);
        const QString kind = action.toObject().begin().key();
        const QString index = action[kind][u"index"].toString();
        const QString alias = action[kind][u"alias"].toString();
        if (!m_indexes.contains(index))
            return refuse(404, "index_not_found_exception", index.toUtf8());
        if (kind == u"add")
            m_aliases[alias].insert(index);
        if (kind == u"remove")
            m_aliases[alias].erase(index);
        if (kind != u"remove_index")
            continue;
        m_indexes.erase(index);
        for (auto &[name, behind] : m_aliases)
            behind.erase(index);
    }
    return {200, {{u"acknowledged"_s, true}}};
}

} // namespace cargo::test
