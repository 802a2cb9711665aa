#pragma once

#include "qml/client/client.h"
#include "qml/client/error_texts.h"
#include "qml/client/trouble.h"

#include <QQmlParserStatus>

namespace cargo::client {

// A screen: what it shows, what it can do, how its last loading went. It finds the Client on its engine; tests hand one
// in. It never speaks HTTP itself and never knows pages. What it reads is shown from this device at once and then as the
// server says it; `stale` while the server's word is missing.
class ViewModel : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_NAMED_ELEMENT(ViewModel)
    QML_UNCREATABLE("A base of screens")
    Q_PROPERTY(Phase phase READ phase NOTIFY phaseChanged FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY phaseChanged FINAL)
    Q_PROPERTY(bool unreachable READ unreachable NOTIFY phaseChanged FINAL)           // failed, because no answer came at all
    Q_PROPERTY(cargo::client::Trouble trouble READ trouble NOTIFY phaseChanged FINAL) // of the last loading; kind "none": none
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged FINAL)
    Q_PROPERTY(bool stale READ stale NOTIFY freshnessChanged FINAL) // shown from this device, the server did not say it now
    Q_PROPERTY(double fetchedAt READ fetchedAt NOTIFY freshnessChanged FINAL) // Unix ms of what is shown, 0: nothing is
    Q_PROPERTY(QString ageText READ ageText NOTIFY freshnessChanged FINAL)    // "Updated 12 minutes ago"
    Q_PROPERTY(bool refreshing READ refreshing NOTIFY freshnessChanged FINAL) // the server was asked
    Q_PROPERTY(bool slow READ slow NOTIFY slowChanged FINAL) // long without an answer: offer to wait or to give up

public:
    enum Phase { Idle, Loading, Ready, Empty, Failed };
    Q_ENUM(Phase)

    explicit ViewModel(QObject *parent = nullptr);
    void setClient(Client *client) { m_client = client; }
    void classBegin() override {}
    void componentComplete() override;
    Phase phase() const { return m_phase; }
    QString errorText() const { return m_phase == Failed ? client::errorText(m_answer.error) : QString(); }
    bool unreachable() const { return m_phase == Failed && m_answer.unreachable(); }
    Trouble trouble() const { return troubleOf(m_answer); }
    bool busy() const { return m_busy; }
    bool stale() const { return m_stale; }
    double fetchedAt() const { return double(m_fetchedMs); }
    QString ageText() const;
    bool refreshing() const { return m_refreshing; }
    bool slow() const { return m_slow; }
    Q_INVOKABLE virtual void reload() {}
    // What runs is let go: what was shown stays, else the screen says that no answer came. An order may still have arrived.
    Q_INVOKABLE void giveUp();
    Q_INVOKABLE void waitOn(); // asks again after the same time

Q_SIGNALS:
    void phaseChanged();
    void busyChanged();
    void fileSaved(const QString &name, const QUrl &url); // it lies among the downloads
    void freshnessChanged();
    void slowChanged();
    void failed(const QString &text); // an order did not work; what was loaded stays

protected:
    using Show = std::function<void(const QJsonObject &)>;
    // What a screen is about, or a part of it.
    struct Source
    {
        QString key; // on this device; empty: not kept
        QString path;
        QUrlQuery query = {};
        enum Shape { Thing, List, Anything };
        Shape shape = List; // the answer has "items", or it is a thing with an "id", or has no form of its own
    };

    // Once the client is known. Connect and load here.
    virtual void begin() = 0;
    // The language changed: rows and texts that were made in C++ are made again.
    virtual void retranslate() {}
    Client *client() const { return m_client; }
    void setPhase(Phase phase);
    void setFailed(const Answer &answer);
    void setBusy(bool busy);
    // A file of the server's for the user: saved() with its name, or failed().
    void saveFromServer(const QString &path, const QString &name, const QUrlQuery &query = {});
    // The screen's own reading: `show` gets what this device has, at once, and then what the server says when it is
    // something else; it sets the phase. A newer reading makes an older one's answer void.
    void load(const Source &source, const Show &show, const ApiClient::Done &refused = {});
    // The same for a part of the screen: it fails quietly and has no age.
    void loadAside(const Source &source, const Show &show);
    // What is shown now was fetched then; for screens that read in a way of their own.
    void setFresh(qint64 fetchedMs, bool stale);
    void get(const QString &path, const QUrlQuery &query, ApiClient::Done done)
    {
        m_client->api()->send(Call::get(path, query), this, std::move(done));
    }
    // An order of the user's: shows busy, tells failures, and calls `done` only on success. When no answer came the same
    // order, given again, carries the same key: it happens once.
    void order(const Call &call, ApiClient::Done done);
    // The server does not want an order. True: the screen deals with it, and failed() is not said.
    virtual bool refused(const Call &, const Answer &, const ApiClient::Done &) { return false; }
    // An order got no answer; nobody sends it again but the user.
    virtual void unanswered(const Call &) {}

private:
    void ended(); // reading or order
    void watch();
    static bool wellFormed(const Source &source, const Answer &answer);
    qint64 keepAnswer(const Source &source, const Answer &answer, const Show &show, bool shown);

    QPointer<Client> m_client;
    Phase m_phase = Idle;
    Answer m_answer; // the last that failed; ok: none did
    std::unique_ptr<QObject> m_reading;
    std::unique_ptr<QObject> m_ordering;
    Call m_unanswered;
    QString m_shown; // key of what is on the screen
    QTimer m_slowly;
    QTimer m_minute;
    qint64 m_fetchedMs = 0;
    bool m_busy = false;
    bool m_stale = false;
    bool m_refreshing = false;
    bool m_slow = false;
};

} // namespace cargo::client
