import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// Every setting, what is in force, since when and by whom. Those that money or bans hang on need a second admin.
RecordsPage {
    id: root
    property string words
    title: qsTr("Settings")
    path: "admin/settings"
    wordsName: ""
    emptyTitle: qsTr("No setting")
    columns: [
        { key: "name", title: qsTr("Setting"), width: 230, sortable: false },
        { key: "value", title: qsTr("In force"), width: 170, sortable: false, text: row => row.secret ? "••••" : row.value ?? "" },
        { key: "source", title: qsTr("From"), width: 150, sortable: false, text: row => row.source === "console" ? qsTr("this console") : row.source === "environment" ? qsTr("the operator") : qsTr("the default") },
        { key: "change", title: qsTr("Change"), width: 200, sortable: false, text: row => !row.may_change ? qsTr("the operator alone") : row.four_eyes ? qsTr("by two admins") : qsTr("by an admin") },
        { key: "help", title: qsTr("What it is"), least: 260, sortable: false } ]
    onOpened: row => sheet.show(row)
    SettingSheet { id: sheet; settings: root.rows.rows; onChanged: root.rows.reload() }
}
