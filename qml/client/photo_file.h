#pragma once

#include <QByteArray>
#include <QString>

namespace cargo::client {

// A photo of this device made ready to travel: turned upright, at most 2048 pixels on its longer side, JPEG. Empty when
// the file is no picture. Takes tens of milliseconds; safe on any thread.
QByteArray preparePhoto(const QString &path);

} // namespace cargo::client
