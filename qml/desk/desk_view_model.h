#pragma once

#include "qml/client/view_model.h"

namespace cargo::desk {

// A screen of the console. Where the server wants a fresh code before an order, the order waits for StepUp and is given again.
class DeskViewModel : public cargo::client::ViewModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    using ViewModel::ViewModel;

Q_SIGNALS:
    // A colleague was faster, or the thing is not what it was: the screen reads it anew and keeps what was typed.
    void movedOn(const QString &detail);

protected:
    bool refused(const client::Call &call, const client::Answer &answer, const client::ApiClient::Done &done) override;
    // "admin/users?q=kim" as path and query of a call; empty values are left out, lists repeat their name.
    static QUrlQuery queryOf(const QVariantMap &values);
};

} // namespace cargo::desk
