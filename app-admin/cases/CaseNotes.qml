import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// What colleagues wrote about a thing, for themselves. The newest is on top.
Column {
    id: root
    required property string kind
    required property string subject
    readonly property string where: "admin/notes"

    function begin() { if (words.visible) words.forceActiveFocus() }
    spacing: Theme.s2
    readonly property bool there: vm.phase !== ViewModel.Failed // else the server has none for such things
    visible: there
    RecordsViewModel { id: vm; path: root.subject !== "" ? root.where : ""; query: ({ subject_kind: root.kind, subject_id: root.subject }); onGiven: { words.text = ""; draft.clear(); vm.reload() } onFailed: text => Nav.tell(text, { tone: "danger" }) }
    Draft { id: draft; key: "desk/note/" + root.subject; target: words; properties: ["text"] }
    Label { role: "bar"; text: qsTr("Notes"); Accessible.role: Accessible.Heading }
    TextArea { id: words; objectName: "notes.text"; width: parent.width; minimumLines: 2; placeholder: qsTr("A note for colleagues"); Keys.onPressed: event => { event.accepted = event.key === Qt.Key_Return && (event.modifiers & Qt.ControlModifier) && text.trim() !== ""; if (event.accepted) save.clicked() } }
    Button { id: save; objectName: "notes.save"; visible: words.text.trim() !== ""; kind: "tonal"; text: qsTr("Keep the note"); busy: vm.busy; onClicked: vm.give("POST", root.where, { text: words.text.trim(), mentions: [] }, vm.query) }
    Repeater {
        model: vm.rows
        Column {
            id: note
            required property var modelData
            width: root.width
            spacing: 2
            Label { width: parent.width; role: "caption"; text: (note.modelData.author ? note.modelData.author.name ?? "" : note.modelData.author_name ?? "") + " · " + Words.moment(note.modelData.created_at) }
            Label { width: parent.width; size: 13; wrapMode: Text.Wrap; text: note.modelData.text ?? "" }
        }
    }
}
