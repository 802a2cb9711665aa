import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// What somebody says against a decision about him, beside the decision itself. Whoever made it does not hear it.
CaseBody {
    id: root
    readonly property var decision: facts.decision ?? ({})
    readonly property var subject: ({ listing: ["case", { queue: "listings", itemId: decision.subject_id }], kyc: ["case", { queue: "kyc", itemId: decision.subject_id }], conversation: ["case", { queue: "conversations", itemId: decision.subject_id }], dispute: ["deal", { dealId: decision.subject_id }], ban: ["user", { userId: decision.subject_id }], mute: ["user", { userId: decision.subject_id }] })[decision.kind] ?? null
    readonly property bool open: (facts.outcome ?? null) === null
    readonly property bool mine: facts.decided_by !== undefined && facts.decided_by.id === Session.userId
    readonly property var needs: decision.kind === "dispute" ? ["support", "finance", "admin"] : ["moderate", "admin"]
    readonly property bool may: (Session.user.permissions ?? []).some(one => needs.indexOf(one) >= 0)
    userId: facts.user ? facts.user.id : ""
    choices: open && !mine && may ? [ { value: "uphold", text: qsTr("Uphold: it stays as it was decided"), words: true, note: false }, { value: "overturn", text: qsTr("Overturn: it is taken back"), words: true, note: false } ] : []
    previewed: true
    Binding { target: root.vm; property: "onlyLook"; value: root.open && (root.mine || !root.may) }
    CaseScroll {
        anchors.fill: parent
        Flow {
            width: parent.width
            spacing: Theme.s2
            Badge { tone: root.open ? "info" : "plain"; text: root.open ? qsTr("Waits for an answer") : root.facts.outcome === "overturn" ? qsTr("Taken back") : qsTr("Upheld") }
            Badge { tone: "plain"; iconName: "schedule"; text: Words.moment(root.facts.created_at) }
        }
        Banner { objectName: "appeal.mine"; visible: root.open && root.mine; width: parent.width; tone: "info"; title: qsTr("You made this decision"); text: qsTr("So that the appeal is fair, a colleague hears it. You may leave him a note.") }
        Banner { visible: root.open && !root.mine && !root.may; width: parent.width; tone: "info"; text: qsTr("Those who may make such a decision decide about it. You can look.") }
        Card {
            width: parent.width
            spacing: Theme.s1
            Label { role: "label"; text: qsTr("What the user says") }
            Label { objectName: "appeal.words"; width: parent.width; wrapMode: Text.Wrap; text: root.facts.text ?? "" }
        }
        Card {
            width: parent.width
            spacing: Theme.s1
            Label { role: "label"; text: qsTr("What was decided") }
            Label { width: parent.width; role: "bar"; wrapMode: Text.Wrap; text: Decided.title(root.decision) }
            Label { width: parent.width; wrapMode: Text.Wrap; text: root.decision.text ?? "" }
            FactRow { width: parent.width; name: qsTr("Reason"); value: reasons.titleOf(root.decision) }
            FactRow { width: parent.width; name: qsTr("Rule"); value: root.decision.rule ?? "" }
            FactRow { width: parent.width; name: qsTr("Decided by"); value: (root.facts.decided_by ? root.facts.decided_by.name + " · " : "") + Words.moment(root.decision.decided_at) }
            FactRow { visible: (root.decision.holds_until ?? null) !== null; width: parent.width; name: qsTr("Holds until"); value: Words.moment(root.decision.holds_until) }
            Button { objectName: "appeal.subject"; visible: root.subject !== null; kind: "text"; x: -Theme.s3; text: qsTr("What it is about"); onClicked: Nav.go(root.subject[0], root.subject[1]) }
        }
        Card {
            visible: !root.open
            width: parent.width
            spacing: Theme.s1
            Label { role: "label"; text: qsTr("What we answered") + " · " + Words.moment(root.facts.decided_at) }
            Label { width: parent.width; wrapMode: Text.Wrap; text: root.facts.answer ?? "" }
        }
        Card {
            visible: (root.facts.history ?? []).length > 0
            width: parent.width
            spacing: Theme.s1
            Label { role: "label"; text: qsTr("What else was decided about him") }
            Repeater {
                model: root.facts.history ?? []
                FactRow { required property var modelData; width: parent.width; name: Decided.title(modelData) + (modelData.overturned ? " · " + qsTr("taken back") : ""); value: [reasons.titleOf(modelData), Words.moment(modelData.decided_at)].filter(text => text !== "").join(" · ") }
            }
        }
    }
    Reasons { id: reasons }
}
