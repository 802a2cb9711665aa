#pragma once

#include <QQuickImageProvider>

namespace cargo::shots {

// Painting takes longer than all else of a page; plain photos have the same sizes.
enum class Photos { Painted, Plain };

// Draws the car of "…/media/<colour>-<number>/<variant>" as the demonstration market does.
class CarPicture : public QQuickImageProvider
{
public:
    explicit CarPicture(Photos photos) : QQuickImageProvider(Image), m_photos(photos) {}
    QImage requestImage(const QString &id, QSize *size, const QSize &wanted) override;

private:
    Photos m_photos;
};

} // namespace cargo::shots
