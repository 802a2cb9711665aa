#pragma once

#include <QByteArrayList>
#include <QString>

namespace cargo::camera {

// Of a warning of pictures::photoWarnings, about a photo that was taken: "It may be too dark."
QString photoWarningText(const QByteArray &warning);
// What to do about the first of them while the camera still looks: "More light, please". Empty: nothing.
QString previewHint(const QByteArrayList &warnings);

} // namespace cargo::camera
