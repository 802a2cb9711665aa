import QtQuick
import CarGo.Ui

// One damage: what it is, in a few words, with a photo of it.
Sheet {
    id: root
    property var kinds: []                 // [{value, text}]
    property string kind: "scratch"
    property alias note: note.text
    property url photo
    property bool handover: false          // he says whether it is new
    property bool fresh: true
    property bool known: false             // it is there already and may be removed
    signal photoAsked()
    signal kept()
    signal removed()

    title: known ? qsTr("This damage") : qsTr("New damage")
    Flow {
        width: parent.width
        spacing: Theme.s2
        Repeater {
            model: root.kinds
            Chip { required property var modelData; objectName: "damage." + modelData.value; text: modelData.text; checkable: true; checked: root.kind === modelData.value; onClicked: root.kind = modelData.value }
        }
    }
    Choice { objectName: "damage.origin"; visible: root.handover; width: parent.width; model: [{ value: "new", text: qsTr("New") }, { value: "there", text: qsTr("Was there") }]; value: root.fresh ? "new" : "there"; onChosen: value => root.fresh = value === "new" }
    TextField { id: note; objectName: "damage.note"; width: parent.width; label: qsTr("In a few words"); placeholder: qsTr("Door, as long as a hand"); maximumLength: 500 }
    Row {
        width: parent.width
        spacing: Theme.s3
        Photo { visible: root.photo.toString() !== ""; width: 96; height: 72; radius: Theme.radiusSmall; source: root.photo }
        Button { objectName: "damage.photo"; kind: "outline"; iconName: "add_a_photo"; text: root.photo.toString() !== "" ? qsTr("Another photo") : qsTr("Photo of it"); onClicked: root.photoAsked() }
    }
    footer: ButtonRow {
        id: ways
        width: parent.width
        Button { objectName: "damage.remove"; visible: root.known; width: ways.cell; kind: "outline"; iconName: "delete_outline"; text: qsTr("Remove"); onClicked: { root.removed(); root.close() } }
        Button { objectName: "damage.keep"; width: ways.cell; text: qsTr("Keep it"); onClicked: { root.kept(); root.close() } }
    }
}
