import QtQuick
import CarGo.Ui
import CarGo.Client

// Everybody who has an account.
RecordsPage {
    id: root
    property string status
    title: qsTr("Users")
    path: "admin/users"
    filters: ({ status: status })
    wordsLabel: qsTr("Name or e-mail")
    emptyTitle: qsTr("Nobody like this")
    columns: [
        { key: "display_name", title: qsTr("Name"), least: 180, sortable: false },
        { key: "email", title: qsTr("E-mail"), width: 230, sortable: false },
        { key: "role", title: qsTr("Role"), width: 110, sortable: false, text: row => Words.code(row.role) },
        { key: "status", title: qsTr("Status"), width: 110, sortable: false, text: row => Words.code(row.status) },
        { key: "kyc_tier", title: qsTr("Identity"), width: 90, right: true, sortable: false },
        { key: "deals_done", title: qsTr("Deals"), width: 80, right: true, sortable: false },
        { key: "created_at", title: qsTr("Since"), width: 130, sortable: false, text: row => Format.date(Date.parse(row.created_at)) } ]
    onOpened: row => Nav.go("user", { userId: row.id })
    tools: Choice { objectName: "users.status"; value: root.status; onChosen: value => root.status = value; model: [ { value: "", text: qsTr("All") }, { value: "active", text: qsTr("Active") }, { value: "banned", text: qsTr("Banned") } ] }
}
