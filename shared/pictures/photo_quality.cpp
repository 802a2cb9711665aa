#include "shared/pictures/photo_quality.h"

#include <algorithm>
#include <vector>

namespace cargo::pictures {

namespace {
constexpr int kLookedAtPixels = 512; // longer side
constexpr int kSmallPixels = 600;    // shorter side of the photo itself
constexpr double kBlurredBelow = 40.0;
constexpr int kBurntOut = 250; // of 255
constexpr int kTilePixels = 32;
constexpr double kBurntTile = 0.9;   // share of a tile that makes it a spot
constexpr double kGlareAbove = 0.02; // share of the picture in spots that lie inside the document
constexpr double kPaperAbove = 0.45; // that much white is paper and not glare
constexpr double kDarkBelow = 45.0;

QImage greyOf(const QImage &image)
{
    const QImage small = std::max(image.width(), image.height()) > kLookedAtPixels
                             ? image.scaled(kLookedAtPixels, kLookedAtPixels, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                             : image;
    return small.convertToFormat(QImage::Format_Grayscale8);
}

double sharpnessOf(const QImage &grey)
{
    double sum = 0.0;
    double squares = 0.0;
    qint64 count = 0;
    for (int y = 1; y + 1 < grey.height(); ++y) {
        const uchar *above = grey.constScanLine(y - 1);
        const uchar *line = grey.constScanLine(y);
        const uchar *below = grey.constScanLine(y + 1);
        for (int x = 1; x + 1 < grey.width(); ++x) {
            const double value = above[x] + below[x] + line[x - 1] + line[x + 1] - 4.0 * line[x];
            sum += value;
            squares += value * value;
            ++count;
        }
    }
    if (count == 0)
        return 0.0;
    const double mean = sum / double(count);
    return squares / double(count) - mean * mean;
}

// The share of tiles that are burnt out, between 0 and 1.
double burntOutShare(const QImage &grey)
{
    int tiles = 0;
    int burnt = 0;
    for (int top = 0; top + kTilePixels <= grey.height(); top += kTilePixels) {
        for (int left = 0; left + kTilePixels <= grey.width(); left += kTilePixels) {
            int white = 0;
            for (int y = top; y < top + kTilePixels; ++y) {
                const uchar *line = grey.constScanLine(y);
                white += int(std::count_if(line + left, line + left + kTilePixels, [](uchar v) { return v >= kBurntOut; }));
            }
            ++tiles;
            burnt += white > kBurntTile * kTilePixels * kTilePixels ? 1 : 0;
        }
    }
    return tiles == 0 ? 0.0 : double(burnt) / tiles;
}

double brightness(const QImage &grey)
{
    double sum = 0.0;
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *line = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            sum += line[x];
    }
    return sum / std::max(1.0, double(grey.width()) * grey.height());
}
} // namespace

double sharpness(const QImage &image) { return sharpnessOf(greyOf(image)); }

QByteArrayList photoWarnings(const QImage &image)
{
    const QImage grey = greyOf(image);
    QByteArrayList warnings;
    if (std::min(image.width(), image.height()) < kSmallPixels)
        warnings.append("small");
    if (sharpnessOf(grey) < kBlurredBelow)
        warnings.append("blurred");
    const double burnt = burntOutShare(grey);
    if (burnt > kGlareAbove && burnt < kPaperAbove)
        warnings.append("glare");
    if (brightness(grey) < kDarkBelow)
        warnings.append("dark");
    return warnings;
}

} // namespace cargo::pictures
