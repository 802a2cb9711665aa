#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace cargo::client {

// One running app for each folder of data: a second start hands its link to the first and leaves. The socket is the user's
// alone (QLocalServer::UserAccessOption); a socket that a killed app left is taken over.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    // folder: the app's data folder; two programs with different folders do not know each other.
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);
    // True: this is the first. False: another one runs and has `link` (may be empty: only show yourself), or the socket cannot
    // be had and nobody answers on it.
    bool claim(const QString &link);
    QString name() const { return m_name; } // of the socket

Q_SIGNALS:
    void asked(const QString &link); // another start; the window should come to the front

private:
    bool handOver(const QString &link);
    void read(QLocalSocket *socket);
    QString m_name;
    QLocalServer m_server;
};

} // namespace cargo::client
