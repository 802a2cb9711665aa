#pragma once

#include "server/demo/car_shape.h"

#include <QColor>
#include <QImage>
#include <QString>

namespace cargo::demo {

enum class View { Side, FrontQuarter, RearQuarter, Interior };

struct CarPicture
{
    Body body = Body::Sedan;
    QColor paint;
    QString country; // sky, skyline and ground: JP, KR, CN, DE, AE, GE, US
    View view = View::FrontQuarter;
    int variant = 0; // rims, roof and light differ a little between cars
    QSize size = {1280, 800};
};

// Draws a car that does not exist: a surface of our own making, lit by a sky. Needs no display, no file and no GUI
// application. Pure: the same picture is the same pixels. Costs processor time; call it on the CPU pool.
QImage paintCar(const CarPicture &picture);

// The colour of a listing's word: "white", "gray" …
QColor paintOf(const QString &colorWord);

} // namespace cargo::demo
