#include "qml/camera/camera_access.h"

#include <QCoreApplication>

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0) && QT_CONFIG(permissions)
#include <QPermissions>
#endif

namespace cargo::camera {

CameraAccess::CameraAccess(QObject *parent) : QObject(parent)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0) && QT_CONFIG(permissions)
    qApp->requestPermission(QCameraPermission(), this, [this](const QPermission &permission) {
        m_state = permission.status() == Qt::PermissionStatus::Granted ? State::Granted : State::Refused;
        Q_EMIT changed();
    });
#else
    m_state = State::Granted;
#endif
}

} // namespace cargo::camera
