#pragma once

#include <QByteArrayList>
#include <QImage>

namespace cargo::pictures {

// The server says it of what arrived, and the apps before they send it. What a photo of a document may lack, so that it can be
// taken again before anybody looks at it. Hints, never a refusal: people judge. In words of the wire: "small" (shorter side under
// 600 pixels), "blurred", "glare" (large burnt-out spots), "dark".
QByteArrayList photoWarnings(const QImage &image);

// The variance of the Laplacian over the brightness of the picture, scaled to 512 pixels on its longer side: sharp edges make
// it large. For tests.
double sharpness(const QImage &image);

} // namespace cargo::pictures
