#include "qml/help/page_blocks.h"

#include "shared/domain/knowledge/page_text.h"

namespace cargo::help {

namespace {
QString kindOf(knowledge::Block::Kind kind)
{
    switch (kind) {
    case knowledge::Block::Kind::Heading: return QStringLiteral("heading");
    case knowledge::Block::Kind::Item: return QStringLiteral("item");
    case knowledge::Block::Kind::NumberedItem: return QStringLiteral("number");
    case knowledge::Block::Kind::Paragraph: break;
    }
    return QStringLiteral("paragraph");
}
} // namespace

void PageBlocks::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    read();
}

void PageBlocks::setPlaceholders(const QVariantMap &placeholders)
{
    if (placeholders == m_placeholders)
        return;
    m_placeholders = placeholders;
    read();
}

void PageBlocks::read()
{
    m_strangers.clear();
    for (const QString &name : knowledge::placeholdersOf(m_text)) {
        if (!m_placeholders.contains(name))
            m_strangers += name;
    }
    const QString filled = knowledge::fillPlaceholders(m_text, [this](const QString &name) {
        const auto found = m_placeholders.constFind(name);
        return found == m_placeholders.constEnd() ? std::optional<QString>() : std::optional<QString>(found->toString());
    });
    const knowledge::PageText page = knowledge::readPageText(filled);
    m_blocks.clear();
    for (const knowledge::Block &block : page.blocks) {
        m_blocks.append(QVariantMap{{QStringLiteral("kind"), kindOf(block.kind)},
                                    {QStringLiteral("level"), block.level},
                                    {QStringLiteral("number"), block.number},
                                    {QStringLiteral("anchor"), block.anchor},
                                    {QStringLiteral("html"), block.html},
                                    {QStringLiteral("plain"), block.plain}});
    }
    m_faults.clear();
    for (const knowledge::Fault &fault : page.faults) {
        m_faults.append(QVariantMap{{QStringLiteral("kind"), QString::fromLatin1(knowledge::faultWord(fault.kind))},
                                    {QStringLiteral("line"), fault.line},
                                    {QStringLiteral("what"), fault.what}});
    }
    m_anchors = page.anchors();
    Q_EMIT changed();
}

} // namespace cargo::help
