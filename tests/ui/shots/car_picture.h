#pragma once

#include <QQuickImageProvider>

namespace cargo::shots {

// Draws the car of "…/media/<colour>-<number>/<variant>" as the demonstration market does.
class CarPicture : public QQuickImageProvider
{
public:
    CarPicture() : QQuickImageProvider(Image) {}
    QImage requestImage(const QString &id, QSize *size, const QSize &wanted) override;
};

} // namespace cargo::shots
