#pragma once

#include "shared/api/json_reader.h"

#include <QByteArray>
#include <QString>

namespace cargo::api {

// POST me/devices: {"token","platform"}: where push messages of this person go. DELETE me/devices: {"token"}.
struct DeviceBody
{
    QString token;
    QString platform; // android, ios, desktop, web; not read when one is removed

    QByteArray toJson() const;
    static Parsed<DeviceBody> parse(QByteArrayView body);
    static Parsed<DeviceBody> parseToken(QByteArrayView body);
};

} // namespace cargo::api
