#pragma once

#include <QQuickImageProvider>

namespace cargo::gallery {

// Sketches a car for "…/media/<colour>-<number>/<variant>": the number turns the sky.
class Sketch : public QQuickImageProvider
{
public:
    Sketch() : QQuickImageProvider(Image) {}
    QImage requestImage(const QString &id, QSize *size, const QSize &wanted) override;
};

} // namespace cargo::gallery
