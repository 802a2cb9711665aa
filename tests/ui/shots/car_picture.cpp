#include "car_picture.h"

#include "server/demo/car_painter.h"

#include <QCache>
#include <QMutex>
#include <QUuid>

#include <array>
#include <memory>

namespace cargo::shots {

namespace {
// A colour of the fixtures is one car; its photos differ by their number.
demo::CarPicture pictureOf(const QString &colour, int number)
{
    demo::CarPicture picture;
    picture.paint = demo::paintOf(colour);
    picture.country =
        colour == QLatin1String("blue") || colour == QLatin1String("black") ? QStringLiteral("KR") : QStringLiteral("JP");
    picture.body = colour == QLatin1String("red")     ? demo::Body::Hatchback
                   : colour == QLatin1String("black") ? demo::Body::Sedan
                                                      : demo::Body::Suv;
    if (colour == QLatin1String("silver")) {
        static constexpr std::array kViews = {demo::View::FrontQuarter, demo::View::Side, demo::View::RearQuarter,
                                              demo::View::Interior};
        picture.view = kViews[size_t(number) % kViews.size()];
        picture.variant = number / int(kViews.size());
    } else {
        picture.variant = number;
    }
    return picture;
}
} // namespace

QImage CarPicture::requestImage(const QString &id, QSize *size, const QSize &wanted)
{
    QString name = id.section(QStringLiteral("media/"), 1).section(QLatin1Char('/'), 0, 0);
    if (const QUuid packed(name); !packed.isNull()) // the name in the first bytes, where the API wants an id
        name = QString::fromLatin1(packed.toRfc4122().constData());
    const int width = wanted.width() > 0 ? qMin(wanted.width(), 1280) : 800;
    if (m_photos == Photos::Plain) {
        QImage plain(width, width * 5 / 8, QImage::Format_RGB32);
        plain.fill(Qt::gray);
        *size = plain.size();
        return plain;
    }
    // Images are asked for from several threads and engines, the same ones again and again.
    static QMutex mutex;
    static QCache<QString, QImage> drawn(64 * 1024 * 1024);
    const QMutexLocker lock(&mutex);
    const QString key = name + QLatin1Char('/') + QString::number(width);
    if (!drawn.contains(key)) {
        demo::CarPicture picture = pictureOf(name.section(QLatin1Char('-'), 0, 0), name.section(QLatin1Char('-'), 1).toInt());
        picture.size = {width, width * 5 / 8};
        auto image = std::make_unique<QImage>(demo::paintCar(picture));
        const auto bytes = image->sizeInBytes();
        drawn.insert(key, image.release(), qsizetype(bytes));
    }
    const QImage *image = drawn.object(key);
    *size = image->size();
    return *image;
}

} // namespace cargo::shots
