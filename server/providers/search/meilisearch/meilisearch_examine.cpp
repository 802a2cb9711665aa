#include "server/providers/search/meilisearch/meilisearch_provider.h"
#include "server/providers/search/meilisearch/meilisearch_settings.h"

namespace cargo::search {

using namespace meilisearch;
using namespace Qt::Literals;
using Kind = Finding::Kind;

namespace {
std::vector<Finding> alone(Finding one) { return {std::move(one)}; }

const QString kRights = u"search, documents.*, indexes.*, settings.*, tasks.get, stats.get, version"_s;

// As far as the engine tells: a key may not look at itself without the right keys.get.
Finding rightsIn(const EngineReply &key)
{
    if (!key.ok())
        return {Kind::Good, u"the key is taken; what it may do is not told without keys.get"_s, {}};
    const QJsonArray actions = key.object().value(u"actions"_s).toArray();
    QStringList missing;
    for (const QString &right : kRights.split(u", "_s)) {
        const QString group = right.section(u'.', 0, 0);
        const bool isGiven = actions.contains(QJsonValue(right)) || actions.contains(QJsonValue(QString(group + u".*"_s)))
                             || actions.contains(QJsonValue(u"*"_s));
        if (!isGiven)
            missing.append(right);
    }
    if (missing.isEmpty())
        return {Kind::Good, u"the key has the rights it needs"_s, {}};
    return {Kind::Bad, u"the key lacks %1"_s.arg(missing.join(u", "_s)), u"make a key with: "_s + kRights};
}
} // namespace

QCoro::Task<std::vector<Finding>> MeilisearchProvider::examine()
{
    std::vector<Finding> found;
    const EngineHttp &http = m_api.http();
    const QString name = QString::fromLatin1(http.index());
    const EngineReply version = co_await http.look("/version");
    if (version.status == 401 || version.status == 403)
        co_return alone(Finding{Kind::Bad, u"Meilisearch does not take the key: %1"_s.arg(QString::fromUtf8(version.code)),
                                u"set CARGO_SEARCH_KEY to a key for the indexes %1-* with: %2"_s.arg(name, kRights)});
    if (!version.ok())
        co_return alone(
            Finding{Kind::Bad, u"Meilisearch does not answer: %1 %2"_s.arg(version.status).arg(QString::fromUtf8(version.text)),
                    u"check CARGO_SEARCH_URL, CARGO_SEARCH_CA and that the engine runs; search answers 503 until it does"_s});
    const QString number = version.object().value(u"pkgVersion"_s).toString();
    constexpr int kKnownMajor = 1, kKnownMinor = 50;
    if (number.section(u'.', 0, 0).toInt() != kKnownMajor || number.section(u'.', 1, 1).toInt() < kKnownMinor)
        found.push_back({Kind::Warning, u"Meilisearch %1 is not one the adapter was written for (1.50 and later)"_s.arg(number),
                         u"hold it against the database with `cargod search verify`"_s});
    else
        found.push_back({Kind::Good, u"Meilisearch answers, version %1"_s.arg(number), {}});
    const QByteArray key = http.key();
    if (!key.isEmpty())
        found.push_back(rightsIn(co_await http.look("/keys/" + key.toPercentEncoding())));
    const EngineReply settings = co_await http.look("/indexes/" + m_uid + "/settings");
    if (settings.status == 404) {
        found.push_back({Kind::Warning, u"there is no index %1 yet"_s.arg(QString::fromLatin1(m_uid)),
                         u"`cargod serve` makes and fills it at its start"_s});
    } else if (!settings.ok()) {
        found.push_back({Kind::Bad,
                         u"the index cannot be looked at: %1 %2"_s.arg(settings.status).arg(QString::fromUtf8(settings.code)),
                         u"give the key: "_s + kRights});
    } else {
        const QStringList wrong = settingsToChange(wantedSettings(), settings.object()).keys();
        if (wrong.isEmpty())
            found.push_back({Kind::Good, u"index %1 is set up as wanted"_s.arg(QString::fromLatin1(m_uid)), {}});
        else
            found.push_back({Kind::Warning, u"settings of the index differ: %1"_s.arg(wrong.join(u", "_s)),
                             u"`cargod serve` sets them at its start"_s});
    }
    const EngineReply indexes = co_await http.look("/indexes?limit=1000");
    for (const QJsonValue &index : indexes.object().value(u"results"_s).toArray()) {
        const QString uid = index[u"uid"].toString();
        if (uid.startsWith(name + u"-f"_s) && uid != QString::fromLatin1(m_uid))
            found.push_back(
                {Kind::Warning, u"index %1 is not used"_s.arg(uid),
                 u"left of a filling, or of another version of this program; if no server fills its index now: DELETE /indexes/%1"_s
                     .arg(uid)});
    }
    co_return found;
}

} // namespace cargo::search
