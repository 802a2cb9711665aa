import QtQuick
import CarGo.Ui
import CarGo.Deals

// A proposal of the driver's. Silence keeps the old terms.
Card {
    id: root
    required property DealViewModel vm
    readonly property var change: vm.amendment
    spacing: Theme.s3
    Label { text: qsTr("The driver proposes a change"); weight: Font.DemiBold; width: parent.width; wrapMode: Text.WordWrap }
    FactRow { visible: value !== ""; width: parent.width; name: qsTr("New price"); value: root.change.price || ""; strong: true }
    FactRow { visible: root.change.etaDays > 0; width: parent.width; name: qsTr("New term"); value: root.change.etaDays > 0 ? qsTr("%n day(s)", "delivery", root.change.etaDays) : "" }
    Label { text: root.change.reason || ""; width: parent.width; wrapMode: Text.WordWrap; color: Theme.inkSoft }
    Label { text: qsTr("Without your yes the old terms stay."); size: 13; color: Theme.inkSoft; width: parent.width; wrapMode: Text.WordWrap }
    ButtonRow {
        width: parent.width
        Button { objectName: "amendment.decline"; width: parent.cell; kind: "outline"; text: qsTr("Decline"); onClicked: root.vm.answerAmendment(false) }
        Button { objectName: "amendment.accept"; width: parent.cell; kind: "tonal"; text: qsTr("Accept"); onClicked: root.vm.answerAmendment(true) }
    }
}
