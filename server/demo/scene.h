#pragma once

#include "server/demo/vec3.h"

#include <QImage>
#include <QString>

namespace cargo::demo {

// Where the picture was taken: colours of sky and ground, and what stands on the horizon.
struct Scene
{
    Vec3 zenith, horizon, ground, hills;
    Vec3 sun; // direction to it

    static Scene of(const QString &country, int variant);
    // What a polished surface sees in this direction.
    Vec3 reflected(Vec3 direction) const;
};

// Sky with clouds and the skyline; `horizonY` in pixels. Below it nothing is drawn.
void paintSky(QImage *image, const Scene &scene, const QString &country, float horizonY, int variant);
// Dashboard, wheel and screens, with the scene behind the windscreen.
QImage paintInterior(const Scene &scene, const QString &country, const QColor &trim, QSize size, int variant);

} // namespace cargo::demo
