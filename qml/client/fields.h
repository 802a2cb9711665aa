#pragma once

#include "qml/client/format.h"

#include <QJsonObject>

namespace cargo::client {

// Fields of what the server said, by name; what is missing is empty or nought.
inline QString word(const QJsonObject &object, const char *name) { return object.value(QLatin1String(name)).toString(); }
// A moment, in Unix ms.
inline double at(const QJsonObject &object, const char *name)
{
    return double(Format::millis(object.value(QLatin1String(name))));
}
// An amount, for people.
inline QString sum(const QJsonObject &object, const char *name)
{
    return Format::money(object.value(QLatin1String(name)).toObject());
}

} // namespace cargo::client
