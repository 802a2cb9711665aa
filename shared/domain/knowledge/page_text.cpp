#include "shared/domain/knowledge/page_text.h"

#include <QRegularExpression>
#include <QUrl>

namespace cargo::knowledge {

namespace {

constexpr int kSlugMax = 60;

// Puts marks of one block into HTML, and looks at its links.
class Inline
{
public:
    Inline(QStringView text, int line, std::vector<Fault> &faults) : m_text(text), m_line(line), m_faults(faults) {}

    void into(Block &block)
    {
        read();
        block.html = m_html;
        block.plain = m_plain;
    }

private:
    void fault(Fault::Kind kind, QStringView what) { m_faults.push_back({kind, m_line, what.toString()}); }
    void add(QStringView words)
    {
        m_plain += words;
        m_html += words.toString().toHtmlEscaped();
    }
    void read();
    qsizetype link(qsizetype at); // behind it, or -1 when there is none
    static bool leadsSomewhere(const QString &target);

    QStringView m_text;
    int m_line;
    std::vector<Fault> &m_faults;
    QString m_html, m_plain;
};

bool Inline::leadsSomewhere(const QString &target)
{
    if (target.startsWith(QLatin1String("https://")) || target.startsWith(QLatin1String("mailto:"))) {
        const QUrl url(target, QUrl::StrictMode);
        return url.isValid() && (url.scheme() == QLatin1String("mailto") ? !url.path().isEmpty() : !url.host().isEmpty());
    }
    const qsizetype hash = target.indexOf(u'#');
    const QStringView slug = QStringView(target).left(hash < 0 ? target.size() : hash);
    if (hash < 0)
        return isSlug(slug);
    return (slug.isEmpty() || isSlug(slug)) && isSlug(QStringView(target).mid(hash + 1));
}

qsizetype Inline::link(qsizetype at)
{
    const qsizetype middle = m_text.indexOf(QLatin1String("]("), at);
    const qsizetype end = middle < 0 ? -1 : m_text.indexOf(u')', middle);
    if (end < 0 || m_text.mid(at + 1, middle - at - 1).contains(u'['))
        return -1;
    const QString words = m_text.mid(at + 1, middle - at - 1).toString();
    const QString target = m_text.mid(middle + 2, end - middle - 2).toString();
    m_plain += words;
    if (leadsSomewhere(target) && !words.isEmpty()) {
        m_html += QLatin1String("<a href=\"") + target.toHtmlEscaped() + QLatin1String("\">") + words.toHtmlEscaped()
                  + QLatin1String("</a>");
    } else {
        fault(Fault::Kind::BadLink, target);
        m_html += words.toHtmlEscaped();
    }
    return end + 1;
}

void Inline::read()
{
    bool bold = false;
    for (qsizetype at = 0; at < m_text.size();) {
        const QChar c = m_text[at];
        const QChar next = at + 1 < m_text.size() ? m_text[at + 1] : QChar();
        if (c == u'*' && next == u'*') {
            bold = !bold;
            m_html += QLatin1String(bold ? "<b>" : "</b>");
            at += 2;
            continue;
        }
        if (c == u'!' && next == u'[')
            fault(Fault::Kind::Picture, m_text.mid(at, 20));
        if (c == u'<' && (next.isLetter() || next == u'/' || next == u'!' || next == u'?'))
            fault(Fault::Kind::Html, m_text.mid(at, 20));
        if (c == u'[') {
            if (const qsizetype behind = link(at); behind > 0) {
                at = behind;
                continue;
            }
        }
        add(m_text.mid(at, 1));
        ++at;
    }
    if (bold) {
        m_html += QLatin1String("</b>");
        fault(Fault::Kind::Unclosed, u"**");
    }
}

// The lines of a block, until the next one begins.
struct Open
{
    Block block;
    QString words;
};

bool isBlank(QStringView line) { return line.trimmed().isEmpty(); }

} // namespace

const char *faultWord(Fault::Kind kind)
{
    switch (kind) {
    case Fault::Kind::Html: return "html";
    case Fault::Kind::Picture: return "picture";
    case Fault::Kind::NoAnchor: return "no_anchor";
    case Fault::Kind::BadAnchor: return "bad_anchor";
    case Fault::Kind::AnchorTwice: return "anchor_twice";
    case Fault::Kind::BadLevel: return "bad_level";
    case Fault::Kind::BadLink: return "bad_link";
    case Fault::Kind::Unclosed: break;
    }
    return "unclosed";
}

bool isSlug(QStringView text)
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z0-9]+(-[a-z0-9]+)*\\z"));
    return text.size() <= kSlugMax && form.match(text).hasMatch();
}

