#include "app-driver/deals/code_reader.h"

// Its texts as UTF-8, as later versions have them.
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <QImageReader>

namespace cargo::driver {

QString CodeReader::textIn(const QImage &image)
{
    if (image.isNull())
        return {};
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, int(grey.bytesPerLine()));
    const auto hints = ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true);
    const ZXing::Result found = ZXing::ReadBarcode(view, hints);
    return found.isValid() ? QString::fromStdString(found.text()) : QString();
}

QString CodeReader::textOf(const QUrl &file)
{
    QImageReader reader(file.toLocalFile());
    reader.setAutoTransform(true);
    if (const QSize size = reader.size(); size.isValid() && qMax(size.width(), size.height()) > kMaxSidePixels)
        reader.setScaledSize(size.scaled(kMaxSidePixels, kMaxSidePixels, Qt::KeepAspectRatio));
    return textIn(reader.read());
}

} // namespace cargo::driver
