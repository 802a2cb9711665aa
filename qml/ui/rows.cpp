#include "qml/ui/rows.h"

#include <QAbstractItemModel>
#include <QJSValue>

namespace cargo::ui {
namespace {

QAbstractItemModel *itemModel(const QVariant &model) { return qobject_cast<QAbstractItemModel *>(model.value<QObject *>()); }

QVariantList list(const QVariant &model)
{
    if (model.metaType() == QMetaType::fromType<QJSValue>())
        return model.value<QJSValue>().toVariant().toList();
    return model.toList();
}

} // namespace

int Rows::count(const QVariant &model)
{
    const auto *rows = itemModel(model);
    return rows ? rows->rowCount() : int(list(model).size());
}

QVariant Rows::value(const QVariant &model, int row, const QString &role)
{
    if (const auto *rows = itemModel(model)) {
        const int number = rows->roleNames().key(role.toUtf8(), -1);
        return number < 0 || row < 0 || row >= rows->rowCount() ? QVariant() : rows->data(rows->index(row, 0), number);
    }
    const QVariantList all = list(model);
    return row < 0 || row >= all.size() ? QVariant() : all[row].toMap().value(role);
}

int Rows::find(const QVariant &model, const QString &role, const QVariant &key)
{
    if (const auto *rows = itemModel(model)) {
        const int number = rows->roleNames().key(role.toUtf8(), -1);
        const int count = number < 0 ? 0 : rows->rowCount();
        for (int row = 0; row < count; ++row) {
            if (rows->data(rows->index(row, 0), number) == key)
                return row;
        }
        return -1;
    }
    const QVariantList all = list(model);
    for (int row = 0; row < all.size(); ++row) {
        if (all[row].toMap().value(role) == key)
            return row;
    }
    return -1;
}

} // namespace cargo::ui
