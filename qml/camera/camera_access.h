#pragma once

#include <QObject>
#include <QtQml/qqmlengine.h>

namespace cargo::camera {

// Whether the user lets this app use the camera. Asks when it is made. Before Qt 6.5 there is nothing to ask: there the camera
// itself fails.
class CameraAccess : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool granted READ granted NOTIFY changed FINAL)
    Q_PROPERTY(bool refused READ refused NOTIFY changed FINAL)

public:
    explicit CameraAccess(QObject *parent = nullptr);
    bool granted() const { return m_state == State::Granted; }
    bool refused() const { return m_state == State::Refused; }

Q_SIGNALS:
    void changed();

private:
    enum class State { Unknown, Granted, Refused };
    State m_state = State::Unknown;
};

} // namespace cargo::camera
