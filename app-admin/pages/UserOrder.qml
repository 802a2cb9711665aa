import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// Muting, banning and lifting it: with a reason that the user reads and the audit keeps.
Sheet {
    id: root
    required property RecordViewModel vm
    property string userId
    property string userName
    property string action
    property string days: "7"
    readonly property bool possible: reason.text.trim().length >= 3 && !vm.busy

    function ask(what) { action = what; reason.text = ""; open(); reason.forceActiveFocus() }
    function submit() {
        if (!possible)
            return
        const body = { reason: reason.text.trim() }
        if (action === "mute")
            body.until = new Date(Clock.now() + Number(days) * 86400000).toISOString()
        vm.give("POST", "admin/users/" + userId + "/" + action, body)
    }
    objectName: "userOrder"
    title: (action === "mute" ? qsTr("Mute") : action === "ban" ? qsTr("Ban") : qsTr("Lift the ban")) + ": " + userName
    maximumWidth: 480
    Label { width: parent.width; wrapMode: Text.WordWrap; color: Theme.inkSoft; text: root.action === "mute" ? qsTr("He cannot write to others until then. Deals go on.") : root.action === "ban" ? qsTr("All his sessions end and he cannot sign in. Running deals stay with the support.") : qsTr("He can sign in again.") }
    Choice { objectName: "order.days"; visible: root.action === "mute"; width: parent.width; value: root.days; onChosen: value => root.days = value; model: [ { value: "1", text: qsTr("A day") }, { value: "7", text: qsTr("A week") }, { value: "30", text: qsTr("A month") }, { value: "365", text: qsTr("A year") } ] }
    TextArea { id: reason; objectName: "order.reason"; width: parent.width; maximumLength: 1000; minimumLines: 3; label: qsTr("Why (the user reads it)") }
    footer: ButtonRow {
        width: parent.width
        Button { width: parent.cell; kind: "outline"; text: qsTr("Not now"); onClicked: root.close() }
        Button { objectName: "order.do"; width: parent.cell; kind: root.action === "unban" ? "filled" : "destructive"; busy: root.vm.busy; enabled: root.possible; text: root.action === "mute" ? qsTr("Mute") : root.action === "ban" ? qsTr("Ban") : qsTr("Lift the ban"); onClicked: root.submit() }
    }
}
