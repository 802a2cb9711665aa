#include "server/images/picture_look.h"

#include <bit>

namespace cargo::images {

namespace {
constexpr int kPatches = 8;
constexpr int kStep = 2;      // of 255; a smaller difference is noise of the encoder
constexpr int kLeastBits = 8; // fewer: a plain picture, which looks like every other plain picture
} // namespace

std::optional<qint64> pictureLook(const QImage &image)
{
    const QImage small = image.scaled(kPatches + 1, kPatches, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                             .convertToFormat(QImage::Format_Grayscale8);
    quint64 look = 0;
    for (int y = 0; y < kPatches; ++y) {
        const uchar *line = small.constScanLine(y);
        for (int x = 0; x < kPatches; ++x)
            look = (look << 1) | (line[x + 1] > line[x] + kStep ? 1u : 0u);
    }
    const int bits = std::popcount(look);
    if (bits < kLeastBits || bits > kPatches * kPatches - kLeastBits)
        return std::nullopt;
    return qint64(look);
}

} // namespace cargo::images
