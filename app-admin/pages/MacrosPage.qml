import QtQuick
import CarGo.Ui
import CarGo.Client

// Ready answers of the staff: everybody uses them, everybody mends them.
RecordsPage {
    id: root
    title: qsTr("Ready answers")
    path: "admin/macros"
    wordsName: ""
    emptyTitle: qsTr("No ready answer yet")
    columns: [
        { key: "title", title: qsTr("Name"), width: 260, sortable: false },
        { key: "text", title: qsTr("Words"), least: 320, sortable: false, text: row => (row.text[Settings.language] ?? row.text.ru).replace(/\n/g, " ") },
        { key: "variables", title: qsTr("Filled in"), width: 200, sortable: false, text: row => row.variables.map(one => "{" + one + "}").join(" ") },
        { key: "updated_at", title: qsTr("Changed"), width: 150, sortable: false, text: row => Words.moment(row.updated_at) } ]
    onOpened: row => sheet.show(row)
    tools: Button { objectName: "macros.add"; kind: "tonal"; iconName: "add"; text: qsTr("New answer"); onClicked: sheet.show(null) }
    MacroSheet { id: sheet; onChanged: root.rows.reload() }
}
