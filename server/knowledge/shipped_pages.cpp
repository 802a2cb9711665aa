#include "server/knowledge/shipped_pages.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// Q_INIT_RESOURCE stands outside of every namespace. Needed because the server is a static library.
static void initPageResource() { Q_INIT_RESOURCE(shipped_pages); }

namespace cargo::knowledge {

namespace {

constexpr char kKnown[] = "select slug from knowledge_pages";
constexpr char kInsertPage[] = "insert into knowledge_pages (slug, kind, audience, position, created_at) "
                               "values ($1, $2, $3, $4, $5) on conflict do nothing";
constexpr char kInsertVersion[] =
    "insert into knowledge_versions (slug, version, title_ru, title_en, body_ru, body_en, changes_ru, changes_en, published_at) "
    "values ($1, 1, $2, $3, $4, $5, '', '', $6)";
constexpr char kMakeCurrent[] = "update knowledge_pages set current_version = 1 where slug = $1";

Result<QByteArray> read(const QString &name)
{
    QFile file(QStringLiteral(":/knowledge/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, {}, QStringLiteral("a shipped page is missing: ") + name};
    return file.readAll();
}

struct Words
{
    QString title;
    QString body;
};

Result<Words> wordsOf(const QString &slug, const char *language)
{
    const auto bytes = read(slug + u'.' + QLatin1String(language) + QStringLiteral(".md"));
    CARGO_TRY(bytes);
    const QString text = QString::fromUtf8(*bytes);
    const qsizetype end = text.indexOf(u'\n');
    if (!text.startsWith(QLatin1String("# ")) || end < 0)
        return Error{ErrorCode::Internal, {}, QStringLiteral("a shipped page has no title: ") + slug};
    return Words{text.mid(2, end - 2).trimmed(), text.mid(end + 1).trimmed()};
}

} // namespace

Result<std::vector<ShippedPage>> shippedPages()
{
    initPageResource();
    const auto list = read(QStringLiteral("pages.json"));
    CARGO_TRY(list);
    std::vector<ShippedPage> pages;
    for (const QJsonValue value : QJsonDocument::fromJson(*list).array()) {
        const QJsonObject one = value.toObject();
        const QString slug = one.value(QLatin1String("slug")).toString();
        const auto ru = wordsOf(slug, "ru");
        CARGO_TRY(ru);
        const auto en = wordsOf(slug, "en");
        CARGO_TRY(en);
        pages.push_back({{slug, one.value(QLatin1String("kind")).toString(), one.value(QLatin1String("audience")).toString()},
                         {{ru->title, en->title}, {ru->body, en->body}}});
    }
    return pages;
}

Outcome loadShippedPages(db::BlockingConnection &connection, Timestamp now)
{
    const auto pages = shippedPages();
    CARGO_TRY(pages);
    const auto rows = connection.run(kKnown);
    CARGO_TRY(rows);
    QStringList known;
    for (int row = 0; row < rows->count(); ++row)
        known += rows->text(row, 0);
    int position = 0;
    for (const ShippedPage &page : *pages) {
        ++position;
        if (known.contains(page.facts.slug))
            continue;
        // Of two servers that start at once the second waits here for the first, and finds the page.
        CARGO_TRY(connection.execute("begin"));
        const auto made =
            connection.run(kInsertPage, db::Params::of(page.facts.slug, page.facts.kind, page.facts.audience, position, now));
        CARGO_TRY(made);
        if (made->affected() == 1) {
            CARGO_TRY(connection.run(kInsertVersion, db::Params::of(page.facts.slug, page.text.title.ru, page.text.title.en,
                                                                    page.text.body.ru, page.text.body.en, now)));
            CARGO_TRY(connection.run(kMakeCurrent, db::Params::of(page.facts.slug)));
        }
        CARGO_TRY(connection.execute("commit"));
    }
    return ok();
}

} // namespace cargo::knowledge
