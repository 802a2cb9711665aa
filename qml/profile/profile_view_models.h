#pragma once

#include "qml/client/row_model.h"
#include "qml/client/view_model.h"

#include <QJsonArray>

namespace cargo::profile {

// Sign in and register. Field errors by the API's names: email, password, display_name.
class SignInViewModel : public client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantMap fieldErrors READ fieldErrors NOTIFY errorsChanged FINAL)
    Q_PROPERTY(QString message READ message NOTIFY errorsChanged FINAL)
    Q_PROPERTY(QString role MEMBER m_role FINAL) // role of accounts that this app makes

public:
    using ViewModel::ViewModel;
    QVariantMap fieldErrors() const { return m_fieldErrors; }
    QString message() const { return m_message; }
    Q_INVOKABLE void signIn(const QString &email, const QString &password);
    Q_INVOKABLE void registerUser(const QString &name, const QString &email, const QString &password);
    Q_INVOKABLE void clearErrors();

Q_SIGNALS:
    void errorsChanged();
    void done();

protected:
    void begin() override {}

private:
    void ask(const client::Call &call);
    QVariantMap m_fieldErrors;
    QString m_message;
    QString m_role = QStringLiteral("buyer");
};

// Devices that are signed in. Roles: sessionId, name, detail, current.
class SessionModel : public client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit SessionModel(QObject *parent = nullptr);
};

class SessionsViewModel : public client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(cargo::profile::SessionModel *model READ model CONSTANT FINAL)

public:
    using ViewModel::ViewModel;
    SessionModel *model() { return &m_model; }
    Q_INVOKABLE void reload();
    Q_INVOKABLE void end(const QString &sessionId);

protected:
    void begin() override { reload(); }
    void retranslate() override { show(); }

private:
    void show();
    QJsonArray m_items;
    SessionModel m_model;
};

// What the user was told. Roles: notificationId, iconName, text, moment, unread, page (to go to), params.
class NotificationModel : public client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit NotificationModel(QObject *parent = nullptr);
};

class NotificationsViewModel : public client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(cargo::profile::NotificationModel *model READ model CONSTANT FINAL)
    Q_PROPERTY(int unread READ unread NOTIFY unreadChanged FINAL)

public:
    using ViewModel::ViewModel;
    NotificationModel *model() { return &m_model; }
    int unread() const { return m_unread; }
    Q_INVOKABLE void reload();
    Q_INVOKABLE void readAll();

Q_SIGNALS:
    void unreadChanged();

protected:
    void begin() override;
    void retranslate() override { show(); }

private:
    void show();
    QJsonArray m_items;
    NotificationModel m_model;
    int m_unread = 0;
};

} // namespace cargo::profile
