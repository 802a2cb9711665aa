import QtQuick

// Three quiet dots inside a button that works. They stand still when reduced motion is asked for.
Row {
    id: root
    property color color: Theme.inkSoft

    spacing: 4
    Accessible.ignored: true
    Repeater {
        model: 3
        Rectangle {
            id: dot
            required property int index
            width: 6
            height: 6
            radius: 3
            color: root.color
            opacity: 0.5
            SequentialAnimation on opacity {
                running: root.visible && !Theme.reducedMotion
                loops: Animation.Infinite
                PauseAnimation { duration: dot.index * 140 }
                NumberAnimation { to: 1; duration: 220 }
                NumberAnimation { to: 0.3; duration: 320 }
                PauseAnimation { duration: (2 - dot.index) * 140 }
            }
        }
    }
}
