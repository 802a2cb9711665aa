#pragma once

#include "qml/client/view_model.h"

#include <QJsonObject>

namespace cargo::driver {

// Where the bank pays the driver. What is typed is never kept on the device; it is checked here by the same rule as the server's.
class PayoutDetailsViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool known READ known NOTIFY changed FINAL) // he has told it
    Q_PROPERTY(QString account READ account NOTIFY changed FINAL)
    Q_PROPERTY(QString bic READ bic NOTIFY changed FINAL)
    Q_PROPERTY(QString holder READ holder NOTIFY changed FINAL)
    Q_PROPERTY(double heldUntil READ heldUntil NOTIFY changed FINAL)      // Unix ms; 0: payouts do not wait
    Q_PROPERTY(QVariantMap errors READ errors NOTIFY errorsChanged FINAL) // text by field: bic, account, holder, password

public:
    using ViewModel::ViewModel;
    bool known() const { return !m_details.isEmpty(); }
    QString account() const;
    QString bic() const;
    QString holder() const;
    double heldUntil() const;
    QVariantMap errors() const { return m_errors; }
    Q_INVOKABLE void reload() override;
    Q_INVOKABLE void save(const QString &bic, const QString &account, const QString &holder, const QString &password);

Q_SIGNALS:
    void changed();
    void errorsChanged();
    void saved();

protected:
    void begin() override { reload(); }
    bool refused(const client::Call &call, const client::Answer &answer, const client::ApiClient::Done &done) override;

private:
    void setErrors(const QVariantMap &errors);
    QJsonObject m_details;
    QVariantMap m_errors;
};

} // namespace cargo::driver
