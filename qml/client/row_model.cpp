#include "qml/client/row_model.h"

#include <QSet>

namespace cargo::client {

RowModel::RowModel(const QStringList &roles, QObject *parent) : QAbstractListModel(parent), m_roles(roles) {}

QVariant RowModel::data(const QModelIndex &index, int role) const
{
    const int column = role - Qt::UserRole - 1;
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || column < 0 || column >= m_roles.size())
        return {};
    return m_rows.at(index.row()).at(column);
}

QHash<int, QByteArray> RowModel::roleNames() const
{
    QHash<int, QByteArray> names;
    for (int column = 0; column < m_roles.size(); ++column)
        names.insert(Qt::UserRole + 1 + column, m_roles.at(column).toLatin1());
    return names;
}

QVariantMap RowModel::row(int at) const
{
    QVariantMap map;
    for (int column = 0; column < m_roles.size(); ++column)
        map.insert(m_roles.at(column), m_rows.at(at).at(column));
    return map;
}

QVariantList RowModel::valuesOf(const QVariantMap &row) const
{
    QVariantList values;
    values.reserve(m_roles.size());
    qsizetype found = 0;
    for (const QString &role : m_roles) {
        const auto value = row.constFind(role);
        found += value != row.constEnd();
        values.append(value != row.constEnd() ? *value : QVariant());
    }
    Q_ASSERT_X(found == row.size(), "RowModel", "a row has a value that is no role");
    return values;
}

int RowModel::find(const QString &key) const
{
    for (int at = 0; at < count(); ++at) {
        if (m_rows.at(at).first().toString() == key)
            return at;
    }
    return -1;
}

void RowModel::reset(const QList<QVariantMap> &rows)
{
    beginResetModel();
    m_rows.clear();
    for (const QVariantMap &row : rows)
        m_rows.append(valuesOf(row));
    endResetModel();
    Q_EMIT countChanged();
}

void RowModel::append(const QList<QVariantMap> &rows)
{
    QSet<QString> known;
    known.reserve(m_rows.size() + rows.size());
    for (const QVariantList &row : std::as_const(m_rows))
        known.insert(row.first().toString());
    QList<QVariantList> fresh;
    for (const QVariantMap &row : rows) {
        const QString key = row.value(m_roles.first()).toString();
        if (known.contains(key))
            continue;
        known.insert(key);
        fresh.append(valuesOf(row));
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
    m_rows.insert(at, valuesOf(row));
    endInsertRows();
    Q_EMIT countChanged();
}

void RowModel::update(int at, const QVariantMap &row)
{
    const QVariantList values = valuesOf(row);
    if (m_rows.at(at) == values)
        return;
    m_rows[at] = values;
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
                                       [&](const QVariantMap &row) { return row.value(key) == m_rows.at(at).first(); });
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
