import QtQuick
import CarGo.Ui
import CarGo.Desk

// Decisions that are not with the server yet, over the lower edge: those that can still be taken back, those that were
// refused, and those that the console had to keep.
Rectangle {
    id: root
    readonly property var list: Decisions.waiting

    height: list.length > 0 ? rows.height + Theme.s2 : 0
    visible: height > 0
    color: Theme.surface
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Decisions that were not sent yet")
    Rectangle { width: parent.width; height: 1; color: Theme.line }
    Shortcut { sequences: [StandardKey.Undo]; enabled: root.list.some(one => one.state === "held"); onActivated: { const held = root.list.filter(one => one.state === "held"); root.takeBack(held[held.length - 1].key) } }
    function open(key) { const at = key.indexOf("/"); Nav.go("case", { queue: key.slice(0, at), itemId: key.slice(at + 1) }) }
    function takeBack(key) { open(key); Decisions.takeBack(key) } // the case is there when it hears what was decided
    Column {
        id: rows
        y: Theme.s1
        width: parent.width
        Repeater {
            model: root.list
            Item {
                id: line
                required property var modelData
                readonly property bool held: modelData.state === "held" || modelData.state === "sending"
                width: rows.width
                height: Math.max(Theme.touch, words.implicitHeight + Theme.s2)
                Accessible.role: Accessible.AlertMessage
                Accessible.name: words.text
                Icon { id: sign; x: Theme.s4; anchors.verticalCenter: parent.verticalCenter; size: 18; name: line.held ? "schedule" : line.modelData.state === "refused" ? "error_outline" : "pause"; color: line.held ? Theme.inkSoft : Theme.toned(line.modelData.state === "refused" ? "danger" : "warn") }
                Label {
                    id: words
                    x: sign.x + sign.width + Theme.s2
                    width: ways.x - x - Theme.s2
                    anchors.verticalCenter: parent.verticalCenter
                    size: 13
                    wrapMode: Text.WordWrap
                    text: line.modelData.state === "held" ? qsTr("%1. It is sent in a few seconds.").arg(line.modelData.title)
                        : line.modelData.state === "sending" ? qsTr("%1. It is being sent.").arg(line.modelData.title)
                        : line.modelData.state === "refused" ? qsTr("%1 was not taken: %2").arg(line.modelData.title).arg(line.modelData.errorText)
                        : line.modelData.errorText !== "" ? qsTr("%1 is not sent: %2").arg(line.modelData.title).arg(line.modelData.errorText)
                        : qsTr("%1 was decided, and the console was closed before it was sent.").arg(line.modelData.title)
                    Accessible.ignored: true
                }
                Row {
                    id: ways
                    anchors { right: parent.right; rightMargin: Theme.s3; verticalCenter: parent.verticalCenter }
                    Button { objectName: "decision.undo"; visible: line.modelData.state === "held"; kind: "text"; text: qsTr("Undo"); onClicked: root.takeBack(line.modelData.key) }
                    Button { objectName: "decision.send"; visible: line.modelData.state === "kept"; kind: "text"; text: qsTr("Send it"); onClicked: Decisions.send(line.modelData.key) }
                    Button { objectName: "decision.open"; visible: !line.held; kind: "text"; text: qsTr("Open the case"); onClicked: root.open(line.modelData.key) }
                    Button { objectName: "decision.drop"; visible: !line.held; kind: "text"; text: qsTr("Put it away"); onClicked: Decisions.takeBack(line.modelData.key) }
                }
            }
        }
    }
}
