import QtQuick
import CarGo.Ui
import CarGo.Client

// What comes next, whose turn it is, and until when: every clock that runs, with what happens when it ends.
Card {
    id: root
    property var next: ({})
    property var clocks: []
    readonly property bool mine: next.who === "you"
    spacing: Theme.s4
    Row {
        width: parent.width
        spacing: Theme.s3
        IconDisc { id: disc; color: root.mine ? Theme.warnSoft : Theme.quiet; name: root.mine ? "pan_tool" : root.next.who === "driver" ? "local_shipping" : root.next.who === "buyer" ? "person_outline" : "gavel"; ink: root.mine ? Theme.warn : Theme.inkSoft }
        Column {
            width: parent.width - disc.width - parent.spacing
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s1
            Label { width: parent.width; size: 12; weight: Font.DemiBold; color: root.mine ? Theme.warn : Theme.inkSoft; text: root.mine ? qsTr("Your turn") : root.next.who === "driver" ? qsTr("The driver's turn") : root.next.who === "buyer" ? qsTr("The buyer's turn") : qsTr("CarGo's turn") }
            Label { objectName: "deal.next"; width: parent.width; role: "bar"; text: root.next.title || ""; wrapMode: Text.WordWrap }
            Label { visible: text !== ""; width: parent.width; role: "second"; text: root.next.text || ""; wrapMode: Text.WordWrap }
        }
    }
    Repeater {
        model: root.clocks
        Column {
            id: entry
            required property int index
            required property var modelData
            width: root.width - 2 * root.padding
            spacing: Theme.s4
            Divider {}
            ClockLine { width: parent.width; clock: entry.modelData }
        }
    }
}
