import QtQuick
import CarGo.Ui
import CarGo.Client

// What a colleague proposed and somebody else must agree to.
CaseBody {
    id: root
    readonly property var payload: facts.payload ?? ({})
    readonly property bool mine: facts.proposed_by !== undefined && facts.proposed_by.id === Session.userId
    readonly property bool open: facts.status === "open"
    userId: ""
    Column {
        width: parent.width
        spacing: Theme.s3
        Card {
            width: parent.width
            spacing: Theme.s2
            Flow { width: parent.width; spacing: Theme.s2; Badge { tone: root.open ? "info" : "plain"; text: Words.code(root.facts.status ?? "") } Badge { tone: "plain"; text: root.facts.kind === "setting" ? qsTr("Setting") : root.facts.kind === "agreement" ? qsTr("Agreement") : qsTr("Dispute") } }
            Label { width: parent.width; role: "heading"; wrapMode: Text.Wrap; text: root.facts.title ?? "" }
            FactRow { width: parent.width; name: qsTr("Proposed by"); value: (root.facts.proposed_by ? root.facts.proposed_by.name : "") + " · " + Words.moment(root.facts.proposed_at) }
            FactRow { visible: root.payload.outcome !== undefined; width: parent.width; name: qsTr("Outcome"); value: Words.code(root.payload.outcome ?? "") }
            FactRow { visible: root.payload.refund !== undefined && root.payload.refund !== null; width: parent.width; name: qsTr("To the buyer"); value: Words.money(root.payload.refund) }
            FactRow { visible: root.payload.becomes !== undefined; width: parent.width; name: qsTr("Becomes"); value: qsTr("Version %1").arg(root.payload.becomes ?? 0) + (root.payload.version ? " (" + qsTr("as version %1").arg(root.payload.version) + ")" : "") }
            FactRow { visible: root.payload.changes !== undefined; width: parent.width; name: qsTr("What changed"); value: root.payload.changes ? root.payload.changes[Settings.language] ?? root.payload.changes.ru : "" }
            Button { objectName: "proposal.text.open"; visible: root.facts.kind === "agreement"; kind: "tonal"; text: qsTr("Read the text"); onClicked: Nav.go("text", { slug: root.facts.subject }) }
            FactRow { visible: root.payload.value !== undefined; width: parent.width; name: qsTr("New value"); value: String(root.payload.value ?? qsTr("as the operator set it")) }
            FactRow { visible: root.facts.decided_by !== undefined && root.facts.decided_by !== null; width: parent.width; name: qsTr("Decided by"); value: root.facts.decided_by ? root.facts.decided_by.name + " · " + Words.moment(root.facts.decided_at) : "" }
            Label { visible: text !== ""; width: parent.width; wrapMode: Text.Wrap; color: Theme.inkSoft; text: typeof root.payload.text === "string" ? root.payload.text : root.payload.reason ?? "" }
        }
        Banner { visible: root.open && root.mine; width: parent.width; tone: "info"; text: qsTr("You proposed it, so somebody else decides it.") }
        TextArea { id: words; objectName: "proposal.text"; visible: root.open && !root.mine; width: parent.width; minimumLines: 3; label: qsTr("Your words (needed to refuse)") }
        ButtonRow {
            visible: root.open && !root.mine
            width: parent.width
            Button { objectName: "proposal.reject"; width: parent.cell; kind: "danger"; text: qsTr("Refuse"); enabled: words.text.trim().length >= 3 && !root.vm.busy; onClicked: root.vm.give("POST", "admin/proposals/" + root.vm.itemId + "/reject", { text: words.text.trim() }) }
            Button { objectName: "proposal.approve"; width: parent.cell; text: qsTr("Agree: carry it out"); busy: root.vm.busy; enabled: !root.vm.busy; onClicked: root.vm.give("POST", "admin/proposals/" + root.vm.itemId + "/approve", words.text.trim() !== "" ? { text: words.text.trim() } : {}) }
        }
        Connections { target: root.vm; function onGiven() { words.text = ""; root.vm.reload() } function onMovedOn() { root.vm.reload() } }
    }
}
