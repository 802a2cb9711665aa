#include "picture_compare.h"

#include <cmath>
#include <vector>

namespace cargo::shots {
namespace {

constexpr int kBlock = 8;           // pixels of the shrunk picture
constexpr double kMostMean = 0.006; // measured between two rasterisers' hinting: 0.002
constexpr double kMostWorst = 0.12; // letters that moved by a pixel: 0.06; a button without its ground: 0.3
constexpr double kLeastStructure = 0.985;
constexpr int kMostHeightDifference = 3;

struct Block
{
    double red = 0, green = 0, blue = 0;
    double light() const { return 0.299 * red + 0.587 * green + 0.114 * blue; }
};

QImage half(const QImage &picture)
{
    return picture.convertToFormat(QImage::Format_RGB32)
        .scaled(qMax(1, picture.width() / 2), qMax(1, picture.height() / 2), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

std::vector<Block> blocks(const QImage &image, int columns, int rows)
{
    std::vector<Block> all(size_t(columns) * size_t(rows));
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            Block &block = all[size_t(row) * size_t(columns) + size_t(column)];
            for (int y = 0; y < kBlock; ++y) {
                const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(row * kBlock + y)) + column * kBlock;
                for (int x = 0; x < kBlock; ++x)
                    block.red += qRed(line[x]), block.green += qGreen(line[x]), block.blue += qBlue(line[x]);
            }
            constexpr double whole = kBlock * kBlock * 255.0;
            block.red /= whole, block.green /= whole, block.blue /= whole;
        }
    }
    return all;
}

// Structural similarity (Wang et al. 2004) of the blocks' lightness, over the whole picture.
double similarity(const std::vector<Block> &a, const std::vector<Block> &b)
{
    double meanA = 0, meanB = 0, varianceA = 0, varianceB = 0, both = 0;
    const auto count = double(a.size());
    for (size_t at = 0; at < a.size(); ++at)
        meanA += a[at].light() / count, meanB += b[at].light() / count;
    for (size_t at = 0; at < a.size(); ++at) {
        const double da = a[at].light() - meanA, db = b[at].light() - meanB;
        varianceA += da * da / count, varianceB += db * db / count, both += da * db / count;
    }
    constexpr double c1 = 0.0001, c2 = 0.0009;
    return (2 * meanA * meanB + c1) * (2 * both + c2) / ((meanA * meanA + meanB * meanB + c1) * (varianceA + varianceB + c2));
}

} // namespace

QImage keepable(const QImage &picture)
{
    QImage kept = half(picture).convertToFormat(QImage::Format_RGB888);
    for (int y = 0; y < kept.height(); ++y) {
        uchar *line = kept.scanLine(y);
        for (int at = 0; at < 3 * kept.width(); ++at)
            line[at] = uchar(qMin(255, (line[at] + 8) / 16 * 16)); // 17 steps of each colour pack well
    }
    return kept;
}

Difference compare(const QImage &kept, const QImage &now)
{
    Difference found;
    const QImage a = kept.convertToFormat(QImage::Format_RGB32), b = keepable(now).convertToFormat(QImage::Format_RGB32);
    found.sizes = qAbs(a.width() - b.width()) > 1 || qAbs(a.height() - b.height()) > kMostHeightDifference;
    const int columns = qMin(a.width(), b.width()) / kBlock, rows = qMin(a.height(), b.height()) / kBlock;
    if (columns == 0 || rows == 0) {
        found.sizes = true;
        return found;
    }
    const auto first = blocks(a, columns, rows), second = blocks(b, columns, rows);
    for (size_t at = 0; at < first.size(); ++at) {
        const double distance =
            std::sqrt((std::pow(first[at].red - second[at].red, 2) + std::pow(first[at].green - second[at].green, 2)
                       + std::pow(first[at].blue - second[at].blue, 2))
                      / 3);
        found.mean += distance / double(first.size());
        if (distance > found.worst) {
            found.worst = distance;
            const int column = int(at) % columns, row = int(at) / columns;
            found.where = QRect(column * kBlock * 2, row * kBlock * 2, kBlock * 2, kBlock * 2);
        }
    }
    found.structure = similarity(first, second);
    return found;
}

bool Difference::same() const { return !sizes && mean <= kMostMean && worst <= kMostWorst && structure >= kLeastStructure; }

QString Difference::text() const
{
    if (sizes)
        return QStringLiteral("it is not as large as it was");
    return QStringLiteral("mean %1 (at most %2), worst block %3 (at most %4) at %5,%6, structure %7 (at least %8)")
        .arg(mean, 0, 'f', 4)
        .arg(kMostMean)
        .arg(worst, 0, 'f', 3)
        .arg(kMostWorst)
        .arg(where.x())
        .arg(where.y())
        .arg(structure, 0, 'f', 4)
        .arg(kLeastStructure);
}

} // namespace cargo::shots
