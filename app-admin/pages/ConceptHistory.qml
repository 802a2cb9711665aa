import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// Who published which dictionary of concepts, and the way back: to a version, or to what came with CarGo.
Sheet {
    id: root
    property int version: 0                // in force
    property int asked: -1                 // that is to come back; -1: none
    signal changed()

    function show() { asked = -1; note.text = ""; list.path = ""; list.path = "admin/concepts/versions"; open() }
    function line(one) { return [qsTr("Version %1").arg(one.version), Words.moment(one.published_at), one.published_by.name, one.concept ?? "", one.built_in ? qsTr("as it came with CarGo") : one.restores !== null ? qsTr("as version %1").arg(one.restores) : "", one.note].filter(part => part !== "").join(" · ") }
    objectName: "conceptHistory"
    title: qsTr("Versions")
    maximumWidth: 700
    RecordsViewModel { id: list; path: "" }
    ConceptViewModel {
        id: vm
        onPublished: { Nav.tell(qsTr("Published. The search takes it up in a moment."), { tone: "good" }); root.close(); root.changed() }
        onMovedOn: root.changed()
        onFailed: text => Nav.tell(text, { tone: "danger" })
    }
    Label { visible: root.version === 0; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("Nothing was changed yet: the dictionary is the one that came with CarGo.") }
    Repeater {
        model: list.rows
        Row {
            id: row
            required property var modelData
            width: parent.width
            spacing: Theme.s3
            Label { width: parent.width - back.width - parent.spacing; size: 14; wrapMode: Text.Wrap; anchors.verticalCenter: parent.verticalCenter; text: root.line(row.modelData) }
            Button { id: back; objectName: "concepts.back." + row.modelData.version; visible: row.modelData.version !== root.version; width: visible ? implicitWidth : 0; kind: root.asked === row.modelData.version ? "tonal" : "text"; text: qsTr("Bring it back…"); onClicked: { root.asked = row.modelData.version; note.forceActiveFocus() } }
        }
    }
    Button { visible: list.hasMore; kind: "text"; text: qsTr("Older ones"); onClicked: list.more() }
    Button { objectName: "concepts.builtIn"; visible: root.version > 0; kind: root.asked === 0 ? "tonal" : "outline"; text: qsTr("Back to what came with CarGo…"); onClicked: { root.asked = 0; note.forceActiveFocus() } }
    TextField { id: note; objectName: "concepts.note"; visible: root.asked >= 0; width: parent.width; label: qsTr("Why"); maximumLength: 1000 }
    footer: ButtonRow {
        width: parent.width
        Button { width: parent.cell; kind: "outline"; text: qsTr("Close"); onClicked: root.close() }
        Button { objectName: "concepts.restore"; visible: root.asked >= 0; width: parent.cell; busy: vm.busy; enabled: !vm.busy && note.text.trim().length >= 3; text: qsTr("Bring it back"); onClicked: vm.bringBack(root.asked, root.version, note.text.trim()) }
    }
}
