import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// A chat that the rules of contacts have flagged. What two people wrote is theirs: it is shown for a reason, and the look is on
// record.
CaseBody {
    id: root
    readonly property var chat: look.facts
    readonly property bool shown: chat.id !== undefined
    readonly property var people: shown ? [chat.buyer, chat.driver] : []
    property string lookedFor              // why

    function show() {
        if (why.text.trim().length < 3)
            return
        look.query = { reason: why.text.trim() } // before the path: it is read once
        lookedFor = why.text.trim()
    }
    userId: row.user ? row.user.id : ""
    choices: row.id === undefined || !shown ? [] : [ { value: "no_violation", text: qsTr("No violation: mutes of the filter end"), quiet: true }, { value: "warn", text: qsTr("Warn"), reason: true, against: true }, { value: "mute", text: qsTr("Mute"), reason: true, against: true, term: true }, { value: "ban", text: qsTr("Ban"), reason: true, against: true, term: true, forGood: true } ]
    against: people.map(one => ({ value: one.id, text: one.display_name, detail: Words.code(one.role) }))
    reasons: reasonsOf.choices
    previewed: true
    Reasons { id: reasonsOf; queue: root.choice === "mute" || root.choice === "ban" ? "users" : "conversations" }
    RecordViewModel { id: look; path: root.lookedFor !== "" ? "admin/conversations/" + root.vm.itemId : "" }
    Connections { target: root.vm; function onCaseChanged() { root.lookedFor = ""; why.text = "" } }
    CaseScroll {
        anchors.fill: parent
        visible: !root.shown
        Label { width: parent.width; role: "heading"; wrapMode: Text.Wrap; text: Words.caseName(root.row) }
        Flow { width: parent.width; spacing: Theme.s2; Badge { tone: "warn"; iconName: "flag"; text: Words.code(root.row.detail ?? "") } Badge { tone: "plain"; iconName: "schedule"; text: Words.moment(root.row.opened_at) } }
        Card {
            width: parent.width
            spacing: Theme.s3
            Label { width: parent.width; role: "bar"; wrapMode: Text.WordWrap; text: qsTr("What they wrote is private") }
            Label { width: parent.width; wrapMode: Text.WordWrap; color: Theme.inkSoft; text: qsTr("Say why you look. Your name, the reason and the moment are on record before anything is shown.") }
            TextField { id: why; objectName: "chat.why"; width: parent.width; label: qsTr("Why you look"); maximumLength: 500; onAccepted: root.show() }
            Button { objectName: "chat.show"; text: qsTr("Show the messages"); busy: look.phase === ViewModel.Loading; enabled: why.text.trim().length >= 3; onClicked: root.show() }
            Banner { visible: look.phase === ViewModel.Failed; width: parent.width; tone: "danger"; text: look.errorText; actionText: qsTr("Try again"); onAction: look.reload() }
        }
    }
    ConversationView { anchors.fill: parent; visible: root.shown; chat: root.chat }
}
