#include "qml/client/row_model.h"

#include <utility>

namespace cargo::client {

RowModel::RowModel(const QStringList &roles, QObject *parent) : RowModel(roles, roles, parent) {}

RowModel::RowModel(const QStringList &roles, const QStringList &columns, QObject *parent)
    : QAbstractListModel(parent), m_roles(roles), m_columns(columns)
{
}

QVariant RowModel::data(const QModelIndex &index, int role) const
{
    const int column = role - Qt::UserRole - 1;
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || column < 0 || column >= m_roles.size())
        return {};
    return shown(index.row()).at(column);
}

QHash<int, QByteArray> RowModel::roleNames() const
{
    QHash<int, QByteArray> names;
    for (int column = 0; column < m_roles.size(); ++column)
        names.insert(Qt::UserRole + 1 + column, m_roles.at(column).toLatin1());
    return names;
}

namespace {

QVariantMap mapOf(const QStringList &names, const QVariantList &values)
{
    QVariantMap map;
    for (int column = 0; column < names.size(); ++column)
        map.insert(names.at(column), values.at(column));
    return map;
}

} // namespace

QVariantMap RowModel::row(int at) const { return mapOf(m_roles, shown(at)); }
QVariantMap RowModel::kept(int at) const { return mapOf(m_columns, m_rows.at(at)); }

QVariantList RowModel::inOrder(const QVariantMap &row, const QStringList &names)
{
    QVariantList values;
    values.reserve(names.size());
    qsizetype found = 0;
    for (const QString &name : names) {
        const auto value = row.constFind(name);
        found += value != row.constEnd();
        values.append(value != row.constEnd() ? *value : QVariant());
    }
    Q_ASSERT_X(found == row.size(), "RowModel", "a row has a value that has no place");
    return values;
}

int RowModel::find(const QString &key) const
{
    for (int at = 0; at < count(); ++at) {
        if (keyAt(at) == key)
            return at;
    }
    return -1;
}

void RowModel::reset(const QList<QVariantMap> &rows)
{
    beginResetModel();
    m_rows.clear();
    for (const QVariantMap &row : rows)
        m_rows.append(inOrder(row, m_columns));
    endResetModel();
    Q_EMIT countChanged();
}

void RowModel::append(const QList<QVariantMap> &rows)
{
    QSet<QString> known;
    known.reserve(m_rows.size() + rows.size());
    for (int at = 0; at < count(); ++at)
        known.insert(keyAt(at));
    QList<QVariantList> fresh;
    for (const QVariantMap &row : rows) {
        const QString key = row.value(m_columns.first()).toString();
        if (known.contains(key))
            continue;
        known.insert(key);
        fresh.append(inOrder(row, m_columns));
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
    m_rows.insert(at, inOrder(row, m_columns));
    endInsertRows();
    Q_EMIT countChanged();
}

void RowModel::update(int at, const QVariantMap &row)
{
    const QVariantList values = inOrder(row, m_columns), before = std::exchange(m_rows[at], values);
    QList<int> roles;
    bool all = false; // what is no role may show in any of them
    for (int column = 0; column < m_columns.size(); ++column) {
        if (values.at(column) == before.at(column))
            continue;
        const qsizetype role = m_roles.indexOf(m_columns.at(column));
        roles.append(int(Qt::UserRole + 1 + role));
        all = all || role < 0;
    }
    if (!roles.isEmpty())
        Q_EMIT dataChanged(index(at), index(at), all ? QList<int>() : roles);
}

void RowModel::remove(int at)
{
    beginRemoveRows({}, at, at);
    m_rows.removeAt(at);
    endRemoveRows();
    Q_EMIT countChanged();
}

// Neighbours go together: each removal costs the views a look at everything.
bool RowModel::removeOthers(const QSet<QString> &staying)
{
    const int before = count();
    for (int end = count(); end > 0;) {
        int begin = end;
        while (begin > 0 && !staying.contains(keyAt(begin - 1)))
            --begin;
        if (begin < end) {
            beginRemoveRows({}, begin, end - 1);
            m_rows.remove(begin, end - begin);
            endRemoveRows();
        }
        end = begin - 1; // the one before stays
    }
    return count() != before;
}

void RowModel::sync(const QList<QVariantMap> &rows)
{
    QSet<QString> wanted;
    QList<QVariantMap> once;
    for (const QVariantMap &row : rows) {
        const QString key = row.value(m_columns.first()).toString();
        if (wanted.contains(key))
            continue;
        wanted.insert(key);
        once.append(row);
    }
    bool arranged = removeOthers(wanted);
    for (int at = 0; at < once.size(); ++at) {
        const QString key = once.at(at).value(m_columns.first()).toString();
        const int now = at < count() && keyAt(at) == key ? at : find(key);
        arranged = arranged || now != at;
        if (now < 0) {
            beginInsertRows({}, at, at);
            m_rows.insert(at, inOrder(once.at(at), m_columns));
            endInsertRows();
            continue;
        }
        if (now != at) {
            beginMoveRows({}, now, now, {}, at);
            m_rows.move(now, at);
            endMoveRows();
        }
        update(at, once.at(at));
    }
    if (arranged)
        Q_EMIT countChanged();
}

} // namespace cargo::client
