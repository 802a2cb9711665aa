#include "qml/desk/records_view_model.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace cargo::desk {

using client::Answer;
using client::Call;

namespace {
QString keyOf(const QJsonObject &row, qsizetype at)
{
    if (row.contains(QLatin1String("stream"))) // a line of the audit
        return row.value(QLatin1String("stream")).toString() + QLatin1Char('/')
               + QString::number(row.value(QLatin1String("seq")).toInteger());
    for (const char *name : {"id", "name", "key"}) {
        const QJsonValue value = row.value(QLatin1String(name));
        if (!value.isUndefined())
            return value.isString() ? value.toString() : QString::number(value.toInteger());
    }
    return QString::number(at);
}
} // namespace

RecordModel::RecordModel(QObject *parent) : RowModel({QStringLiteral("id"), QStringLiteral("modelData")}, parent) {}

void RecordsViewModel::begin()
{
    m_begun = true;
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        Q_EMIT asked();
        reload();
    });
    connect(client()->session(), &client::Session::signedInChanged, this, [this](bool signedIn) {
        if (signedIn)
            askSoon();
    });
    askSoon();
}

void RecordsViewModel::askSoon()
{
    if (m_begun && !m_path.isEmpty())
        m_soon.start(0);
    Q_EMIT asked();
}

void RecordsViewModel::setPath(const QString &path)
{
    if (path == m_path)
        return;
    m_path = path;
    m_model.reset({});
    m_total = -1;
    m_cursor.clear();
    if (m_begun)
        setPhase(path.isEmpty() ? Idle : Loading);
    Q_EMIT changed();
    askSoon();
}

void RecordsViewModel::setQuery(const QVariantMap &query)
{
    if (query == m_query)
        return;
    m_query = query;
    askSoon();
}

QVariantList RecordsViewModel::rows() const
{
    QVariantList rows;
    for (int at = 0; at < m_model.count(); ++at)
        rows.append(m_model.row(at).value(QStringLiteral("modelData")));
    return rows;
}

QUrlQuery RecordsViewModel::pageQuery(int limit) const
{
    QUrlQuery query = queryOf(m_query);
    query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    return query;
}

void RecordsViewModel::reload()
{
    if (m_path.isEmpty())
        return;
    ++m_asked;
    m_loadingMore = false;
    const int limit = m_model.count() > kPage ? kMostAtOnce : kPage;
    load({{}, m_path, pageQuery(limit)}, [this](const QJsonObject &body) { take(body, true); });
}

void RecordsViewModel::refresh()
{
    if (!refreshing() && !m_loadingMore && m_model.count() <= kMostAtOnce)
        reload();
}

void RecordsViewModel::more()
{
    if (m_cursor.isEmpty() || m_loadingMore || refreshing())
        return;
    m_loadingMore = true;
    Q_EMIT changed();
    QUrlQuery query = pageQuery(kMostAtOnce);
    query.addQueryItem(QStringLiteral("cursor"), QString::fromLatin1(QUrl::toPercentEncoding(m_cursor)));
    get(m_path, query, [this, asked = m_asked](const Answer &answer) {
        if (asked != m_asked)
            return;
        m_loadingMore = false;
        if (answer.ok)
            take(answer.body, false);
        else
            Q_EMIT failed(client::troubleOf(answer).text);
        Q_EMIT changed();
    });
}

void RecordsViewModel::take(const QJsonObject &body, bool first)
{
    const QJsonArray items = body.value(QLatin1String("items")).toArray();
    QList<QVariantMap> rows;
    rows.reserve(items.size());
    for (qsizetype at = 0; at < items.size(); ++at) {
        QJsonObject row = items.at(at).toObject();
        const QString key = keyOf(row, first ? at : m_model.count() + at);
        if (!row.contains(QLatin1String("id")))
            row.insert(QStringLiteral("id"), key);
        rows.append({{QStringLiteral("id"), key}, {QStringLiteral("modelData"), row.toVariantMap()}});
    }
    first ? m_model.sync(rows) : m_model.append(rows);
    m_cursor = body.value(QLatin1String("next_cursor")).toString();
    if (first)
        m_total = body.value(QLatin1String("total")).toInt(-1);
    setPhase(m_model.count() == 0 ? Empty : Ready);
    Q_EMIT changed();
}

void RecordsViewModel::give(const QString &method, const QString &path, const QVariantMap &body, const QVariantMap &query)
{
    Call call = Call::post(path, QJsonDocument(QJsonObject::fromVariantMap(body)).toJson(QJsonDocument::Compact));
    call.method = method.toLatin1();
    call.query = queryOf(query);
    if (call.method == "DELETE")
        call.body.clear();
    order(call, [this, path](const Answer &answer) { Q_EMIT given(path, answer.body.toVariantMap()); });
}

} // namespace cargo::desk
