#pragma once

#include "qml/client/client.h"
#include "qml/client/error_texts.h"

#include <QQmlParserStatus>

namespace cargo::client {

// A screen: what it shows, what it can do, how its last loading went. It finds the Client on its engine; tests hand one
// in. It never speaks HTTP itself and never knows pages.
class ViewModel : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_NAMED_ELEMENT(ViewModel)
    QML_UNCREATABLE("A base of screens")
    Q_PROPERTY(Phase phase READ phase NOTIFY phaseChanged FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY phaseChanged FINAL)
    Q_PROPERTY(bool unreachable READ unreachable NOTIFY phaseChanged FINAL) // failed, because no answer came at all
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged FINAL)

public:
    enum Phase { Idle, Loading, Ready, Empty, Failed };
    Q_ENUM(Phase)

    explicit ViewModel(QObject *parent = nullptr) : QObject(parent) {}
    void setClient(Client *client) { m_client = client; }
    void classBegin() override {}
    void componentComplete() override;
    Phase phase() const { return m_phase; }
    QString errorText() const { return m_phase == Failed ? client::errorText(m_error) : QString(); }
    bool unreachable() const
    {
        return m_phase == Failed && (m_error.code == ErrorCode::Unavailable || m_error.code == ErrorCode::Timeout);
    }
    bool busy() const { return m_busy; }

Q_SIGNALS:
    void phaseChanged();
    void busyChanged();
    void fileSaved(const QString &name, const QUrl &url); // it lies among the downloads
    void failed(const QString &text);                     // an order did not work; what was loaded stays

protected:
    // Once the client is known. Connect and load here.
    virtual void begin() = 0;
    // The language changed: rows and texts that were made in C++ are made again.
    virtual void retranslate() {}
    Client *client() const { return m_client; }
    void setPhase(Phase phase);
    void setFailed(const Answer &answer);
    void setBusy(bool busy);
    // A file of the server's for the user: saved() with its name, or failed().
    void saveFromServer(const QString &path, const QString &name);
    void get(const QString &path, const QUrlQuery &query, ApiClient::Done done)
    {
        m_client->api()->send(Call::get(path, query), this, std::move(done));
    }
    // An order of the user's: shows busy, tells failures, and calls `done` only on success.
    void order(const Call &call, ApiClient::Done done);

private:
    Client *m_client = nullptr;
    Phase m_phase = Idle;
    Error m_error;
    bool m_busy = false;
};

} // namespace cargo::client
