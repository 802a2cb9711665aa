import QtQuick

// How far something has come: `value` 0 to 1. For what is waited for without an end use a skeleton.
Rectangle {
    id: root
    property real value: 0
    property string name
    property color tint: Theme.brand
    property color ground: Theme.highContrast || Theme.dark ? Theme.line : Theme.sunken

    implicitWidth: 200
    implicitHeight: 6
    radius: height / 2
    color: ground
    Accessible.role: Accessible.ProgressBar
    Accessible.name: name + (name === "" ? "" : ": ") + Math.round(100 * value) + " %"
    Rectangle {
        width: root.value <= 0 ? 0 : Math.max(root.height, root.width * Math.min(1, root.value))
        height: parent.height
        radius: parent.radius
        color: root.tint
        Behavior on width { NumberAnimation { duration: Theme.calm } }
    }
}
