#pragma once

#include "qml/client/client.h"
#include "qml/client/row_model.h"

#include <QHash>
#include <QQmlParserStatus>
#include <QUrl>

namespace cargo::client {

// Photos that the user adds to something he writes (evidence of a dispute): each goes to the server at once. Roles: key,
// source (url on this device), state (uploading, done, failed), progress (0…1), errorText. Nothing is kept over a restart.
class PhotoUploads : public cargo::client::RowModel, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(bool ready READ ready NOTIFY stateChanged FINAL) // all are on the server

public:
    explicit PhotoUploads(QObject *parent = nullptr);
    void setClient(Client *client) { m_client = client; }
    void classBegin() override {}
    void componentComplete() override;
    bool ready() const;
    Q_INVOKABLE void add(const QList<QUrl> &files); // at most kMaxPhotos in all
    Q_INVOKABLE void drop(const QString &key);
    Q_INVOKABLE void retry(const QString &key);
    Q_INVOKABLE QStringList mediaIds() const;
    Q_INVOKABLE void clear();
    static constexpr int kMaxPhotos = 10;

Q_SIGNALS:
    void stateChanged();

private:
    void upload(const QString &key);
    void set(const QString &key, const QString &state, double progress, const QString &errorText = {});
    Client *m_client = nullptr;
    QHash<QString, QString> m_mediaIds; // by key
    int m_next = 0;
};

} // namespace cargo::client
