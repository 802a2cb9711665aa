#include "tests/search/postgres_ranking.h"

namespace cargo::test {

namespace {
db::BlockingConnection opened(const QByteArray &url)
{
    auto connection = db::BlockingConnection::open(url);
    if (!connection)
        qFatal("no database");
    return std::move(*connection);
}
} // namespace

PostgresRanking::PostgresRanking(const QByteArray &databaseUrl, const std::vector<search::Document> &documents)
    : m_connection(opened(databaseUrl))
{
    QByteArray sql = "create table judged (place int primary key, body tsvector not null);";
    for (size_t i = 0; i < documents.size(); ++i) {
        const search::Document &d = documents[i];
        const auto part = [](const QString &text, char weight) {
            return QByteArray("setweight(to_tsvector('russian', " + db::quotedLiteral(text.toUtf8()) + "), '" + weight + "')");
        };
        const QString facts = QStringList{d.bodyType, d.fuel, d.transmission, d.drive, d.color}.join(u' ');
        sql += "insert into judged values (" + QByteArray::number(qulonglong(i)) + ", "
               + part(QStringList{d.brand, d.model, QString::number(d.year)}.join(u' '), 'A') + " || " + part(facts, 'B') + " || "
               + part(QString::fromUtf8(d.description), 'C') + ");";
    }
    if (!m_connection.execute(sql))
        qFatal("%s", m_connection.lastMessage().constData());
}

std::vector<size_t> PostgresRanking::rank(const QString &text)
{
    const QByteArray words =
        "replace(plainto_tsquery('russian', " + db::quotedLiteral(text.toUtf8()) + ")::text, '&', '|')::tsquery";
    const auto rows = m_connection.execute("select place from judged, (select " + words
                                           + " as asked) q where body @@ asked order by ts_rank_cd(body, asked, 1) desc, place");
    if (!rows)
        qFatal("%s", m_connection.lastMessage().constData());
    std::vector<size_t> places;
    for (int i = 0; i < rows->count(); ++i)
        places.push_back(size_t(rows->int64(i, 0)));
    return places;
}

} // namespace cargo::test
