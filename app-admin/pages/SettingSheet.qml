import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// One setting: what it is, its history, and another value for it with a reason.
Sheet {
    id: root
    property var setting: ({})
    property var settings: []              // all of them
    readonly property bool mine: setting.may_change === true
    signal changed()

    function show(row) { setting = row; value.text = row.value ?? ""; reason.text = ""; open() }
    objectName: "settingSheet"
    title: setting.name ?? ""
    maximumWidth: 560
    RecordViewModel {
        id: vm
        onGiven: (path, answer) => {
            Nav.tell(answer.proposal ? qsTr("Proposed. Another admin has to agree.") : qsTr("In force"), { tone: answer.proposal ? "info" : "good" })
            root.close()
            root.changed()
        }
        onMovedOn: root.changed()
        onFailed: text => Nav.tell(text, { tone: "danger" })
    }
    Label { width: parent.width; wrapMode: Text.WordWrap; text: root.setting.help ?? "" }
    FactRow { width: parent.width; name: qsTr("In force"); value: root.setting.secret ? "••••" : root.setting.value ?? "" }
    FactRow { visible: !root.setting.secret; width: parent.width; name: qsTr("Default"); value: root.setting.default ?? "" }
    Banner { visible: root.setting.four_eyes === true && root.mine; width: parent.width; tone: "info"; text: qsTr("Money or bans hang on it: it is proposed, and another admin decides.") }
    Banner { visible: !root.mine; width: parent.width; tone: "info"; text: qsTr("Only the operator changes it, where the server runs.") }
    TextField { id: value; objectName: "setting.value"; visible: root.mine; width: parent.width; label: qsTr("New value"); maximumLength: 200 }
    TextField { id: reason; objectName: "setting.reason"; visible: root.mine; width: parent.width; label: qsTr("Why"); maximumLength: 1000 }
    FeePreview { visible: root.mine && (root.setting.name ?? "").startsWith("fee-"); width: parent.width; name: root.setting.name ?? ""; value: value.text.trim(); settings: root.settings }
    Label { visible: (root.setting.history ?? []).length > 0; role: "label"; text: qsTr("History") }
    Repeater {
        model: root.setting.history ?? []
        Label { required property var modelData; width: parent.width; size: 13; wrapMode: Text.Wrap; text: [Words.moment(modelData.at), modelData.changed_by.name + (modelData.approved_by ? " + " + modelData.approved_by.name : ""), modelData.previous + " → " + (modelData.value ?? qsTr("the operator's")), modelData.reason].join(" · ") }
    }
    footer: ButtonRow {
        width: parent.width
        Button { width: parent.cell; kind: "outline"; text: qsTr("Close"); onClicked: root.close() }
        Button { objectName: "setting.save"; visible: root.mine; width: parent.cell; busy: vm.busy; enabled: !vm.busy && reason.text.trim().length >= 3 && value.text.trim() !== "" && value.text.trim() !== root.setting.value; text: root.setting.four_eyes ? qsTr("Propose") : qsTr("Change"); onClicked: vm.give("PUT", "admin/settings/" + root.setting.name, { value: value.text.trim(), reason: reason.text.trim(), seen: root.setting.value ?? "" }) }
    }
}
