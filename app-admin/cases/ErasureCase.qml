import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// Somebody wants his account closed and what is personal erased. What stands in the way is asked of the server each time.
CaseBody {
    id: root
    readonly property var blockers: facts.blockers ?? []
    readonly property bool open: facts.status === "open"
    readonly property bool free: blockers.length === 0
    function why(code) { return code === "dispute_open" ? qsTr("A dispute is not decided") : code === "money_under_way" ? qsTr("Money is on its way") : qsTr("The deal is running") }
    userId: facts.user ? facts.user.id : ""
    choices: open ? [ { value: "erase", text: qsTr("Close the account and erase it"), quiet: true, note: false }, { value: "refuse", text: qsTr("Refuse"), words: true, note: false } ] : []
    needed: choice === "erase" && !free ? qsTr("Something stands in the way still.") : ""
    CaseScroll {
        anchors.fill: parent
        Flow {
            width: parent.width
            spacing: Theme.s2
            Badge { tone: root.open ? "info" : "plain"; text: Words.code(root.facts.status ?? "") }
            Badge { tone: "plain"; iconName: "schedule"; text: Words.moment(root.facts.requested_at) }
        }
        Banner { objectName: "erasure.free"; visible: root.open && root.free; width: parent.width; tone: "good"; title: qsTr("Nothing stands in the way"); text: qsTr("Name, e-mail, addresses, devices and photos go for good. Deals and the ledger stay under a pseudonym, as the law asks.") }
        Banner { visible: root.open && !root.free; width: parent.width; tone: "warn"; title: qsTr("It has to wait"); text: qsTr("Others and the bank rely on what he has begun. The law gives ten working days to answer.") }
        Card {
            visible: root.open && !root.free
            width: parent.width
            padding: 4
            Repeater {
                model: root.blockers
                ListRow { required property var modelData; objectName: "erasure.blocker"; width: parent.width; iconName: "swap_horiz"; text: modelData.number + " · " + Words.deal(modelData.status); detail: root.why(modelData.code); onClicked: Nav.go("deal", { dealId: modelData.deal_id }) }
            }
        }
        Card {
            visible: !root.open && root.facts.status !== undefined
            width: parent.width
            spacing: Theme.s1
            FactRow { width: parent.width; name: qsTr("Decided by"); value: (root.facts.decided_by ? root.facts.decided_by.name : qsTr("the user himself")) + " · " + Words.moment(root.facts.decided_at) }
            Label { visible: text !== ""; width: parent.width; wrapMode: Text.Wrap; text: root.facts.reason ?? "" }
        }
        Button { kind: "outline"; iconName: "refresh"; text: qsTr("Look again"); onClicked: root.vm.reload() }
    }
}
