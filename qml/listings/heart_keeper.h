#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace cargo::listings {

// Carries out a wish about a heart when the page that asked for it is gone.
class HeartKeeper : public QObject
{
    Q_OBJECT
    QML_ELEMENT

public:
    using QObject::QObject;
    Q_INVOKABLE void set(const QString &listingId, bool favourite);
};

} // namespace cargo::listings
