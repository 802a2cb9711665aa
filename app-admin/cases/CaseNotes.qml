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

    // What stands behind the @ that is being typed; null: none is.
    readonly property var begun: {
        const before = words.text.slice(0, words.input.cursorPosition), at = before.lastIndexOf("@")
        return at < 0 || before.length - at > 40 || before.indexOf("\n", at) >= 0 || (at > 0 && !/\s/.test(before[at - 1])) ? null : before.slice(at + 1).toLowerCase()
    }
    readonly property var colleagues: begun === null ? [] : staff.rows.filter(one => one.id !== Session.userId && [one.name.toLowerCase()].concat(one.name.toLowerCase().split(" ")).some(part => part.startsWith(begun))).slice(0, 5)

    function begin() { if (words.visible) words.forceActiveFocus() }
    function mention(one) {
        const cursor = words.input.cursorPosition, at = words.text.lastIndexOf("@", cursor - 1), name = "@" + one.name + " "
        words.text = words.text.slice(0, at) + name + words.text.slice(cursor)
        words.input.cursorPosition = at + name.length
        words.input.forceActiveFocus()
    }
    function keep() {
        if (words.text.trim() === "" || vm.busy)
            return
        const mentioned = staff.rows.filter(one => words.text.indexOf("@" + one.name) >= 0).map(one => one.id)
        vm.give("POST", where, { text: words.text.trim(), mentions: mentioned }, vm.query)
    }
    spacing: Theme.s2
    readonly property bool there: vm.phase !== ViewModel.Failed // else the server has none for such things
    visible: there
    RecordsViewModel { id: vm; path: root.subject !== "" ? root.where : ""; query: ({ subject_kind: root.kind, subject_id: root.subject }); onGiven: { words.text = ""; draft.clear(); vm.reload() } onFailed: text => Nav.tell(text, { tone: "danger" }) }
    RecordsViewModel { id: staff; path: words.text.indexOf("@") >= 0 ? "admin/staff" : "" }
    Draft { id: draft; key: "desk/note/" + root.subject; target: words; properties: ["text"] }
    Label { role: "bar"; text: qsTr("Notes"); Accessible.role: Accessible.Heading }
    TextArea { id: words; objectName: "notes.text"; width: parent.width; minimumLines: 2; placeholder: qsTr("A note for colleagues; @ tells one of them"); Keys.onPressed: event => { event.accepted = event.key === Qt.Key_Return && (event.modifiers & Qt.ControlModifier) && text.trim() !== ""; if (event.accepted) root.keep() } Keys.onDownPressed: event => { event.accepted = root.colleagues.length > 0; if (event.accepted) people.itemAt(0).forceActiveFocus(Qt.TabFocusReason) } }
    Card {
        visible: root.colleagues.length > 0
        width: parent.width
        padding: 2
        Accessible.name: qsTr("Whom to tell")
        Repeater {
            id: people
            model: root.colleagues
            ListRow { required property int index; required property var modelData; objectName: "notes.colleague." + index; width: parent.width; iconName: "alternate_email"; text: modelData.name; arrow: false; onClicked: root.mention(modelData); Keys.onDownPressed: if (index + 1 < people.count) people.itemAt(index + 1).forceActiveFocus(Qt.TabFocusReason); Keys.onUpPressed: index > 0 ? people.itemAt(index - 1).forceActiveFocus(Qt.TabFocusReason) : words.input.forceActiveFocus() }
        }
    }
    Button { id: save; objectName: "notes.save"; visible: words.text.trim() !== ""; kind: "tonal"; text: qsTr("Keep the note"); busy: vm.busy; onClicked: root.keep() }
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
