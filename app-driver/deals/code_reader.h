#pragma once

#include <QImage>
#include <QObject>
#include <QUrl>
#include <QtQml/qqmlengine.h>

namespace cargo::driver {

// Reads the buyer's QR code from a picture, on this device. What it says is the server's to judge.
class CodeReader : public QObject
{
    Q_OBJECT
    QML_ELEMENT

public:
    using QObject::QObject;
    Q_INVOKABLE static QString textIn(const QImage &image); // empty: there is no QR code in it
    Q_INVOKABLE static QString textOf(const QUrl &file);    // the same of a file of this device

    static constexpr int kMaxSidePixels = 1600; // enough for a code that fills a tenth of a photo
};

} // namespace cargo::driver
