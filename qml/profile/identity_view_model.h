#pragma once

#include "qml/client/view_model.h"

#include <QHash>
#include <QJsonObject>
#include <QUrl>
#include <QVariantList>

namespace cargo::profile {

// Confirming one's identity. Pictures of documents go straight to the server and are never kept on this device; one that did
// not arrive is tried again from memory.
// One that looks blurred, dark or glaring is held back until the user says that it goes as it is: the server's arithmetic.
// documents: [{kind, title, hint, state, note, progress, source}], state: missing, doubt, sending, failed, shown, again; source:
// the picture held back.
class IdentityViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    // "none" (never begun), draft, in_review, retry, approved, rejected.
    Q_PROPERTY(QString status READ status NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList documents READ documents NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL) // what staff wrote
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)  // everything is there: it can be handed in
    Q_PROPERTY(int shown READ shown NOTIFY changed FINAL)   // how many of the documents are there

public:
    using ViewModel::ViewModel;
    QString status() const { return m_application.value(QLatin1String("status")).toString(QStringLiteral("none")); }
    QVariantList documents() const;
    QString text() const { return m_application.value(QLatin1String("text")).toString(); }
    bool ready() const;
    int shown() const;
    Q_INVOKABLE void reload() override;
    Q_INVOKABLE void start();
    // looked: the user has seen what may be wrong with it, and wants to send it. The file may go when this returns.
    Q_INVOKABLE void show(const QString &kind, const QUrl &file, bool looked = false);
    Q_INVOKABLE void sendAnyway(const QString &kind); // what was held back
    Q_INVOKABLE void retry(const QString &kind);
    Q_INVOKABLE void handIn();

Q_SIGNALS:
    void changed();

protected:
    void begin() override { reload(); }
    void retranslate() override { Q_EMIT changed(); }

private:
    struct Sending
    {
        QByteArray jpeg;
        QByteArray key; // of idempotency: sent again it is the same picture
        double progress = 0;
        QString error; // why it did not arrive
    };
    void take(const QJsonObject &application);
    void send(const QString &kind);
    QString path(const char *more) const;
    QVariantMap rowOf(const QString &kind) const;

    QJsonObject m_application;
    struct Doubt
    {
        QUrl file;
        QByteArray warning;
    };
    void begin(const QString &kind, const QUrl &file);
    QHash<QString, Sending> m_sending; // by kind
    QHash<QString, Doubt> m_doubts;
};

} // namespace cargo::profile
