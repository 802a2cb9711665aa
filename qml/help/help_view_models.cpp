#include "qml/help/help_view_models.h"

namespace cargo::help {

namespace {
QString textOf(const QJsonValue &page, const char *name) { return page.toObject().value(QLatin1String(name)).toString(); }
} // namespace

void HelpViewModel::setWords(const QString &words)
{
    if (words.trimmed() == m_words)
        return;
    m_words = words.trimmed();
    find();
}

void HelpViewModel::reload()
{
    const QString role = client()->role();
    const QString key = QStringLiteral("help/") + client()->settings()->language() + QStringLiteral("/list");
    load({key, QStringLiteral("knowledge"), {{QStringLiteral("audience"), role}}}, [this](const QJsonObject &answer) {
        m_all = answer.value(QLatin1String("items")).toArray();
        find();
        setPhase(m_all.isEmpty() ? Empty : Ready);
        keepPages();
    });
}

void HelpViewModel::show(const QJsonArray &pages)
{
    m_items.clear();
    for (const QJsonValue &page : pages) {
        m_items.append(QVariantMap{{QStringLiteral("slug"), textOf(page, "slug")},
                                   {QStringLiteral("title"), textOf(page, "title")},
                                   {QStringLiteral("excerpt"), textOf(page, "excerpt")},
                                   {QStringLiteral("anchor"), textOf(page, "anchor")},
                                   {QStringLiteral("agreement"), textOf(page, "kind") == QLatin1String("agreement")}});
    }
    Q_EMIT changed();
}

// What this device has is looked through at once; the server knows the words' other forms.
void HelpViewModel::find()
{
    if (m_words.isEmpty()) {
        show(m_all);
        return;
    }
    QJsonArray here;
    for (const QJsonValue &page : std::as_const(m_all)) {
        if (textOf(page, "title").contains(m_words, Qt::CaseInsensitive)
            || textOf(page, "excerpt").contains(m_words, Qt::CaseInsensitive))
            here.append(page);
    }
    show(here);
    const QString asked = m_words;
    const QUrlQuery query{{QStringLiteral("audience"), client()->role()},
                          {QStringLiteral("q"), QString::fromLatin1(QUrl::toPercentEncoding(asked))}};
    get(QStringLiteral("knowledge"), query, [this, asked](const client::Answer &answer) {
        if (answer.ok && asked == m_words)
            show(answer.body.value(QLatin1String("items")).toArray());
    });
}

void HelpViewModel::keepPages()
{
    const QString language = client()->settings()->language();
    for (const QJsonValue &page : std::as_const(m_all)) {
        const QString slug = textOf(page, "slug");
        loadAside({HelpPageViewModel::keyOf(slug, language), QStringLiteral("knowledge/") + slug, {}, Source::Anything},
                  [](const QJsonObject &) {});
    }
}

void HelpPageViewModel::begin()
{
    m_begun = true;
    reload();
}

void HelpPageViewModel::setSlug(const QString &slug)
{
    if (slug == m_slug)
        return;
    m_slug = slug;
    m_page = {};
    Q_EMIT changed();
    if (m_begun)
        reload();
}

void HelpPageViewModel::reload()
{
    if (m_slug.isEmpty())
        return;
    const QString key = keyOf(m_slug, client()->settings()->language());
    load({key, QStringLiteral("knowledge/") + m_slug, {}, Source::Anything}, [this](const QJsonObject &page) {
        m_page = page;
        setPhase(Ready);
        Q_EMIT changed();
    });
}

} // namespace cargo::help