QStringList PageText::anchors() const
{
    QStringList anchors;
    for (const Block &block : blocks) {
        if (block.kind == Block::Kind::Heading)
            anchors += block.anchor;
    }
    return anchors;
}

PageText readPageText(QStringView markdown)
{
    static const QRegularExpression heading(QStringLiteral("^(#{1,6})\\s+(.*?)(?:\\s*\\{#([^}]*)\\})?\\s*$"));
    static const QRegularExpression bullet(QStringLiteral("^[-*]\\s+(.*)$"));
    static const QRegularExpression numbered(QStringLiteral("^(\\d{1,3})\\.\\s+(.*)$"));
    PageText page;
    std::optional<Open> open;
    const auto close = [&] {
        if (open) {
            Inline(open->words, open->block.line, page.faults).into(open->block);
            page.blocks.push_back(std::move(open->block));
        }
        open.reset();
    };
    const auto begin = [&](Block::Kind kind, const QString &words, int line) {
        close();
        open = Open{{}, words.trimmed()};
        open->block.kind = kind;
        open->block.line = line;
    };
    int number = 0;
    for (const QStringView line : markdown.split(u'\n')) {
        ++number;
        if (isBlank(line)) {
            close();
            continue;
        }
        if (const auto found = heading.match(line); found.hasMatch()) {
            begin(Block::Kind::Heading, found.captured(2), number);
            Block &block = open->block;
            block.level = int(found.captured(1).size());
            block.anchor = found.captured(3);
            if (block.level < 2 || block.level > 3)
                page.faults.push_back({Fault::Kind::BadLevel, number, found.captured(1)});
            if (!found.hasCaptured(3))
                page.faults.push_back({Fault::Kind::NoAnchor, number, found.captured(2)});
            else if (!isSlug(block.anchor))
                page.faults.push_back({Fault::Kind::BadAnchor, number, block.anchor});
            else if (page.anchors().contains(block.anchor))
                page.faults.push_back({Fault::Kind::AnchorTwice, number, block.anchor});
            close();
        } else if (const auto item = bullet.match(line); item.hasMatch()) {
            begin(Block::Kind::Item, item.captured(1), number);
        } else if (const auto step = numbered.match(line); step.hasMatch()) {
            begin(Block::Kind::NumberedItem, step.captured(2), number);
            open->block.number = step.captured(1).toInt();
        } else if (open && (open->block.kind == Block::Kind::Paragraph || line.front().isSpace())) {
            open->words += u' ' + line.trimmed().toString();
        } else {
            begin(Block::Kind::Paragraph, line.toString(), number);
        }
    }
    close();
    return page;
}

namespace {
const QRegularExpression &placeholderForm()
{
    static const QRegularExpression form(QStringLiteral("\\{\\{\\s*([a-z0-9_]+)\\s*\\}\\}"));
    return form;
}
} // namespace

QStringList placeholdersOf(QStringView markdown)
{
    QStringList names;
    for (auto found = placeholderForm().globalMatch(markdown); found.hasNext();) {
        const QString name = found.next().captured(1);
        if (!names.contains(name))
            names += name;
    }
    return names;
}

QString fillPlaceholders(const QString &markdown, const std::function<std::optional<QString>(const QString &)> &value)
{
    QString filled;
    qsizetype at = 0;
    for (auto found = placeholderForm().globalMatch(markdown); found.hasNext();) {
        const auto one = found.next();
        filled += QStringView(markdown).mid(at, one.capturedStart() - at);
        filled += value(one.captured(1)).value_or(one.captured(0));
        at = one.capturedEnd();
    }
    return filled + QStringView(markdown).mid(at);
}

} // namespace cargo::knowledge
