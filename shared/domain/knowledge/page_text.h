#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace cargo::knowledge {

// The text of a knowledge page: a small part of Markdown (CommonMark 0.30 is where the marks come from), for server, console and
// apps alike. There are headings, paragraphs, lists, bold and links; there is no HTML and there are no pictures.
//
//     ## Heading {#anchor}      also ### ; the anchor is written by hand, so that it stays when the words change
//     A paragraph with **bold** and a [link](slug#anchor).
//     - an item                 an indented line below it goes on with it
//     1. a numbered item
//
// A link leads to a page (`slug`, `slug#anchor`, `#anchor`) or outside (`https://…`, `mailto:…`). `{{name}}` is filled in by the
// server from its settings.
struct Block
{
    enum class Kind { Heading, Paragraph, Item, NumberedItem };
    Kind kind = Kind::Paragraph;
    int level = 0;  // of headings: 2 or 3
    int number = 0; // of numbered items
    QString anchor; // of headings
    QString html;   // the words with <b> and <a href>, all else escaped
    QString plain;  // the words alone
    int line = 0;   // where it begins, counted from 1
};

// What is wrong with a text, with words for engineers.
struct Fault
{
    enum class Kind { Html, Picture, NoAnchor, BadAnchor, AnchorTwice, BadLevel, BadLink, Unclosed };
    Kind kind = Kind::Html;
    int line = 0; // counted from 1
    QString what; // the piece of text that is meant

    bool operator==(const Fault &) const = default;
};
const char *faultWord(Fault::Kind kind); // "no_anchor"

struct PageText
{
    std::vector<Block> blocks;
    std::vector<Fault> faults; // empty: it may be published. The blocks can be shown in any case

    QStringList anchors() const; // in order
};

PageText readPageText(QStringView markdown);

// Names in {{…}}, each once, in order.
QStringList placeholdersOf(QStringView markdown);
// With every {{name}} that `value` knows filled in; the others stay.
QString fillPlaceholders(const QString &markdown, const std::function<std::optional<QString>(const QString &name)> &value);

// A slug or an anchor: [a-z0-9] in groups with single hyphens between them, at most 60.
bool isSlug(QStringView text);

} // namespace cargo::knowledge
