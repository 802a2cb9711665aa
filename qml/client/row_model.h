#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>
#include <QVariantMap>

namespace cargo::client {

// A list of rows with named roles, fixed at construction; each model that derives from it documents its roles. A row is
// known by its key role, so that an update moves nothing that did not change.
class RowModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    // The first role is the key.
    explicit RowModel(const QStringList &roles, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return int(m_rows.size()); }
    QVariantMap row(int at) const;
    int find(const QString &key) const;
    Q_INVOKABLE QVariantMap get(int at) const { return at >= 0 && at < count() ? row(at) : QVariantMap(); }

    void reset(const QList<QVariantMap> &rows);
    void append(const QList<QVariantMap> &rows); // rows whose key is known are left out
    void insert(int at, const QVariantMap &row);
    void update(int at, const QVariantMap &row);
    // Turns the list into `rows` with as few insertions and removals as order allows: positions on the screen stay.
    void sync(const QList<QVariantMap> &rows);
    void remove(int at);

Q_SIGNALS:
    void countChanged();

private:
    QVariantList valuesOf(const QVariantMap &row) const;
    QStringList m_roles;
    QList<QVariantList> m_rows; // values in the order of the roles: a map for each row weighs twice as much
};

} // namespace cargo::client
