#pragma once

#include "shared/domain/result.h"

#include <QByteArray>

namespace cargo::images {

// Walks the container of an image without decoding it: is it whole, and is it one still picture? The decoders below Qt
// fill what a cut-off JPEG lacks with grey and take the first frame of an animation, silently; people should be told.
// Errors carry the field "file": InvalidFormat or NotAcceptable.
Outcome checkJpeg(QByteArrayView bytes);
Outcome checkPng(QByteArrayView bytes);
Outcome checkWebp(QByteArrayView bytes);

} // namespace cargo::images
