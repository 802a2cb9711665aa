#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QVariantList>

namespace cargo::desk {

// Two texts line by line: what both have, what only the older or only the newer one has. The longest common subsequence, so as
// few lines as possible are told as changed.
// lines: [{kind: "same"|"removed"|"added", text}]
class LineDiff : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString before READ before WRITE setBefore NOTIFY changed FINAL)
    Q_PROPERTY(QString after READ after WRITE setAfter NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList lines READ lines NOTIFY changed FINAL)
    Q_PROPERTY(int changes READ changes NOTIFY changed FINAL) // lines that are not the same

public:
    using QObject::QObject;
    QString before() const { return m_before; }
    void setBefore(const QString &text);
    QString after() const { return m_after; }
    void setAfter(const QString &text);
    QVariantList lines() const { return m_lines; }
    int changes() const { return m_changes; }

Q_SIGNALS:
    void changed();

private:
    void compare();

    QString m_before, m_after;
    QVariantList m_lines;
    int m_changes = 0;
};

} // namespace cargo::desk
