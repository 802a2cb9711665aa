#include "qml/client/row_model.h"

#include <QSet>

namespace cargo::client {

RowModel::RowModel(const QStringList &roles, QObject *parent) : QAbstractListModel(parent), m_roles(roles) {}

QVariant RowModel::data(const QModelIndex &index, int role) const
{
    const int column = role - Qt::UserRole - 1;
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || column < 0 || column >= m_roles.size())
        return {};
    return m_rows.at(index.row()).value(m_roles.at(column));
}

QHash<int, QByteArray> RowModel::roleNames() const
{
    QHash<int, QByteArray> names;
    for (int column = 0; column < m_roles.size(); ++column)
        names.insert(Qt::UserRole + 1 + column, m_roles.at(column).toLatin1());
    return names;
}

int RowModel::find(const QString &key) const
{
    for (int at = 0; at < count(); ++at) {
        if (m_rows.at(at).value(m_roles.first()).toString() == key)
            return at;
    }
    return -1;
}

void RowModel::reset(const QList<QVariantMap> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
    Q_EMIT countChanged();
}

void RowModel::append(const QList<QVariantMap> &rows)
{
    QSet<QString> known;
    known.reserve(m_rows.size() + rows.size());
    for (const QVariantMap &row : std::as_const(m_rows))
        known.insert(row.value(m_roles.first()).toString());
    QList<QVariantMap> fresh;
    for (const QVariantMap &row : rows) {
        const QString key = row.value(m_roles.first()).toString();
        if (known.contains(key))
            continue;
        known.insert(key);
        fresh.append(row);
    }
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, count(), count() + int(fresh.size()) - 1);
    m_rows.append(fresh);
    endInsertRows();
    Q_EMIT countChanged();
}

void RowModel::insert(int at, const QVariantMap &row)
{
    beginInsertRows({}, at, at);
    m_rows.insert(at, row);
    endInsertRows();
    Q_EMIT countChanged();
}

void RowModel::update(int at, const QVariantMap &row)
{
    if (m_rows.at(at) == row)
        return;
    m_rows[at] = row;
    Q_EMIT dataChanged(index(at), index(at));
}

void RowModel::remove(int at)
{
    beginRemoveRows({}, at, at);
    m_rows.removeAt(at);
    endRemoveRows();
    Q_EMIT countChanged();
}

void RowModel::sync(const QList<QVariantMap> &rows)
{
    const QString &key = m_roles.first();
    for (int at = count() - 1; at >= 0; --at) {
        const bool stays = std::any_of(rows.begin(), rows.end(),
                                       [&](const QVariantMap &row) { return row.value(key) == m_rows.at(at).value(key); });
        if (!stays)
            remove(at);
    }
    for (int at = 0; at < rows.size(); ++at) {
        const int now = find(rows.at(at).value(key).toString());
        if (now < 0) {
            insert(at, rows.at(at));
            continue;
        }
        if (now != at) {
            beginMoveRows({}, now, now, {}, at);
            m_rows.move(now, at);
            endMoveRows();
        }
        update(at, rows.at(at));
    }
}

} // namespace cargo::client
