import QtQuick

// Pulling the beginning of `target` down asks for what is new; F5 and Ctrl+R do it on a desk. Lay it over the list, as
// large as the list. Shows that it works while `busy`.
Item {
    id: root
    required property Flickable target
    property bool busy: false
    readonly property real pull: Math.max(0, -target.verticalOvershoot)
    readonly property real part: Math.min(1, pull / 48) // a list gives way only by a part of what one pulls
    readonly property bool ready: part >= 1 && target.dragging
    property bool wasReady: false
    signal refreshed()

    function ask() { if (!busy) refreshed() }
    clip: true
    Accessible.ignored: true
    onReadyChanged: if (ready) wasReady = true
    Connections {
        target: root.target
        function onDraggingChanged() {
            if (root.target.dragging)
                root.wasReady = false
            else if (root.wasReady && root.part > 0.6) {
                root.wasReady = false
                root.ask()
            }
        }
    }
    Shortcut { sequences: [StandardKey.Refresh, "Ctrl+R"]; enabled: root.visible && root.enabled; onActivated: root.ask() }
    Rectangle {
        id: disc
        readonly property real shown: root.busy ? 1 : root.part
        anchors.horizontalCenter: parent.horizontalCenter
        y: -height + (root.busy ? height + Theme.s4 : Math.min(root.pull * 1.4, 88))
        width: 44
        height: 44
        radius: 22
        visible: shown > 0
        opacity: Math.min(1, shown * 1.6)
        color: Theme.raised
        border.width: Theme.hairline
        border.color: Theme.line
        Accessible.role: Accessible.AlertMessage
        Accessible.name: root.busy ? qsTr("Loading") : ""
        Icon { id: sign; visible: !root.busy || Theme.reducedMotion; anchors.centerIn: parent; name: "refresh"; color: root.ready ? Theme.brand : Theme.inkSoft; rotation: root.part * 270 }
        BusyDots { visible: root.busy && !Theme.reducedMotion; anchors.centerIn: parent; color: Theme.brand }
    }
}
