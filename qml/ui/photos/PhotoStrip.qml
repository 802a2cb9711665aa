import QtQuick

// Small photos in a row that are about to be sent: each can be taken away, shows how far it has travelled and, when it
// failed, can be tried again. model rows: key, source, state (ready, uploading, done, failed), progress, errorText.
Flow {
    id: root
    property alias model: repeater.model
    property color ground: Theme.surface
    signal dropped(string key)
    signal retried(string key)

    spacing: Theme.s2
    visible: repeater.count > 0
    Repeater {
        id: repeater
        Item {
            id: cell
            required property string key
            required property url source
            required property real progress
            required property string errorText
            required property var model
            readonly property string phase: model.state
            width: 96
            height: 84
            Photo { id: photo; x: 6; y: 6; width: 84; height: 72; radius: Theme.radiusSmall; source: cell.source; ground: root.ground; opacity: cell.phase === "uploading" ? 0.6 : 1 }
            Rectangle {
                visible: cell.phase === "uploading"
                anchors { left: photo.left; right: photo.right; bottom: photo.bottom; margins: 6 }
                height: 6; radius: 3
                color: Theme.photoDisc
                Rectangle { height: 6; radius: 3; width: Math.max(6, parent.width * cell.progress); color: Theme.brand }
            }
            IconButton { visible: cell.phase === "failed"; anchors.centerIn: photo; iconName: "refresh"; color: Theme.danger; disc: Theme.dangerSoft; discSize: 36; text: qsTr("Try again") + ": " + cell.errorText; onClicked: root.retried(cell.key) }
            IconButton { anchors { right: parent.right; top: parent.top; rightMargin: -12; topMargin: -12 } iconName: "close"; iconSize: 16; color: "#FFFFFF"; disc: Theme.photoPill; discSize: 24; text: qsTr("Take the photo away"); onClicked: root.dropped(cell.key) }
        }
    }
}
