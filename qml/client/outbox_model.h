#pragma once

#include "qml/client/client.h"
#include "qml/client/row_model.h"

#include <QQmlParserStatus>
#include <QTimer>

namespace cargo::client {

// What waits to be sent, for a screen and for a badge. Roles: itemId, kind, title, text, state (waiting, sending, refused),
// stateText, progress (of its photos, 0…1), photos (urls on this device), photoStates ([{state (queued, uploading, done, failed),
// text}] in their order), moment (text), subject.
class OutboxModel : public cargo::client::RowModel, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(QString subject MEMBER m_subject FINAL) // "deal/ID": only what is about it; empty: everything
    Q_PROPERTY(int waiting READ waiting NOTIFY countsChanged FINAL)
    Q_PROPERTY(int refused READ refused NOTIFY countsChanged FINAL)

public:
    explicit OutboxModel(QObject *parent = nullptr);
    void setClient(Client *client) { m_client = client; }
    void classBegin() override {}
    void componentComplete() override;
    int waiting() const { return m_waiting; }
    int refused() const { return m_refused; }
    Q_INVOKABLE void retry(const QString &itemId);
    Q_INVOKABLE void discard(const QString &itemId);
    Q_INVOKABLE void sendNow();

Q_SIGNALS:
    void countsChanged();

private:
    void show();
    void showSoon();
    QVariantMap rowOf(const OutboxItem &item) const;
    QVariantList photoStatesOf(const OutboxItem &item) const;
    QPointer<Client> m_client;
    QString m_subject;
    int m_waiting = 0;
    int m_refused = 0;
    QTimer m_soon; // a long queue that goes out changes more often than anybody sees
};

} // namespace cargo::client
