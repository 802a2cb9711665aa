import QtQuick

// The shape of what comes. It breathes, unless reduced motion is asked for.
Rectangle {
    id: root
    radius: Theme.radiusSmall
    color: Theme.highContrast ? Theme.sunken : Theme.line
    border.width: Theme.highContrast ? 1 : 0
    border.color: Theme.line
    opacity: 0.7
    Accessible.ignored: true
    SequentialAnimation on opacity {
        running: root.visible && !Theme.reducedMotion
        loops: Animation.Infinite
        NumberAnimation { to: 0.4; duration: 700 }
        NumberAnimation { to: 0.8; duration: 700 }
    }
}
