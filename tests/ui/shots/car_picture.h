#pragma once

#include <QQuickImageProvider>

namespace cargo::shots {

// Draws a car for "…/media/<colour>-<number>/<variant>": the number turns the sky.
class CarPicture : public QQuickImageProvider
{
public:
    CarPicture() : QQuickImageProvider(Image) {}
    QImage requestImage(const QString &id, QSize *size, const QSize &wanted) override;
};

} // namespace cargo::shots
