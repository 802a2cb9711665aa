#pragma once

#include "tests/paths.h"

#include <QFile>
#include <QQmlComponent>
#include <QUrl>

#include <memory>

namespace cargo::test {

// From now on the camera of this app is FileCamera.qml with these properties; `view` is a file for it. False: it cannot be.
inline bool putCamera(QQmlEngine *engine, const QString &view, const QByteArray &properties)
{
    QFile file(view);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    const QUrl rig = QUrl::fromLocalFile(sourceDir() + QStringLiteral("/tests/ui/rig"));
    file.write("import \"" + rig.toEncoded() + "\"\nFileCamera { " + properties + " }\n");
    file.close();
    // Its module may not be loaded yet: the import does that.
    QQmlComponent put(engine);
    put.setData("import QtQml\nimport CarGo.Camera\nQtObject { Component.onCompleted: CameraPort.view = \""
                    + QUrl::fromLocalFile(view).toEncoded() + "\" }",
                QUrl(QStringLiteral("qrc:/put_camera.qml")));
    const std::unique_ptr<QObject> done(put.create());
    return done != nullptr;
}

} // namespace cargo::test
