#pragma once

#include <QImage>

#include <optional>

namespace cargo::images {

// 64 bits of how a picture is built: which of two neighbouring patches is brighter. They stay almost the same when it is scaled,
// compressed or tinted, so that a photo taken from somebody else is found again. Nothing for a picture too plain to tell.
std::optional<qint64> pictureLook(const QImage &image);

} // namespace cargo::images
