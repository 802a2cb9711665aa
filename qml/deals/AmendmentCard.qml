import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals

// A proposal of the other side, the old beside the new. Silence keeps the old terms.
Card {
    id: root
    required property DealViewModel vm
    readonly property var change: vm.amendment
    signal photoOpened(var photos, int at)
    spacing: Theme.s3
    Label { text: Session.role === "driver" ? qsTr("The buyer proposes a change") : qsTr("The driver proposes a change"); role: "bar"; width: parent.width; wrapMode: Text.WordWrap }
    ChangeLine { width: parent.width; visible: after !== ""; name: qsTr("Price"); before: root.change.priceNow || ""; after: root.change.price || "" }
    ChangeLine { width: parent.width; visible: root.change.etaDays > 0; name: qsTr("Term"); before: root.change.etaDaysNow > 0 ? qsTr("%n day(s)", "delivery", root.change.etaDaysNow) : ""; after: root.change.etaDays > 0 ? qsTr("%n day(s)", "delivery", root.change.etaDays) : "" }
    Label { text: "“" + (root.change.reason || "") + "”"; width: parent.width; wrapMode: Text.WordWrap }
    PhotoRow { visible: (root.change.photos || []).length > 0; width: parent.width; photos: root.change.photos || []; onOpened: at => root.photoOpened(root.change.photos, at) }
    Label { text: Session.role === "driver" ? qsTr("Without your yes the old terms stay, and nothing waits for it.") : qsTr("Without your yes the old terms stay, and the car comes all the same."); role: "second"; width: parent.width; wrapMode: Text.WordWrap }
    ButtonRow {
        width: parent.width
        Button { objectName: "amendment.decline"; width: parent.cell; kind: "outline"; text: qsTr("Decline"); onClicked: root.vm.answerAmendment(false) }
        Button { objectName: "amendment.accept"; width: parent.cell; kind: "tonal"; text: qsTr("Accept"); onClicked: root.vm.answerAmendment(true) }
    }
}
