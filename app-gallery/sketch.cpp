#include "app-gallery/sketch.h"

#include <QHash>
#include <QPainter>
#include <QPainterPath>

namespace cargo::gallery {
namespace {

void drawCar(QPainter &painter, const QColor &colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 46));
    painter.drawEllipse(QRectF(28, 120, 268, 20));
    QPainterPath body(QPointF(22, 108));
    body.cubicTo(18, 84, 26, 74, 60, 68);
    body.lineTo(92, 34);
    body.cubicTo(100, 26, 112, 24, 128, 24);
    body.lineTo(208, 24);
    body.cubicTo(226, 24, 236, 30, 248, 44);
    body.lineTo(270, 66);
    body.cubicTo(292, 70, 300, 80, 300, 96);
    body.lineTo(300, 108);
    body.cubicTo(300, 114, 296, 116, 290, 116);
    body.lineTo(32, 116);
    body.cubicTo(26, 116, 22, 114, 22, 108);
    painter.setBrush(colour);
    painter.drawPath(body);
    painter.setBrush(QColor(255, 255, 255, 40));
    painter.drawPolygon(QPolygonF({{60, 70}, {272, 68}, {286, 74}, {40, 78}}));
    painter.setBrush(QColor(0x1C, 0x2A, 0x33));
    painter.drawPolygon(QPolygonF({{84, 64}, {106, 38}, {118, 33}, {160, 33}, {160, 64}}));
    painter.drawPolygon(QPolygonF({{168, 33}, {208, 33}, {226, 38}, {252, 64}, {168, 64}}));
    for (const int x : {82, 244}) {
        painter.setBrush(QColor(0x12, 0x18, 0x1C));
        painter.drawEllipse(QPointF(x, 114), 27, 27);
        painter.setBrush(QColor(0xB9, 0xC4, 0xCC));
        painter.drawEllipse(QPointF(x, 114), 16, 16);
        painter.setBrush(QColor(0x5B, 0x67, 0x70));
        painter.drawEllipse(QPointF(x, 114), 6, 6);
    }
    painter.setBrush(QColor(0xFF, 0xE7, 0xA3));
    painter.drawEllipse(QRectF(24, 80, 16, 9));
    painter.setBrush(QColor(0xE3, 0x56, 0x4C));
    painter.drawEllipse(QRectF(284, 78, 12, 12));
}

} // namespace

QImage Sketch::requestImage(const QString &id, QSize *size, const QSize &wanted)
{
    static const QHash<QString, QColor> colours = {
        {QStringLiteral("silver"), QColor(0xC8, 0xD2, 0xD8)}, {QStringLiteral("blue"), QColor(0x2B, 0x4B, 0x7E)},
        {QStringLiteral("white"), QColor(0xF3, 0xF5, 0xF6)},  {QStringLiteral("red"), QColor(0xA8, 0x32, 0x2C)},
        {QStringLiteral("black"), QColor(0x2A, 0x2E, 0x33)},  {QStringLiteral("green"), QColor(0x4E, 0x6E, 0x5D)}};
    const QString name = id.section(QStringLiteral("media/"), 1).section(QLatin1Char('/'), 0, 0);
    const int number = name.section(QLatin1Char('-'), 1).toInt();
    const int width = wanted.width() > 0 ? qMin(wanted.width(), 1600) : 800;
    QImage image(width, width * 2 / 3, QImage::Format_RGB32);
    const QColor sky = QColor::fromHsl(number % 3 == 1 ? 34 : 208, 130, 228 - (number % 4) * 6);
    QLinearGradient air(0, 0, 0, image.height() * 0.68);
    air.setColorAt(0, sky);
    air.setColorAt(1, sky.lighter(110));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(image.rect(), air);
    painter.fillRect(QRectF(0, image.height() * 0.68, image.width(), image.height()), sky.darker(114));
    const double scale = qMin(image.width() / 360.0, image.height() / 200.0);
    painter.translate(image.width() / 2.0 - 160 * scale, image.height() * 0.80 - 128 * scale);
    painter.scale(scale, scale);
    drawCar(painter, colours.value(name.section(QLatin1Char('-'), 0, 0), QColor(0x9F, 0xB7, 0xC9)));
    *size = image.size();
    return image;
}

} // namespace cargo::gallery
