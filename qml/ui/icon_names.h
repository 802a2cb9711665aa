#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <QStringList>

namespace cargo::ui {

// The icons that the apps use, by ligature. A name that the font does not have would stand there as a word; so Icon shows
// only names of this list, and tests/ui/tst_icons holds the list to the font and to the sources.
class IconNames : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;
    static const QStringList &all();
    Q_INVOKABLE static bool has(const QString &name);
    Q_INVOKABLE static QStringList list() { return all(); }
};

} // namespace cargo::ui
