#pragma once

#include "qml/client/client.h"

#include <QQmlParserStatus>
#include <QTimer>

namespace cargo::client {

// Keeps what is being typed: `Draft { key: "review/" + dealId; properties: ["stars", "text"] }` in a page brings those
// properties of the page (or of `target`) back when it opens, and writes them down after each change, when the app is
// hidden, and at the end. clear() when it was sent.
class Draft : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(QString key READ key WRITE setKey NOTIFY keyChanged FINAL) // empty: nothing is kept
    Q_PROPERTY(QObject *target MEMBER m_target FINAL)                     // the object that it stands in, when not set
    Q_PROPERTY(QStringList properties MEMBER m_properties FINAL)
    Q_PROPERTY(bool restored READ restored NOTIFY restoredChanged FINAL) // something was brought back

public:
    explicit Draft(QObject *parent = nullptr);
    ~Draft() override;
    void setClient(Client *client) { m_client = client; }
    QString key() const { return m_key; }
    void setKey(const QString &key);
    bool restored() const { return m_restored; }
    void classBegin() override {}
    void componentComplete() override;
    Q_INVOKABLE void save(); // now
    Q_INVOKABLE void clear();

    static constexpr int kSaveMs = 300; // after the last change

Q_SIGNALS:
    void keyChanged();
    void restoredChanged();

private Q_SLOTS:
    void touched();

private:
    QJsonObject values() const;
    void apply(const QJsonObject &values);
    void restore();
    QPointer<Client> m_client;
    QString m_key;
    QPointer<QObject> m_target;
    QStringList m_properties;
    QJsonObject m_blank; // as the page was made
    QJsonObject m_now;   // read at each change: when the page goes, its properties are gone before we are
    QJsonObject m_saved;
    QTimer m_soon;
    bool m_complete = false;
    bool m_restored = false;
};

} // namespace cargo::client
