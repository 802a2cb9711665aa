import QtQuick

// One short sentence over the bottom edge, gone after four seconds.
Rectangle {
    id: root
    function show(text) { label.text = text; opacity = 1; timer.restart() }

    width: Math.min(parent.width - 2 * Theme.s4, label.implicitWidth + 2 * Theme.s5)
    height: label.implicitHeight + 2 * Theme.s3
    radius: Theme.radiusPhoto
    color: Theme.ink
    opacity: 0
    visible: opacity > 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: label.text
    Behavior on opacity { NumberAnimation { duration: Theme.fast } }
    Label { id: label; x: Theme.s5; y: Theme.s3; width: root.width - 2 * Theme.s5; color: Theme.page; size: 14; wrapMode: Text.WordWrap; Accessible.ignored: true }
    Timer { id: timer; interval: 4000; onTriggered: root.opacity = 0 }
}
