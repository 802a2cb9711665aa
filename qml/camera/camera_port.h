#pragma once

#include <QObject>
#include <QUrl>
#include <QtQml/qqmlengine.h>

namespace cargo::camera {

// Where the pictures come from: `view` is a QML file whose root item shows what a camera sees. DeviceCamera.qml shows this
// device's; a test puts one in its place that shows files. Such an item has
//   found (bool)           there is a camera
//   trouble (string)       "", "refused" (this app may not use it), "failed" (it does not answer)
//   ready (bool)           pictures come and one can be taken
//   front, turnable        the one that faces the user; there is another one
//   torch, torchable       the light beside the lens; there is one
//   look(done)             calls done(QImage) with a small picture of what is seen just now
//   take(path)             writes a photo there, then taken(), or missed()
//   retry()                after "failed"
class CameraPort : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QUrl view READ view WRITE setView NOTIFY viewChanged FINAL)

public:
    using QObject::QObject;
    QUrl view() const { return m_view; }
    void setView(const QUrl &view)
    {
        m_view = view;
        Q_EMIT viewChanged();
    }

Q_SIGNALS:
    void viewChanged();

private:
    QUrl m_view{QStringLiteral("qrc:/qt/qml/CarGo/Camera/DeviceCamera.qml")};
};

} // namespace cargo::camera
