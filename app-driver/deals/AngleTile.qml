import QtQuick
import QtQuick.Templates as T
import CarGo.Ui
import CarGo.Camera

// One side to be photographed: how to stand for it, and afterwards the photo, to be taken again.
T.AbstractButton {
    id: root
    property string angle
    property url photo
    property string state_: ""             // of the photo: queued, uploading, done, failed
    property bool needed: false
    readonly property bool taken: photo.toString() !== ""

    implicitHeight: Math.round(width * 0.75) + words.height + Theme.s1
    focusPolicy: Qt.StrongFocus
    hoverEnabled: Qt.styleHints.useHoverEffects
    Accessible.role: Accessible.Button
    Accessible.name: taken ? qsTr("%1: taken, take it again").arg(text) : needed ? qsTr("%1: still needed, take it").arg(text) : qsTr("%1: take it").arg(text)
    contentItem: Item {
        Item {
            id: frame
            width: parent.width
            height: Math.round(width * 0.75)
            Photo { visible: root.taken; anchors.fill: parent; radius: Theme.radiusPhoto; source: root.photo; faint: root.state_ === "failed" ? 0.5 : 0 }
            CarLines { id: lines; visible: !root.taken && view !== ""; anchors.centerIn: parent; size: parent.width - Theme.s4; angle: root.angle; opacity: 0.7; Accessible.ignored: true }
            Icon { visible: !root.taken && lines.view === ""; anchors.centerIn: parent; size: 32; name: ({ interior: "crop_free", odometer: "speed", vin_plate: "badge", engine: "build" })[root.angle] || "photo_camera" }
            Icon { anchors { right: parent.right; bottom: parent.bottom; margins: Theme.s2 } name: root.state_ === "failed" ? "error_outline" : root.taken ? "check_circle" : "add_a_photo"; color: root.state_ === "failed" ? Theme.danger : Theme.brand }
        }
        Label { id: words; anchors { top: frame.bottom; topMargin: Theme.s1 } width: parent.width; size: 13; wrapMode: Text.WordWrap; color: root.needed && !root.taken ? Theme.warn : Theme.ink; text: root.needed && !root.taken ? qsTr("%1 · needed").arg(root.text) : root.text; Accessible.ignored: true }
    }
    background: Rectangle {
        width: root.width
        height: Math.round(width * 0.75)
        radius: Theme.radiusPhoto
        color: root.hovered || root.down ? Theme.sunken : Theme.surface
        border.width: Theme.hairline
        border.color: Theme.frame
        FocusRing { target: root; corner: Theme.radiusPhoto }
    }
}
