#pragma once

#include "qml/client/client.h"

#include <QImage>
#include <QQmlParserStatus>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

namespace cargo::desk {

// Puts what is on the screen among the user's downloads, as a picture or as a table.
class FileKeeper : public QObject
{
    Q_OBJECT
    QML_ELEMENT

public:
    using QObject::QObject;
    Q_INVOKABLE void savePicture(const QString &name, const QVariant &image);
    // Rows of cells, the first with the names of the columns.
    Q_INVOKABLE void saveTable(const QString &name, const QVariantList &rows);
    // RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in front of it: it stays a text.
    static QByteArray csv(const QVariantList &rows);

Q_SIGNALS:
    void saved(const QString &name);
    void failed();

private:
    void save(const QString &name, const QByteArray &bytes);
};

} // namespace cargo::desk
