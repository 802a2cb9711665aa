import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// The dictionary of concepts: what people wish for, how they say it, and how many cars have it.
RecordsPage {
    id: root
    title: qsTr("Meanings")
    path: "admin/concepts"
    wordsName: ""
    emptyTitle: qsTr("No concept")
    function nameOf(row) { return Settings.language === "en" ? row.name_en : row.name_ru }
    columns: [
        { key: "name_ru", title: qsTr("Concept"), least: 200, sortable: false, text: row => root.nameOf(row) },
        { key: "slug", title: qsTr("In links"), width: 160, sortable: false },
        { key: "wishes", title: qsTr("How people ask for it"), least: 320, sortable: false },
        { key: "listings", title: qsTr("Cars"), width: 110, right: true, sortable: false, text: row => row.trait ? Format.number(row.listings) : "–" },
        { key: "own", title: qsTr("State"), width: 190, sortable: false, text: row => row.own ? qsTr("changed here") : qsTr("came with CarGo") } ]
    onOpened: row => sheet.show(row)
    tools: [
        Button { objectName: "concepts.add"; kind: "tonal"; iconName: "add"; text: qsTr("New concept"); onClicked: sheet.show(null) },
        Button { objectName: "concepts.history"; kind: "outline"; text: qsTr("Versions"); onClicked: history.show() } ]
    readonly property int version: rows.rows.length > 0 ? rows.rows[0].version : 0
    ConceptSheet { id: sheet; version: root.version; onChanged: root.rows.reload() }
    ConceptHistory { id: history; version: root.version; onChanged: root.rows.reload() }
}
