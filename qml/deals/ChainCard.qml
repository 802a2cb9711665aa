import QtQuick
import CarGo.Ui
import CarGo.Deals

// That nothing was changed, and how anybody can see it for himself: this device has computed the chain.
Card {
    id: root
    required property DealViewModel vm
    readonly property bool broken: vm.chain.state === "broken"
    property bool open: false
    color: broken ? Theme.dangerSoft : Theme.brandSoft
    outlined: false
    spacing: Theme.s2
    bottomPadding: Theme.s1
    readonly property color tint: broken ? Theme.danger : Theme.brandSoftInk
    Row {
        width: parent.width
        spacing: Theme.s3
        Icon { id: sign; name: root.broken ? "report_problem" : "verified_user"; color: root.tint }
        Column {
            width: parent.width - sign.width - parent.spacing
            spacing: Theme.s1
            Label { objectName: "tracking.chain"; width: parent.width; role: "strong"; wrapMode: Text.WordWrap; color: root.tint; text: root.vm.chain.title || "" }
            Label { width: parent.width; size: 13; wrapMode: Text.WordWrap; color: root.tint; text: root.vm.chain.text || "" }
        }
    }
    Column {
        visible: root.open
        width: parent.width
        spacing: Theme.s2
        Repeater {
            model: root.open ? root.vm.checkpoints : null
            Column {
                id: link
                required property var model
                width: root.width - 2 * root.padding
                spacing: 2
                Label { width: parent.width; size: 13; weight: Font.DemiBold; color: root.tint; wrapMode: Text.WordWrap; text: model.seq + ". " + (model.place !== "" ? model.place : model.title) + " · " + model.moment + (model.holds ? " ✓" : " ✗") }
                Label { width: parent.width; size: 12; font.family: "monospace"; color: root.tint; wrapMode: Text.WrapAnywhere; text: link.model.hash; Accessible.name: qsTr("Fingerprint of record %1").arg(link.model.seq) }
            }
        }
        Label { width: parent.width; size: 12; color: root.tint; wrapMode: Text.WordWrap; text: qsTr("SHA-256 over the record, the fingerprints of its photos and the fingerprint before. Change one letter, and every later one is another.") }
    }
    Button { objectName: "tracking.proof"; kind: "text"; x: -Theme.s3; text: root.open ? qsTr("Hide the fingerprints") : qsTr("Show the fingerprints"); onClicked: root.open = !root.open }
}
