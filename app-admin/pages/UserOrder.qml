import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// Muting, banning and lifting it: for how long, why, and what the user will read before it is done.
Sheet {
    id: root
    required property RecordViewModel vm
    property string userId
    property string userName
    property string action                 // mute, unmute, ban, unban
    readonly property bool against: action === "mute" || action === "ban"
    readonly property string deed: action === "mute" ? qsTr("Mute") : action === "ban" ? qsTr("Ban") : action === "unmute" ? qsTr("Let him write again") : qsTr("Lift the ban")
    property string reason
    readonly property var chosen: reasons.choices.find(one => one.value === reason) ?? null
    readonly property bool possible: !vm.busy && (against ? chosen !== null : words.text.trim().length >= 3)

    function ask(what) { action = what; reason = ""; words.text = ""; open() }
    function submit() {
        if (!possible)
            return
        const body = {}
        if (against)
            body.reason_code = reason
        if (against && term.until() !== null)
            body.until = term.until()
        if (words.text.trim() !== "")
            body.text = words.text.trim()
        vm.give("POST", "admin/users/" + userId + "/" + action, body)
    }
    objectName: "userOrder"
    title: deed + ": " + userName
    maximumWidth: 520
    Reasons { id: reasons; queue: "users" }
    Label { width: parent.width; wrapMode: Text.WordWrap; color: Theme.inkSoft; text: root.action === "mute" ? qsTr("He cannot write to others until then. Deals go on.") : root.action === "ban" ? qsTr("All his sessions end and he cannot sign in. At the door he reads why and may appeal. Running deals stay with the support.") : root.action === "unmute" ? qsTr("The mute ends now.") : qsTr("He can sign in again.") }
    TermChoice { id: term; objectName: "order.term"; visible: root.against; width: parent.width; forGood: root.action === "ban" }
    Select { objectName: "order.reason"; visible: root.against; width: parent.width; label: qsTr("Reason"); model: reasons.choices; value: root.reason; onChosen: value => root.reason = value }
    TextArea { id: words; objectName: "order.text"; width: parent.width; maximumLength: 1000; minimumLines: 3; label: root.against ? qsTr("The user reads") : qsTr("Why, for the record"); placeholder: root.against ? qsTr("Empty: the words of the reason") : "" }
    ToldPreview { visible: root.against && known; width: parent.width; head: root.deed + (term.value === "0" ? ": " + qsTr("for good") : ": " + qsTr("until %1").arg(Words.moment(term.until()))); words: words.text.trim(); told: root.chosen ? root.chosen.told : null }
    footer: ButtonRow {
        width: parent.width
        Button { width: parent.cell; kind: "outline"; text: qsTr("Not now"); onClicked: root.close() }
        Button { objectName: "order.do"; width: parent.cell; kind: root.against ? "destructive" : "filled"; busy: root.vm.busy; enabled: root.possible; text: root.deed; onClicked: root.submit() }
    }
}
