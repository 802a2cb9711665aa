import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// One ready answer in both languages, and how it reads once what stands in braces is filled in.
Sheet {
    id: root
    property var macro: null               // null: a new one
    readonly property var samples: ({ name: qsTr("Olga"), number: "T-10482", agent: Session.user.display_name ?? "" })
    readonly property var variables: [...new Set((russian.text + " " + english.text).match(/\{[a-z_]{1,40}\}/g) ?? [])].map(one => one.slice(1, -1))
    readonly property var strangers: variables.filter(one => samples[one] === undefined)
    readonly property bool possible: name.text.trim() !== "" && russian.text.trim() !== "" && english.text.trim() !== "" && !vm.busy
    signal changed()

    function show(row) { macro = row; name.text = row ? row.title : ""; russian.text = row ? row.text.ru : ""; english.text = row ? row.text.en : ""; open(); name.forceActiveFocus() }
    function filled(text) { return text.replace(/\{([a-z_]+)\}/g, (whole, key) => samples[key] ?? whole) }
    function save() {
        const body = { title: name.text.trim(), text: { ru: russian.text.trim(), en: english.text.trim() }, variables: variables }
        macro ? vm.give("PUT", "admin/macros/" + macro.id, body) : vm.give("POST", "admin/macros", body)
    }
    objectName: "macroSheet"
    title: macro ? qsTr("Ready answer") : qsTr("New ready answer")
    maximumWidth: 640
    RecordViewModel { id: vm; onGiven: { root.close(); root.changed() } onFailed: text => Nav.tell(text, { tone: "danger" }) }
    TextField { id: name; objectName: "macro.title"; width: parent.width; label: qsTr("Name"); maximumLength: 100 }
    TextArea { id: russian; objectName: "macro.ru"; width: parent.width; minimumLines: 3; label: qsTr("In Russian") }
    TextArea { id: english; objectName: "macro.en"; width: parent.width; minimumLines: 3; label: qsTr("In English") }
    Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("{name}, {number} and {agent} are filled in: the user, the ticket, and whoever answers.") }
    Label { objectName: "macro.strangers"; visible: root.strangers.length > 0; width: parent.width; wrapMode: Text.WordWrap; color: Theme.warn; text: qsTr("Nothing fills in: %1").arg(root.strangers.map(one => "{" + one + "}").join(", ")) }
    Rectangle {
        visible: russian.text.trim() + english.text.trim() !== ""
        width: parent.width
        height: seen.height + 2 * Theme.s3
        radius: Theme.radiusSmall
        color: Theme.sunken
        Column {
            id: seen
            x: Theme.s3
            y: Theme.s3
            width: parent.width - 2 * x
            spacing: Theme.s1
            Label { role: "label"; text: qsTr("How it reads") }
            Label { objectName: "macro.preview"; width: parent.width; size: 13; wrapMode: Text.Wrap; text: root.filled(russian.text.trim()) }
            Label { width: parent.width; size: 13; wrapMode: Text.Wrap; text: root.filled(english.text.trim()) }
        }
    }
    footer: ButtonRow {
        width: parent.width
        Button { objectName: "macro.remove"; visible: root.macro !== null; width: parent.cell; kind: "danger"; text: qsTr("Remove"); enabled: !vm.busy; onClicked: vm.give("DELETE", "admin/macros/" + root.macro.id) }
        Button { objectName: "macro.save"; width: parent.cell; text: qsTr("Keep it"); busy: vm.busy; enabled: root.possible; onClicked: root.save() }
    }
}
