#include "server/providers/search/opensearch/opensearch_index.h"
#include "server/providers/search/opensearch/opensearch_provider.h"

namespace cargo::search {

using namespace Qt::Literals;
using Kind = Finding::Kind;

namespace {
std::vector<Finding> alone(Finding one) { return {std::move(one)}; }
} // namespace

QCoro::Task<std::vector<Finding>> OpenSearchProvider::examine()
{
    std::vector<Finding> found;
    const EngineReply root = co_await m_http.look("/");
    if (root.status == 401 || root.status == 403)
        co_return {
            {Kind::Bad, u"OpenSearch does not take the login"_s,
             u"set CARGO_SEARCH_KEY to user:password of a user that may use %1-*"_s.arg(QString::fromLatin1(m_http.index()))}};
    if (!root.ok())
        co_return alone(
            Finding{Kind::Bad, u"OpenSearch does not answer: %1 %2"_s.arg(root.status).arg(QString::fromUtf8(root.text)),
                    u"check CARGO_SEARCH_URL, CARGO_SEARCH_CA and that the engine runs; search answers 503 until it does"_s});
    const QJsonValue version = root.object().value(u"version"_s);
    const QString number = version[u"number"].toString();
    if (version[u"distribution"].toString() != u"opensearch" || number.section(u'.', 0, 0).toInt() < 2)
        found.push_back(
            {Kind::Warning, u"the engine says it is %1 %2"_s.arg(version[u"distribution"].toString(), number),
             u"the adapter was written for OpenSearch 2 and later: hold it against the database with `cargod search verify`"_s});
    else
        found.push_back({Kind::Good, u"OpenSearch answers, version %1"_s.arg(number), {}});
    const EngineReply mapping = co_await m_http.look('/' + m_alias + "/_mapping");
    if (mapping.status == 404)
        found.push_back({Kind::Warning, u"there is no index %1 yet"_s.arg(QString::fromLatin1(m_alias)),
                         u"`cargod serve` makes and fills it at its start"_s});
    else if (!mapping.ok() || mapping.object().isEmpty())
        found.push_back({Kind::Bad,
                         u"the index cannot be looked at: %1 %2"_s.arg(mapping.status).arg(QString::fromUtf8(mapping.code)),
                         u"give the user of CARGO_SEARCH_KEY all rights on %1-*"_s.arg(QString::fromLatin1(m_http.index()))});
    else if (!opensearch::isOfThisForm(mapping.object().begin().value()[u"mappings"].toObject()))
        found.push_back({Kind::Bad, u"the index was made for another version of this program"_s,
                         u"start `cargod serve`, or run `cargod reindex`"_s});
    else
        found.push_back({Kind::Good, u"index %1 is as wanted"_s.arg(QString::fromLatin1(m_alias)), {}});
    const EngineReply aliases = co_await m_http.look('/' + m_alias + "-*/_alias");
    for (const QString &index : aliases.object().keys()) {
        if (aliases.ok() && aliases.object().value(index)[u"aliases"].toObject().isEmpty())
            found.push_back({Kind::Warning, u"%1 is left of a filling that was not finished"_s.arg(index),
                             u"if no server fills its index now: DELETE /%1"_s.arg(index)});
    }
    co_return found;
}

} // namespace cargo::search
