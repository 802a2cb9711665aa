import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// The texts of the house: help, rules and agreements, with what is published and what is being written.
RecordsPage {
    id: root
    title: qsTr("Knowledge")
    path: "admin/knowledge"
    wordsName: ""
    emptyTitle: qsTr("No text yet")
    function condition(row) {
        if (row.proposal_id)
            return qsTr("waits for another admin")
        return row.draft ? qsTr("draft of %1").arg(row.draft.updated_by.name) : row.version === null ? qsTr("nothing published") : ""
    }
    columns: [
        { key: "title", title: qsTr("Text"), least: 260, sortable: false, text: row => (row.title[Settings.language] ?? row.title.ru) || row.slug },
        { key: "slug", title: qsTr("In links"), width: 150, sortable: false },
        { key: "kind", title: qsTr("Kind"), width: 165, sortable: false, text: row => TextWords.kind(row.kind) },
        { key: "audience", title: qsTr("For"), width: 120, sortable: false, text: row => TextWords.audience(row.audience) },
        { key: "version", title: qsTr("Version"), width: 90, right: true, sortable: false, text: row => row.version ?? "" },
        { key: "published_at", title: qsTr("Published"), width: 210, sortable: false, text: row => row.published_at ? Words.moment(row.published_at) : "" },
        { key: "draft", title: qsTr("State"), width: 245, sortable: false, text: row => root.condition(row) } ]
    onOpened: row => Nav.go("text", { slug: row.slug })
    onVisibleChanged: if (visible) rows.refresh()
    tools: Button { objectName: "knowledge.add"; kind: "tonal"; iconName: "add"; text: qsTr("New text"); onClicked: sheet.show() }
    NewTextSheet { id: sheet; onMade: slug => { root.rows.reload(); Nav.go("text", { slug: slug }) } }
}
