#pragma once

#include "qml/client/row_model.h"
#include "qml/client/view_model.h"

#include <QJsonArray>

namespace cargo::profile {

// Sign in and register. Field errors by the API's names: email, password, display_name, totp (the code of staff).
class SignInViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantMap fieldErrors READ fieldErrors NOTIFY errorsChanged FINAL)
    Q_PROPERTY(QString message READ message NOTIFY errorsChanged FINAL)
    Q_PROPERTY(QString role READ role NOTIFY roleChanged FINAL) // of the accounts that this app is for
    Q_PROPERTY(
        QVariantMap ban READ ban NOTIFY errorsChanged FINAL) // why the account is blocked: see decision_words.h; empty: it is not
    Q_PROPERTY(QVariantList agreements READ agreements NOTIFY agreementsChanged FINAL) // a new account's: [{slug, title}]

public:
    using ViewModel::ViewModel;
    QVariantMap fieldErrors() const { return m_fieldErrors; }
    QString message() const { return m_message; }
    QString role() const { return client() ? client()->role() : QString(); }
    Q_INVOKABLE void signIn(const QString &email, const QString &password, const QString &totp = {});
    // With the account the agreements are signed, in the versions that were shown.
    Q_INVOKABLE void registerUser(const QString &name, const QString &email, const QString &password);
    QVariantList agreements() const { return m_agreements; }
    Q_INVOKABLE void readAgreements();
    Q_INVOKABLE void clearErrors();
    QVariantMap ban() const;
    Q_INVOKABLE void appealBan(const QString &text); // what he has against it, without being signed in

Q_SIGNALS:
    void errorsChanged();
    void roleChanged();
    void agreementsChanged();
    void done();

protected:
    void begin() override { Q_EMIT roleChanged(); }

private:
    void ask(const client::Call &call);
    // An account of another role is let go at once: this app could do nothing for it.
    void refuse(const QJsonObject &answer);
    void signAgreements();
    QVariantList m_agreements;
    bool m_registering = false;
    QVariantMap m_fieldErrors;
    QString m_message;
    QJsonObject m_ban;
    QString m_pass;
};

// A forgotten password: a code by e-mail, then a new password. Field errors: email, code, password.
class PasswordResetViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool codeSent READ codeSent NOTIFY errorsChanged FINAL)
    Q_PROPERTY(QVariantMap fieldErrors READ fieldErrors NOTIFY errorsChanged FINAL)
    Q_PROPERTY(QString message READ message NOTIFY errorsChanged FINAL)

public:
    using ViewModel::ViewModel;
    bool codeSent() const { return m_codeSent; }
    QVariantMap fieldErrors() const { return m_fieldErrors; }
    QString message() const { return m_message; }
    Q_INVOKABLE void askCode(const QString &email);
    Q_INVOKABLE void reset(const QString &code, const QString &password);

Q_SIGNALS:
    void errorsChanged();
    void done();

protected:
    void begin() override {}

private:
    void ask(const client::Call &call, const std::function<void()> &good);
    bool m_codeSent = false;
    QString m_email;
    QVariantMap m_fieldErrors;
    QString m_message;
};

// The e-mail address is confirmed by a code.
class EmailCodeViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    using ViewModel::ViewModel;
    Q_INVOKABLE void confirm(const QString &code);
    Q_INVOKABLE void sendAgain();

Q_SIGNALS:
    void done();
    void sent();

protected:
    void begin() override {}
};

// Devices that are signed in. Roles: sessionId, name, detail, current.
class SessionModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit SessionModel(QObject *parent = nullptr);
};

class SessionsViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(cargo::profile::SessionModel *model READ model CONSTANT FINAL)

public:
    using ViewModel::ViewModel;
    SessionModel *model() { return &m_model; }
    Q_INVOKABLE void reload() override;
    Q_INVOKABLE void end(const QString &sessionId);
    Q_INVOKABLE void endOthers();

protected:
    void begin() override { reload(); }
    void retranslate() override { show(); }

private:
    void show();
    QJsonArray m_items;
    SessionModel m_model;
};

// What CarGo decided about the user, newest first. Roles: those of decision_words.h.
class DecisionModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit DecisionModel(QObject *parent = nullptr);
};

class DecisionsViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(cargo::profile::DecisionModel *model READ model CONSTANT FINAL)

public:
    using ViewModel::ViewModel;
    DecisionModel *model() { return &m_model; }
    Q_INVOKABLE void reload() override;

protected:
    void begin() override { reload(); }
    void retranslate() override { show(); }

private:
    void show();
    QJsonArray m_items;
    DecisionModel m_model;
};

// What the user was told, newest first. Roles: notificationId, iconName, text, day, moment (of the day), unread, page (to go to),
// params.
class NotificationModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit NotificationModel(QObject *parent = nullptr);
};

class NotificationsViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(cargo::profile::NotificationModel *model READ model CONSTANT FINAL)
    Q_PROPERTY(int unread READ unread NOTIFY unreadChanged FINAL)

public:
    using ViewModel::ViewModel;
    NotificationModel *model() { return &m_model; }
    int unread() const { return m_unread; }
    Q_INVOKABLE void reload() override;
    Q_INVOKABLE void readAll();
    Q_INVOKABLE void read(const QString &notificationId);

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
