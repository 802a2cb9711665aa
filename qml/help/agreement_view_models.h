#pragma once

#include "qml/client/view_model.h"

#include <QJsonArray>
#include <QVariantList>

namespace cargo::help {

// What the one who is signed in has signed: [{slug, title, version, needed, signed, changes}].
class AgreementsViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantList items READ items NOTIFY changed FINAL)

public:
    using ViewModel::ViewModel;
    QVariantList items() const { return m_items; }
    Q_INVOKABLE void reload() override;

Q_SIGNALS:
    void changed();

protected:
    void begin() override { reload(); }
    void retranslate() override { reload(); }

private:
    QVariantList m_items;
};

// Agrees to one version. When another one is published meanwhile, `renewed` says so and nothing was signed.
class SignViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    using ViewModel::ViewModel;
    Q_INVOKABLE void sign(const QString &slug, int version);

Q_SIGNALS:
    void signedNow(const QString &slug); // `signed` is a word of C++
    void renewed();

protected:
    void begin() override {}
    bool refused(const client::Call &call, const client::Answer &answer, const client::ApiClient::Done &done) override;
};

} // namespace cargo::help
