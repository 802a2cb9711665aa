#pragma once

#include "qml/listings/listings_view_models.h"

namespace cargo::driver {

// The driver's own cars in every state, newest first.
class MyListingsViewModel : public cargo::listings::ListingsViewModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    using ListingsViewModel::ListingsViewModel;

protected:
    void begin() override;
    bool allowed() const override { return client()->session()->signedIn(); }
    QString path() const override { return QStringLiteral("me/listings"); }
    QUrlQuery query() const override { return {{QStringLiteral("limit"), QStringLiteral("50")}}; }
};

} // namespace cargo::driver
