#pragma once

#include "qml/desk/desk_view_model.h"

namespace cargo::desk {

// One thing of the desk as the server tells it: `facts` has its fields by the API's names. Personal data is among them:
// nothing of it is kept on the device.
class RecordViewModel : public cargo::desk::DeskViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY pathChanged FINAL) // below /api/v1; empty: nothing is read
    Q_PROPERTY(QVariantMap query READ query WRITE setQuery NOTIFY pathChanged FINAL)
    Q_PROPERTY(QVariantMap facts READ facts NOTIFY factsChanged FINAL)

public:
    using DeskViewModel::DeskViewModel;
    QString path() const { return m_path; }
    void setPath(const QString &path);
    QVariantMap query() const { return m_query; }
    void setQuery(const QVariantMap &query);
    QVariantMap facts() const { return m_facts; }
    Q_INVOKABLE void reload() override;
    // An order: POST, PUT or DELETE. `given` tells its answer; what stands here is not read again by itself.
    Q_INVOKABLE void give(const QString &method, const QString &path, const QVariantMap &body = {});
    // A picture that the server shows for a reason: revealed() hands it on, and nothing of it is kept.
    Q_INVOKABLE void reveal(const QString &path, const QVariantMap &body);
    // A file of the server's, among the downloads.
    Q_INVOKABLE void save(const QString &path, const QVariantMap &query, const QString &name);

Q_SIGNALS:
    void pathChanged();
    void factsChanged();
    void given(const QString &path, const QVariantMap &answer);
    void revealed(const QString &path, const QUrl &picture); // a data: address

protected:
    void begin() override;
    void setFacts(const QVariantMap &facts);

private:
    QString m_path;
    QVariantMap m_query;
    QVariantMap m_facts;
    bool m_begun = false;
};

} // namespace cargo::desk
