#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <QVariant>

namespace cargo::ui {

// Looks into any model that a view can show: a QAbstractItemModel, an array of objects. Without state.
class Rows : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;
    Q_INVOKABLE static int count(const QVariant &model);
    // What the row holds under this role; invalid when there is none.
    Q_INVOKABLE static QVariant value(const QVariant &model, int row, const QString &role);
    // The first row that holds `key` under this role, or -1.
    Q_INVOKABLE static int find(const QVariant &model, const QString &role, const QVariant &key);
};

} // namespace cargo::ui
