import QtQuick
import CarGo.Ui

// One line of a conversation: mine, theirs, or what happened to the deal.
Item {
    id: root
    required property string key
    required property string kind
    required property bool mine
    required property string body
    required property string time
    required property string day
    required property var model
    required property string errorText
    required property bool masked
    readonly property string delivery: model.state
    readonly property bool event: kind === "event"
    signal retried()
    signal discarded()

    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: (event ? "" : mine ? qsTr("You: ") : qsTr("Answer: ")) + body + ", " + time
        + (mine && !event ? ", " + (delivery === "queued" ? qsTr("waits") : delivery === "read" ? qsTr("read") : delivery === "failed" ? errorText : qsTr("sent")) : "")
    Column {
        id: column
        width: parent.width
        spacing: 4
        Rectangle {
            visible: root.event
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, said.implicitWidth + 28); height: said.implicitHeight + 14; radius: 16
            color: Theme.dark ? Theme.surface : Theme.sunken
            Label { id: said; anchors.centerIn: parent; width: Math.min(implicitWidth, root.width - 28); text: root.body + " · " + root.time; size: 12; color: Theme.inkSoft; Accessible.ignored: true }
        }
        Rectangle {
            visible: !root.event
            width: Math.min(root.width * 0.78, Math.max(words.implicitWidth, foot.width) + 32)
            height: words.height + foot.height + 22
            x: root.mine ? parent.width - width : 0
            radius: 18
            color: root.mine ? Theme.brand : Theme.surface
            border.width: root.mine ? 0 : 1
            border.color: Theme.line
            Label { id: words; x: 16; y: 10; width: Math.min(implicitWidth, root.width * 0.78 - 32); text: root.body; wrapMode: Text.Wrap; color: root.mine ? Theme.brandInk : Theme.ink; Accessible.ignored: true }
            Row {
                id: foot
                anchors { right: parent.right; bottom: parent.bottom; rightMargin: 12; bottomMargin: 6 }
                spacing: 4
                Icon { visible: root.masked; name: "shield"; size: 13; color: root.mine ? Theme.brandInk : Theme.warn }
                Label { text: root.time; size: 11; color: root.mine ? Theme.brandInk : Theme.inkSoft; Accessible.ignored: true }
                Icon { visible: root.mine; size: 14; color: Theme.brandInk; name: root.delivery === "queued" ? "schedule" : root.delivery === "failed" ? "error_outline" : root.delivery === "read" ? "done_all" : "done" }
            }
        }
        Row {
            visible: root.delivery === "failed"
            anchors.right: parent.right
            Label { text: root.errorText; size: 12; color: Theme.danger; width: Math.min(implicitWidth, root.width - 200); wrapMode: Text.WordWrap; anchors.verticalCenter: parent.verticalCenter }
            Button { kind: "text"; text: qsTr("Again"); onClicked: root.retried() }
            Button { kind: "text"; text: qsTr("Delete"); onClicked: root.discarded() }
        }
    }
}
