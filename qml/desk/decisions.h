#pragma once

#include "qml/client/client.h"

#include <QtQml/qqmlengine.h>

#include <QTimer>

#include <vector>

namespace cargo::desk {

// Decisions that were made and can still be taken back. Each waits `holdMs`, written down at once, and is then sent with a
// key that was made when it was decided: however often it is sent, it happens once. One that the server refuses stays, with
// what was typed, until it is put away. After a start, what the last run did not send is not sent behind anybody's back: it
// stands there as "kept" for its author to send or to put away.
// waiting: [{key, title, state, errorText, sendAt, body}], state: held, sending, refused, kept.
class Decisions : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QVariantList waiting READ waiting NOTIFY changed FINAL)

public:
    explicit Decisions(client::Client *client, QObject *parent = nullptr);
    static Decisions *create(QQmlEngine *engine, QJSEngine *) { return new Decisions(client::Client::of(engine)); }
    static Decisions *of(const QObject *object);

    QVariantList waiting() const;
    void setHoldMs(int ms) { m_holdMs = ms; }
    // `key` names the case: "kyc/ID". One decision a case: another takes the place of the one that waits.
    Q_INVOKABLE void hold(const QString &key, const QString &path, const QVariantMap &body, const QString &title);
    // It is not sent; takenBack() tells what was decided, for the form to be filled again. Not once it is on its way.
    Q_INVOKABLE void takeBack(const QString &key);
    Q_INVOKABLE void send(const QString &key); // now
    Q_INVOKABLE void sendAll();                // those that are held; before the window closes
    Q_INVOKABLE QString stateOf(const QString &key) const;

    static constexpr int kHoldMs = 10'000;

Q_SIGNALS:
    void changed();
    void takenBack(const QString &key, const QVariantMap &body);
    void sent(const QString &key, int status, const QVariantMap &answer);
    void refused(const QString &key, const QString &detail, const QString &text);

private:
    struct Decision
    {
        QString key;
        QString path;
        QString title;
        QJsonObject body;
        QByteArray idempotencyKey;
        QString state;
        QString error;
        qint64 sendAtMs = 0;
    };
    Decision *find(const QString &key);
    void answered(const QString &key, const client::Answer &answer);
    void remove(const QString &key);
    void keep();
    void restore();
    void watch();

    client::Client *m_client;
    std::vector<Decision> m_decisions;
    QTimer m_due;
    int m_holdMs = kHoldMs;
};

} // namespace cargo::desk
