import QtQuick
import CarGo.Ui

// Photos on their way to the server, each with where it is: in the queue, how much of it went, there, refused.
Flow {
    id: root
    property var photos: []
    property var states: []                // of each: state, text
    readonly property int cell: Math.min(96, Math.floor((width - 2 * Theme.s2) / 3))
    spacing: Theme.s2
    Repeater {
        model: root.photos
        Column {
            id: one
            required property int index
            required property url modelData
            readonly property var now: root.states[index] ?? ({ state: "queued", text: "" })
            readonly property bool bad: now.state === "failed"
            width: root.cell
            spacing: 2
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Photo %1 of %2: %3").arg(index + 1).arg(root.photos.length).arg(now.text)
            Photo { width: parent.width; height: Math.round(width * 0.75); radius: Theme.radiusSmall; ground: Theme.surface; source: one.modelData; opacity: one.now.state === "done" ? 1 : 0.6 }
            Row {
                width: parent.width
                spacing: 2
                Icon { id: sign; size: 14; name: one.now.state === "done" ? "check_circle" : one.bad ? "error_outline" : one.now.state === "uploading" ? "upload" : "schedule"; color: one.bad ? Theme.danger : one.now.state === "done" ? Theme.brand : Theme.inkSoft }
                Label { width: parent.width - sign.width - 2; size: 11; wrapMode: Text.WordWrap; color: one.bad ? Theme.danger : Theme.inkSoft; text: one.now.text; Accessible.ignored: true }
            }
        }
    }
}
