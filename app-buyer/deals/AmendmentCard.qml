import QtQuick
import CarGo.Ui
import CarGo.Deals

// A proposal of the driver's, the old beside the new. Silence keeps the old terms.
Card {
    id: root
    required property DealViewModel vm
    readonly property var change: vm.amendment
    signal photoOpened(var photos, int at)
    spacing: Theme.s3
    Label { text: qsTr("The driver proposes a change"); role: "bar"; width: parent.width; wrapMode: Text.WordWrap }
    component Change: Item {
        id: line
        property string name
        property string before
        property string after
        width: parent.width
        height: Math.max(name_.implicitHeight, sums.implicitHeight)
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("%1: was %2, becomes %3").arg(name).arg(before).arg(after)
        Label { id: name_; role: "second"; size: 14; text: line.name; Accessible.ignored: true }
        Flow {
            id: sums
            anchors.right: parent.right
            width: Math.min(parent.width - name_.implicitWidth - Theme.s3, old.implicitWidth + next.implicitWidth + arrow.width + 2 * spacing)
            spacing: Theme.s2
            Label { id: old; size: 14; text: line.before; color: Theme.inkSoft; font.strikeout: true; Accessible.ignored: true }
            Icon { id: arrow; name: "arrow_forward"; size: 16 }
            Label { id: next; size: 15; weight: Font.Bold; text: line.after; Accessible.ignored: true }
        }
    }
    Change { visible: after !== ""; name: qsTr("Price"); before: root.change.priceNow || ""; after: root.change.price || "" }
    Change { visible: root.change.etaDays > 0; name: qsTr("Term"); before: root.change.etaDaysNow > 0 ? qsTr("%n day(s)", "delivery", root.change.etaDaysNow) : ""; after: root.change.etaDays > 0 ? qsTr("%n day(s)", "delivery", root.change.etaDays) : "" }
    Label { text: "“" + (root.change.reason || "") + "”"; width: parent.width; wrapMode: Text.WordWrap }
    PhotoRow { visible: (root.change.photos || []).length > 0; width: parent.width; photos: root.change.photos || []; onOpened: at => root.photoOpened(root.change.photos, at) }
    Label { text: qsTr("Without your yes the old terms stay, and the car comes all the same."); role: "second"; width: parent.width; wrapMode: Text.WordWrap }
    ButtonRow {
        width: parent.width
        Button { objectName: "amendment.decline"; width: parent.cell; kind: "outline"; text: qsTr("Decline"); onClicked: root.vm.answerAmendment(false) }
        Button { objectName: "amendment.accept"; width: parent.cell; kind: "tonal"; text: qsTr("Accept"); onClicked: root.vm.answerAmendment(true) }
    }
}
