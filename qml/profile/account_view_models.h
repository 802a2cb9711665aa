#pragma once

#include "qml/client/view_model.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QVariantMap>

namespace cargo::profile {

// The name that others see.
class NameViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString nameError READ nameError NOTIFY errorChanged FINAL)

public:
    using ViewModel::ViewModel;
    QString nameError() const { return m_error; }
    Q_INVOKABLE void save(const QString &name);

Q_SIGNALS:
    void errorChanged();
    void saved();

protected:
    void begin() override {}

private:
    QString m_error;
};

// What the user is told by which way. rows: [{key, text, detail, app, push, mail, locked}]. A change shows at once and goes
// back when the server does not take it.
class NotificationSettingsViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed FINAL)

public:
    using ViewModel::ViewModel;
    QVariantList rows() const;
    Q_INVOKABLE void reload();
    Q_INVOKABLE void set(const QString &key, const QString &channel, bool on);

Q_SIGNALS:
    void changed();

protected:
    void begin() override { reload(); }
    void retranslate() override { Q_EMIT changed(); }

private:
    QJsonObject m_settings;
};

// A copy of everything that the server knows of the user: ordered, made in the background, saved among the downloads. stage:
// none, queued, ready, failed.
class ExportViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString stage READ stage NOTIFY changed FINAL)
    Q_PROPERTY(QString detail READ detail NOTIFY changed FINAL) // since when, how large, until when

public:
    using ViewModel::ViewModel;
    QString stage() const { return m_state.value(QLatin1String("status")).toString(); }
    QString detail() const;
    Q_INVOKABLE void reload();
    Q_INVOKABLE void ask();
    Q_INVOKABLE void save();

Q_SIGNALS:
    void changed();

protected:
    void begin() override;
    void retranslate() override { Q_EMIT changed(); }

private:
    void show(const QJsonObject &state);
    QJsonObject m_state;
};

// What stands in the way of closing the account, and closing it. blockers: [{text, number, detail, dealId}].
class ClosureViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantList blockers READ blockers NOTIFY changed FINAL)
    Q_PROPERTY(QString request READ request NOTIFY changed FINAL) // to be erased later: open, refused; empty: none
    Q_PROPERTY(QString refusal READ refusal NOTIFY changed FINAL) // why, where it was refused

public:
    using ViewModel::ViewModel;
    QVariantList blockers() const;
    QString request() const;
    QString refusal() const { return m_request.value(QLatin1String("reason")).toString(); }
    Q_INVOKABLE void reload();
    Q_INVOKABLE void close();
    Q_INVOKABLE void askLater(); // staff close it when nothing stands in the way any more
    Q_INVOKABLE void takeBack();

Q_SIGNALS:
    void changed();
    void closed(); // the session is over

protected:
    void begin() override { reload(); }
    void retranslate() override { Q_EMIT changed(); }

private:
    QJsonArray m_blockers;
    QJsonObject m_request;
};

} // namespace cargo::profile
