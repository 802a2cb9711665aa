import QtQuick
import CarGo.Ui

GalleryPage {
    id: root
    fixedHeight: Math.round(Math.max(680, Theme.px(600)))
    readonly property bool still: Theme.reducedMotion
    Section {
        title: qsTr("What opens")
        Button { width: parent.width; kind: "tonal"; text: qsTr("Filters"); onClicked: sheet.open() }
        Button { width: parent.width; kind: "danger"; text: qsTr("Delete the account"); onClicked: confirm.open() }
        Button { width: parent.width; kind: "outline"; text: qsTr("Words with an undo"); onClicked: Nav.tell(qsTr("The search is deleted"), { action: qsTr("Undo") }) }
        Select { width: parent.width; label: qsTr("Brand"); value: "toyota"; model: ["Audi", "BMW", "Chery", "Ford", "Geely", "Honda", "Hyundai", "Kia", "Lexus", "Mazda", "Nissan", "Subaru", "Toyota"].map(name => ({ value: name.toLowerCase(), text: name })) }
    }
    Sheet {
        id: sheet
        title: qsTr("Order")
        Component.onCompleted: if (root.still) open()
        RadioGroup { width: parent.width; value: "new"; model: [ { value: "new", text: qsTr("Newest first") }, { value: "cheap", text: qsTr("Cheapest first") }, { value: "near", text: qsTr("Soonest here") } ] }
        Label { role: "second"; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("Cars stand in the order you chose. What is paid for stands apart and says so.") }
        footer: ButtonRow { width: parent.width; Button { width: parent.cell; kind: "outline"; text: qsTr("Reset"); onClicked: sheet.close() } Button { width: parent.cell; text: qsTr("Show 312 cars"); onClicked: sheet.close() } }
    }
    ConfirmDialog { id: confirm; title: qsTr("Delete the account?"); text: qsTr("Your deals stay in the books under a number. This cannot be taken back."); confirmText: qsTr("Delete"); dangerous: true }
}
