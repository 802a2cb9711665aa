#pragma once

#include "qml/client/view_model.h"

#include <QJsonObject>

namespace cargo::driver {

// What a new driver has to do before he earns: steps of [{key, title, text, page, params, done, waits}] in their order; `waits`:
// it is CarGo's turn. What the server last said is kept on the device.
class OnboardingViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantList steps READ steps NOTIFY changed FINAL)
    Q_PROPERTY(int done READ done NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap next READ next NOTIFY changed FINAL) // the first that is not done; empty: all are
    Q_PROPERTY(bool known READ known NOTIFY changed FINAL) // cars, details and agreement were read: before, nothing is claimed

public:
    using ViewModel::ViewModel;
    QVariantList steps() const;
    int done() const;
    QVariantMap next() const;
    bool known() const { return m_carsKnown && m_detailsKnown && m_agreementKnown; }
    Q_INVOKABLE void reload() override;

Q_SIGNALS:
    void changed();

protected:
    void begin() override;
    void retranslate() override { Q_EMIT changed(); }

private:
    QString m_application; // status of the papers; empty: never begun
    bool m_offered = false;
    bool m_payable = false; // the bank knows where to pay him
    bool m_signed = false;
    bool m_signedBefore = false; // an older version: this one is new
    bool m_agreementKnown = false;
    bool m_carsKnown = false;
    bool m_detailsKnown = false;
};

} // namespace cargo::driver
