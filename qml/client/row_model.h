#pragma once

#include <QAbstractListModel>
#include <QSet>
#include <QtQml/qqmlregistration.h>
#include <QVariantMap>

namespace cargo::client {

// A list of rows with named roles, fixed at construction; each model that derives from it documents its roles. A row is
// known by its key role, so that an update moves nothing that did not change. What is kept of a row is what it shows, unless
// a model keeps something smaller and makes the roles from it when somebody asks.
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
    QVariantMap row(int at) const;  // as it is shown
    QVariantMap kept(int at) const; // as it was given to reset(), append() and so on
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
    void countChanged(); // or other rows in their places

protected:
    // Keeps `columns`, the first of which is the key; shown() makes the roles.
    RowModel(const QStringList &roles, const QStringList &columns, QObject *parent);
    // Values in the order of the roles.
    virtual QVariantList shown(int at) const { return m_rows.at(at); }
    const QVariantList &valuesAt(int at) const { return m_rows.at(at); } // in the order of the columns
    static QVariantList inOrder(const QVariantMap &row, const QStringList &names);

private:
    QString keyAt(int at) const { return m_rows.at(at).first().toString(); }
    bool removeOthers(const QSet<QString> &staying);
    QStringList m_roles;
    QStringList m_columns;
    QList<QVariantList> m_rows; // values in the order of the columns: a map for each row weighs twice as much
};

} // namespace cargo::client
