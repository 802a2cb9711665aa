#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QVariantList>
#include <QVariantMap>

namespace cargo::help {

// The text of a knowledge page (shared/domain/knowledge/page_text.h) taken apart for showing.
// blocks: [{kind: "heading"|"paragraph"|"item"|"number", level, number, anchor, html, plain}]
// faults: [{kind, line, what}], with kinds as in faultWord()
class PageBlocks : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap placeholders READ placeholders WRITE setPlaceholders NOTIFY changed FINAL) // {name: what stands there}
    Q_PROPERTY(QVariantList blocks READ blocks NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList faults READ faults NOTIFY changed FINAL)
    Q_PROPERTY(QStringList anchors READ anchors NOTIFY changed FINAL)
    Q_PROPERTY(QStringList strangers READ strangers NOTIFY changed FINAL) // placeholders that nothing fills in

public:
    using QObject::QObject;
    QString text() const { return m_text; }
    void setText(const QString &text);
    QVariantMap placeholders() const { return m_placeholders; }
    void setPlaceholders(const QVariantMap &placeholders);
    QVariantList blocks() const { return m_blocks; }
    QVariantList faults() const { return m_faults; }
    QStringList anchors() const { return m_anchors; }
    QStringList strangers() const { return m_strangers; }

Q_SIGNALS:
    void changed();

private:
    void read();

    QString m_text;
    QVariantMap m_placeholders;
    QVariantList m_blocks, m_faults;
    QStringList m_anchors, m_strangers;
};

} // namespace cargo::help
