#pragma once

#include "qml/client/client.h"

#include <QtQml/qqmlengine.h>

#include <functional>
#include <vector>

namespace cargo::desk {

// Asks staff for a fresh code of their authenticator before money moves, settings change or personal data is shown. Orders
// that the server wants it for wait here and are given again once it is confirmed.
class StepUp : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool wanted READ wanted NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)

public:
    explicit StepUp(client::Client *client, QObject *parent = nullptr) : QObject(parent), m_client(client) {}
    static StepUp *create(QQmlEngine *engine, QJSEngine *) { return new StepUp(client::Client::of(engine)); }
    // The one of the engine that `object` lives on; null without an engine.
    static StepUp *of(const QObject *object);
    static bool wants(const client::Answer &answer);

    bool wanted() const { return !m_waiting.empty(); }
    bool busy() const { return m_busy; }
    QString errorText() const { return m_error; }
    void ask(std::function<void()> again);
    Q_INVOKABLE void confirm(const QString &code);
    Q_INVOKABLE void cancel(); // what waited is not done

Q_SIGNALS:
    void changed();

private:
    client::Client *m_client;
    std::vector<std::function<void()>> m_waiting;
    QString m_error;
    bool m_busy = false;
};

} // namespace cargo::desk
