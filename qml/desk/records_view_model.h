#pragma once

#include "qml/client/row_model.h"
#include "qml/desk/desk_view_model.h"

#include <QTimer>

namespace cargo::desk {

// Rows as the server names their fields. Roles: id (its key), modelData (the whole row, what tables show columns of).
class RecordModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit RecordModel(QObject *parent = nullptr);
};

// A list of the desk: one path, its filter and order, page after page. The server sorts and filters: of a hundred thousand
// cases only the pages that somebody looked at are here. Nothing of it is kept on the device.
class RecordsViewModel : public cargo::desk::DeskViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY asked FINAL)
    Q_PROPERTY(QVariantMap query READ query WRITE setQuery NOTIFY asked FINAL)
    Q_PROPERTY(cargo::desk::RecordModel *model READ model CONSTANT FINAL)
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed FINAL) // all that came, for short lists
    Q_PROPERTY(int total READ total NOTIFY changed FINAL)        // of all pages; -1: the server does not say
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY changed FINAL)
    Q_PROPERTY(bool loadingMore READ loadingMore NOTIFY changed FINAL)
    Q_PROPERTY(bool asking READ asking NOTIFY asked FINAL) // a question is about to be sent

public:
    using DeskViewModel::DeskViewModel;
    QString path() const { return m_path; }
    void setPath(const QString &path);
    QVariantMap query() const { return m_query; }
    void setQuery(const QVariantMap &query);
    RecordModel *model() { return &m_model; }
    QVariantList rows() const;
    int total() const { return m_total; }
    bool hasMore() const { return !m_cursor.isEmpty(); }
    bool loadingMore() const { return m_loadingMore; }
    bool asking() const { return m_soon.isActive(); }
    Q_INVOKABLE void reload() override;
    // The same rows again, in place. Not where so many were looked through that it would take rows away.
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void more();
    Q_INVOKABLE int find(const QString &id) const { return m_model.find(id); }
    // An order about rows; `given` tells its answer.
    Q_INVOKABLE void give(const QString &method, const QString &path, const QVariantMap &body = {},
                          const QVariantMap &query = {});

    static constexpr int kPage = 50;
    static constexpr int kMostAtOnce = 100; // the server's limit of a page

Q_SIGNALS:
    void asked();
    void changed();
    void given(const QString &path, const QVariantMap &answer);

protected:
    void begin() override;

private:
    void take(const QJsonObject &body, bool first);
    void askSoon();
    QUrlQuery pageQuery(int limit) const;

    QString m_path;
    QVariantMap m_query;
    RecordModel m_model;
    QString m_cursor;
    QTimer m_soon; // path, filter and order change together
    int m_total = -1;
    int m_asked = 0; // pages of an older question are not shown
    bool m_begun = false;
    bool m_loadingMore = false;
};

} // namespace cargo::desk
