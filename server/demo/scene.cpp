#include "server/demo/scene.h"

#include <QPainter>
#include <QPainterPath>
#include <QRandomGenerator>

#include <algorithm>

namespace cargo::demo {

namespace {
QColor toColor(Vec3 c, float alpha = 1) { return QColor::fromRgbF(clamped(c.x), clamped(c.y), clamped(c.z), alpha); }

void towers(QPainter &p, const QRectF &area, QRandomGenerator &random, QColor color, double tallest, double density)
{
    for (double x = area.left() - 20; x < area.right(); x += area.width() / density * (0.6 + random.generateDouble())) {
        const double width = area.width() / density * (0.5 + 0.6 * random.generateDouble());
        const double height = tallest * (0.25 + 0.75 * random.generateDouble() * random.generateDouble());
        p.fillRect(QRectF(x, area.bottom() - height, width, height), color);
        const QColor lit = color.lighter(112);
        for (double row = area.bottom() - height + 6; row < area.bottom() - 6; row += 9) {
            for (double column = x + 4; column < x + width - 5; column += 8) {
                if (random.generateDouble() < 0.35)
                    p.fillRect(QRectF(column, row, 4, 5), lit);
            }
        }
    }
}

void ridge(QPainter &p, const QRectF &area, QRandomGenerator &random, QColor color, double height, double roughness, double waves)
{
    QPainterPath path(QPointF(area.left(), area.bottom()));
    const double phase = random.generateDouble() * 7;
    for (double x = area.left(); x <= area.right() + 4; x += 4) {
        const double t = (x - area.left()) / area.width() * waves + phase;
        const double y = 0.55 + 0.28 * std::sin(t * 2.1) + 0.17 * std::sin(t * 4.7 + 1)
                         + roughness * (std::sin(t * 17) + std::sin(t * 31 + 2));
        path.lineTo(x, area.bottom() - height * std::max(0.05, y));
    }
    path.lineTo(area.right(), area.bottom());
    QLinearGradient haze(0, area.bottom() - height, 0, area.bottom());
    haze.setColorAt(0, color);
    haze.setColorAt(1, color.lighter(118));
    p.fillPath(path, haze);
}

void trees(QPainter &p, const QRectF &area, QRandomGenerator &random, QColor color, double height)
{
    p.setPen(Qt::NoPen);
    for (double x = area.left() - 20; x < area.right() + 20; x += height * 0.28) {
        const double h = height * (0.6 + 0.5 * random.generateDouble());
        p.setBrush(color.lighter(92 + int(random.bounded(18))));
        p.drawEllipse(QPointF(x, area.bottom() - h * 0.5), h * 0.42, h * 0.55);
    }
}

void cone(QPainter &p, QPointF foot, double width, double height, QColor rock, QColor snow)
{
    QPainterPath path(foot - QPointF(width / 2, 0));
    path.quadTo(foot + QPointF(-width * 0.12, -height * 0.45), foot + QPointF(-width * 0.035, -height));
    path.lineTo(foot + QPointF(width * 0.035, -height));
    path.quadTo(foot + QPointF(width * 0.12, -height * 0.45), foot + QPointF(width / 2, 0));
    p.fillPath(path, rock);
    p.save();
    p.setClipPath(path);
    QLinearGradient cap(0, foot.y() - height, 0, foot.y() - height * 0.5);
    cap.setColorAt(0, snow);
    cap.setColorAt(0.6, snow);
    cap.setColorAt(1, QColor(snow.red(), snow.green(), snow.blue(), 0));
    p.fillRect(QRectF(foot.x() - width / 2, foot.y() - height, width, height * 0.5), cap);
    p.restore();
}
} // namespace

Scene Scene::of(const QString &country, int variant)
{
    Scene s{{0.24f, 0.46f, 0.78f}, {0.83f, 0.89f, 0.94f}, {0.36f, 0.37f, 0.39f}, {0.52f, 0.60f, 0.68f}, {0.35f, -0.6f, 0.72f}};
    if (country == QLatin1String("AE"))
        s = {{0.27f, 0.53f, 0.82f}, {0.97f, 0.88f, 0.74f}, {0.55f, 0.50f, 0.43f}, {0.86f, 0.74f, 0.58f}, s.sun};
    else if (country == QLatin1String("US"))
        s = {{0.17f, 0.42f, 0.80f}, {0.95f, 0.86f, 0.77f}, {0.40f, 0.38f, 0.37f}, {0.74f, 0.49f, 0.36f}, s.sun};
    else if (country == QLatin1String("CN"))
        s = {{0.45f, 0.57f, 0.72f}, {0.90f, 0.88f, 0.85f}, {0.40f, 0.40f, 0.41f}, {0.60f, 0.64f, 0.70f}, s.sun};
    else if (country == QLatin1String("DE"))
        s = {{0.36f, 0.52f, 0.72f}, {0.86f, 0.89f, 0.91f}, {0.34f, 0.35f, 0.36f}, {0.36f, 0.47f, 0.39f}, s.sun};
    else if (country == QLatin1String("GE"))
        s = {{0.20f, 0.44f, 0.80f}, {0.88f, 0.91f, 0.95f}, {0.41f, 0.40f, 0.38f}, {0.47f, 0.54f, 0.64f}, s.sun};
    else if (country == QLatin1String("KR"))
        s = {{0.30f, 0.42f, 0.68f}, {0.97f, 0.84f, 0.78f}, {0.35f, 0.35f, 0.38f}, {0.50f, 0.53f, 0.66f}, s.sun};
    if (variant % 5 == 3) { // late in the day
        s.horizon = mix(s.horizon, {1.0f, 0.74f, 0.50f}, 0.55f);
        s.zenith = mix(s.zenith, {0.25f, 0.30f, 0.52f}, 0.45f);
        s.ground = s.ground * 0.9f;
    } else if (variant % 5 == 1) { // overcast
        s.horizon = mix(s.horizon, {0.86f, 0.87f, 0.88f}, 0.7f);
        s.zenith = mix(s.zenith, {0.62f, 0.67f, 0.72f}, 0.7f);
    }
    s.sun = normalized(s.sun);
    return s;
}

Vec3 Scene::reflected(Vec3 d) const
{
    if (d.z < -0.02f)
        return mix(ground * 0.75f, ground * 0.35f, clamped(-d.z));
    const float up = clamped(d.z);
    Vec3 sky = mix(horizon, zenith, std::sqrt(up));
    // A band of far things darkens the very horizon: it is what makes paint look wet.
    sky = mix(hills * 0.62f, sky, smooth(0.0f, 0.11f, d.z));
    // A large bright cloud overhead.
    const float cloud = smooth(0.45f, 0.85f, up) * (0.5f + 0.5f * std::sin(d.x * 2.4f + d.y * 1.3f + 0.6f));
    return mix(sky, {1.0f, 1.0f, 1.0f}, 0.55f * cloud);
}

void paintSky(QImage *image, const Scene &scene, const QString &country, float horizonY, int variant)
{
    QPainter p(image);
    p.setRenderHint(QPainter::Antialiasing);
    const double w = image->width();
    const double h = horizonY;
    QRandomGenerator random(quint32(variant * 7919 + country.at(0).unicode() * 31));
    QLinearGradient sky(0, 0, 0, h);
    sky.setColorAt(0, toColor(mix(scene.horizon, scene.zenith, 0.9f)));
    sky.setColorAt(1, toColor(scene.horizon));
    p.fillRect(QRectF(0, 0, w, h + 1), sky);
    p.setPen(Qt::NoPen);
    for (int i = 0; i < 9; ++i) {
        const QPointF middle(random.generateDouble() * w, h * (0.08 + 0.6 * random.generateDouble()));
        for (int k = 0; k < 9; ++k) {
            const double r = w * (0.02 + 0.05 * random.generateDouble());
            const QPointF at =
                middle + QPointF((random.generateDouble() - 0.5) * w * 0.22, (random.generateDouble() - 0.5) * h * 0.07);
            QRadialGradient puff(at, r);
            puff.setColorAt(0, QColor(255, 255, 255, 58));
            puff.setColorAt(1, QColor(255, 255, 255, 0));
            p.setBrush(puff);
            p.drawEllipse(at, r, r * 0.45);
        }
    }
    const QRectF area(0, 0, w, h + 1);
    const QColor far = toColor(mix(scene.hills, scene.horizon, 0.45f));
    const QColor near = toColor(scene.hills * 0.86f);
    if (country == QLatin1String("JP")) {
        cone(p, {w * (0.25 + 0.5 * random.generateDouble()), h + 1}, w * 0.62, h * 0.55, far, QColor(248, 250, 255));
        towers(p, area, random, near, h * 0.20, 34);
    } else if (country == QLatin1String("CN")) {
        towers(p, area, random, far, h * 0.62, 22);
        towers(p, area, random, near, h * 0.34, 26);
    } else if (country == QLatin1String("KR")) {
        ridge(p, area, random, far, h * 0.40, 0.02, 4);
        towers(p, area, random, near, h * 0.36, 30);
    } else if (country == QLatin1String("AE")) {
        towers(p, area, random, far, h * 0.50, 30);
        const double x = w * (0.2 + 0.6 * random.generateDouble());
        p.setBrush(far);
        p.drawPolygon(QPolygonF({{x - 16, h + 1}, {x - 4, h * 0.22}, {x, h * 0.04}, {x + 4, h * 0.22}, {x + 16, h + 1}}));
        ridge(p, area, random, near, h * 0.12, 0.0, 3);
    } else if (country == QLatin1String("GE")) {
        ridge(p, area, random, far, h * 0.62, 0.05, 3);
        ridge(p, area, random, near, h * 0.30, 0.02, 4);
    } else if (country == QLatin1String("US")) {
        ridge(p, area, random, far, h * 0.22, 0.01, 4);
        for (int i = 0; i < 3; ++i) {
            const double x = w * random.generateDouble();
            const double mesa = w * (0.05 + 0.06 * random.generateDouble());
            const double tall = h * (0.16 + 0.14 * random.generateDouble());
            p.setBrush(near);
            p.drawPolygon(
                QPolygonF({{x - mesa * 1.5, h + 1}, {x - mesa, h - tall}, {x + mesa, h - tall}, {x + mesa * 1.5, h + 1}}));
        }
    } else {
        ridge(p, area, random, far, h * 0.26, 0.0, 3);
        trees(p, area, random, near, h * 0.17);
    }
}

QImage paintInterior(const Scene &scene, const QString &country, const QColor &trim, QSize size, int variant)
{
    QImage image(size, QImage::Format_RGB32);
    const double w = size.width();
    const double h = size.height();
    image.fill(toColor(scene.ground));
    paintSky(&image, scene, country, float(h * 0.40), variant);
    QPainter p(&image);
    p.setRenderHint(QPainter::Antialiasing);
    QLinearGradient road(0, h * 0.40, 0, h * 0.62);
    road.setColorAt(0, toColor(scene.ground * 1.15f));
    road.setColorAt(1, toColor(scene.ground * 0.7f));
    p.fillRect(QRectF(0, h * 0.40, w, h * 0.3), road);
    p.setPen(Qt::NoPen);
    // Hood, seen over the dashboard.
    QPainterPath hood(QPointF(0, h * 0.60));
    hood.cubicTo(w * 0.2, h * 0.45, w * 0.8, h * 0.45, w, h * 0.60);
    hood.closeSubpath();
    QLinearGradient paint(0, h * 0.46, 0, h * 0.6);
    paint.setColorAt(0, trim.lighter(140));
    paint.setColorAt(1, trim.darker(180));
    p.fillPath(hood, paint);
    // Pillars and roof lining.
    const QColor dark(24, 25, 28);
    const QColor lining(52, 53, 57);
    QPainterPath frame;
    frame.addRect(0, 0, w, h);
    QPainterPath glass(QPointF(w * 0.045, h * 0.56));
    glass.cubicTo(w * 0.09, h * 0.3, w * 0.13, h * 0.16, w * 0.18, h * 0.09);
    glass.cubicTo(w * 0.4, h * 0.05, w * 0.6, h * 0.05, w * 0.82, h * 0.09);
    glass.cubicTo(w * 0.87, h * 0.16, w * 0.91, h * 0.3, w * 0.955, h * 0.56);
    glass.cubicTo(w * 0.8, h * 0.50, w * 0.2, h * 0.50, w * 0.045, h * 0.56);
    QLinearGradient cabin(0, 0, 0, h);
    cabin.setColorAt(0, lining);
    cabin.setColorAt(0.5, dark);
    cabin.setColorAt(1, QColor(14, 15, 17));
    p.fillPath(frame.subtracted(glass), cabin);
    QLinearGradient sheen(w * 0.2, h * 0.1, w * 0.6, h * 0.55);
    sheen.setColorAt(0, QColor(255, 255, 255, 46));
    sheen.setColorAt(0.5, QColor(255, 255, 255, 0));
    p.fillPath(glass, sheen);
    // Inner mirror.
    p.setBrush(QColor(20, 20, 22));
    p.drawRoundedRect(QRectF(w * 0.45, h * 0.085, w * 0.13, h * 0.06), 12, 12);
    p.setBrush(toColor(mix(scene.horizon, scene.zenith, 0.5f) * 0.7f));
    p.drawRoundedRect(QRectF(w * 0.456, h * 0.095, w * 0.118, h * 0.042), 9, 9);
    // Dashboard: a soft upper pad, a trim strip, the lower part.
    QPainterPath pad(QPointF(0, h * 0.60));
    pad.cubicTo(w * 0.15, h * 0.50, w * 0.85, h * 0.50, w, h * 0.60);
    pad.lineTo(w, h);
    pad.lineTo(0, h);
    pad.closeSubpath();
    QLinearGradient soft(0, h * 0.50, 0, h * 0.80);
    soft.setColorAt(0, QColor(74, 75, 80));
    soft.setColorAt(0.25, QColor(44, 45, 49));
    soft.setColorAt(1, QColor(20, 21, 24));
    p.fillPath(pad, soft);
    static const QColor kStrips[] = {QColor(150, 104, 66), QColor(168, 172, 178), QColor(62, 66, 74), QColor(176, 146, 112)};
    const QColor strip = kStrips[variant % 4];
    QPainterPath band(QPointF(0, h * 0.685));
    band.cubicTo(w * 0.2, h * 0.645, w * 0.8, h * 0.645, w, h * 0.685);
    band.lineTo(w, h * 0.715);
    band.cubicTo(w * 0.8, h * 0.675, w * 0.2, h * 0.675, 0, h * 0.715);
    band.closeSubpath();
    QLinearGradient shine(0, h * 0.65, 0, h * 0.72);
    shine.setColorAt(0, strip.lighter(135));
    shine.setColorAt(1, strip.darker(130));
    p.fillPath(band, shine);
    // Air vents.
    for (const double x : {0.035, 0.40, 0.545, 0.90}) {
        const QRectF vent(w * x, h * 0.60, w * 0.065, h * 0.052);
        p.setBrush(QColor(12, 12, 14));
        p.drawRoundedRect(vent, 8, 8);
        p.setPen(QPen(QColor(90, 92, 98), 2));
        for (int i = 1; i < 5; ++i)
            p.drawLine(QPointF(vent.left() + 8, vent.top() + vent.height() * i / 5),
                       QPointF(vent.right() - 8, vent.top() + vent.height() * i / 5));
        p.setPen(Qt::NoPen);
    }
    // Middle screen with a map, and keys below it.
    const QRectF screen(w * 0.42, h * 0.665, w * 0.20, h * 0.155);
    p.setBrush(QColor(8, 9, 11));
    p.drawRoundedRect(screen.adjusted(-8, -8, 8, 8), 14, 14);
    QLinearGradient map(screen.topLeft(), screen.bottomRight());
    map.setColorAt(0, QColor(28, 54, 92));
    map.setColorAt(1, QColor(18, 34, 58));
    p.setBrush(map);
    p.drawRoundedRect(screen, 8, 8);
    p.save();
    p.setClipRect(screen);
    p.setPen(QPen(QColor(84, 124, 170), 3));
    for (int i = 0; i < 7; ++i)
        p.drawLine(QPointF(screen.left() + screen.width() * i / 6, screen.top()),
                   QPointF(screen.left() + screen.width() * (i * 0.8 + 0.5) / 6, screen.bottom()));
    QPainterPath route(QPointF(screen.left(), screen.bottom() - 12));
    route.cubicTo(screen.center() - QPointF(20, 0), screen.center() + QPointF(30, -10), screen.topRight() + QPointF(-12, 16));
    p.setPen(QPen(QColor(90, 200, 255), 6, Qt::SolidLine, Qt::RoundCap));
    p.setBrush(Qt::NoBrush);
    p.drawPath(route);
    p.restore();
    p.setPen(Qt::NoPen);
    for (int i = 0; i < 6; ++i) {
        p.setBrush(QColor(58, 60, 66));
        p.drawRoundedRect(QRectF(w * (0.425 + 0.033 * i), h * 0.848, w * 0.026, h * 0.022), 5, 5);
    }
    // Console with the selector.
    QPainterPath console(QPointF(w * 0.43, h * 0.88));
    console.lineTo(w * 0.61, h * 0.88);
    console.lineTo(w * 0.66, h);
    console.lineTo(w * 0.38, h);
    console.closeSubpath();
    p.fillPath(console, QColor(30, 31, 35));
    QRadialGradient knob(QPointF(w * 0.515, h * 0.935), w * 0.03);
    knob.setColorAt(0, QColor(190, 193, 198));
    knob.setColorAt(1, QColor(40, 41, 45));
    p.setBrush(knob);
    p.drawEllipse(QPointF(w * 0.52, h * 0.945), w * 0.022, h * 0.040);
    // Instruments behind the steering wheel, which stands on the right in Japan.
    const bool rightHand = country == QLatin1String("JP");
    const double cx = rightHand ? w * 0.76 : w * 0.24;
    p.setBrush(QColor(10, 10, 12));
    p.drawRoundedRect(QRectF(cx - w * 0.125, h * 0.545, w * 0.25, h * 0.14), 30, 30);
    for (const double side : {-0.062, 0.062}) {
        const QPointF middle(cx + w * side, h * 0.618);
        const double r = h * 0.060;
        QRadialGradient face(middle, r);
        face.setColorAt(0, QColor(40, 44, 52));
        face.setColorAt(0.92, QColor(16, 17, 20));
        face.setColorAt(1, QColor(170, 174, 180));
        p.setBrush(face);
        p.drawEllipse(middle, r, r);
        p.setPen(QPen(QColor(225, 228, 232), 2));
        for (int i = 0; i <= 8; ++i) {
            const double a = (225 - i * 33.75) * M_PI / 180;
            p.drawLine(middle + QPointF(std::cos(a), -std::sin(a)) * r * 0.76,
                       middle + QPointF(std::cos(a), -std::sin(a)) * r * 0.90);
        }
        const double needle = (side < 0 ? 205 : 150) * M_PI / 180;
        p.setPen(QPen(QColor(255, 84, 48), 4, Qt::SolidLine, Qt::RoundCap));
        p.drawLine(middle, middle + QPointF(std::cos(needle), -std::sin(needle)) * r * 0.72);
        p.setPen(Qt::NoPen);
    }
    // Steering wheel.
    const QPointF hub(cx, h * 0.80);
    const double outer = h * 0.245;
    const auto spoke = [&](double degrees, double width) {
        const double a = degrees * M_PI / 180;
        p.setPen(QPen(QColor(40, 41, 45), width, Qt::SolidLine, Qt::FlatCap));
        p.drawLine(hub, hub + QPointF(std::cos(a) * outer * 0.93, -std::sin(a) * outer * 0.93));
        p.setPen(QPen(strip.darker(115), width * 0.25));
        p.drawLine(hub, hub + QPointF(std::cos(a) * outer * 0.9, -std::sin(a) * outer * 0.9));
    };
    spoke(5, h * 0.055);
    spoke(175, h * 0.055);
    spoke(270, h * 0.06);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(QColor(16, 16, 18), h * 0.040));
    p.drawEllipse(hub, outer, outer * 0.97);
    p.setPen(QPen(QColor(58, 59, 64), h * 0.022));
    p.drawEllipse(hub - QPointF(0, 3), outer, outer * 0.97);
    p.setPen(QPen(QColor(120, 122, 128, 120), 3));
    p.drawArc(QRectF(hub.x() - outer, hub.y() - outer * 0.97 - 6, outer * 2, outer * 1.94), 35 * 16, 110 * 16);
    p.setPen(Qt::NoPen);
    QRadialGradient horn(hub - QPointF(0, h * 0.03), h * 0.10);
    horn.setColorAt(0, QColor(66, 67, 72));
    horn.setColorAt(1, QColor(28, 29, 32));
    p.setBrush(horn);
    p.drawEllipse(hub, h * 0.082, h * 0.078);
    p.setBrush(QColor(190, 193, 198));
    p.drawEllipse(hub, h * 0.016, h * 0.016);
    // The cabin is darker towards its edges.
    QRadialGradient vignette(QPointF(w / 2, h * 0.45), w * 0.62);
    vignette.setColorAt(0.55, QColor(0, 0, 0, 0));
    vignette.setColorAt(1, QColor(0, 0, 0, 130));
    p.fillRect(QRectF(0, 0, w, h), vignette);
    return image;
}

} // namespace cargo::demo
