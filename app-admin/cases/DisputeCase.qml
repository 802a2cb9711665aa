import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals
import CarGo.Desk

// A dispute: what both sides show, the way of the car with its checked chain, the clocks, and what a decision would book.
CaseBody {
    id: root
    readonly property var deal: facts.deal ?? ({})
    readonly property var amount: deal.amount ?? ({ amount: 0, currency: "RUB" })
    readonly property var dispute: (facts.disputes ?? [])[0] ?? ({})
    readonly property var evidence: (facts.disputes ?? []).reduce((all, one) => all.concat(one.evidence ?? []), [])
    readonly property bool open: dispute.status === "open" && (facts.proposal_id ?? null) === null
    property string part: "evidence"
    property real refund: Math.round(amount.amount / 2)
    function side(name) { return evidence.filter(one => one.side === name) }
    userId: dispute.opened_by === "driver" ? deal.driver_id ?? "" : deal.buyer_id ?? ""
    choiceName: "outcome"
    bothLanguages: true
    choices: open ? [ { value: "refund", text: qsTr("All back to the buyer"), reason: true, words: true, note: false }, { value: "split", text: qsTr("Divide: %1 to the buyer").arg(Format.money(refund, amount.currency)), reason: true, words: true, note: false }, { value: "release", text: qsTr("All to the driver"), reason: true, words: true, note: false } ] : []
    reasons: ["damage_confirmed", "not_as_described", "not_delivered", "late", "price_changed", "documents", "no_contact", "other"].map(word => ({ value: word, text: Words.code(word) }))
    extra: choice === "split" ? ({ refund: { amount: refund, currency: amount.currency } }) : ({})
    Flickable {
        anchors.fill: parent
        contentHeight: column.height + Theme.s5
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: column
            width: parent.width
            spacing: Theme.s3
            Flow {
                width: parent.width
                spacing: Theme.s2
                Badge { tone: root.open ? "danger" : "plain"; text: Words.code(root.dispute.reason ?? "") }
                Badge { tone: "plain"; text: root.deal.number ?? "" }
                Badge { tone: "info"; text: Words.money(root.amount) }
                Badge { visible: root.facts.clocks !== undefined && root.facts.clocks.hold_expires_at !== null; tone: "warn"; iconName: "account_balance"; text: root.facts.clocks ? qsTr("The bank holds until %1").arg(Words.moment(root.facts.clocks.hold_expires_at)) : "" }
                Badge { visible: root.facts.clocks !== undefined && root.facts.clocks.evidence_due_at !== null; tone: "plain"; iconName: "schedule"; text: root.facts.clocks ? qsTr("Evidence until %1").arg(Words.moment(root.facts.clocks.evidence_due_at)) : "" }
            }
            Banner { objectName: "dispute.proposed"; visible: (root.facts.proposal_id ?? null) !== null; width: parent.width; tone: "info"; title: qsTr("A decision is proposed"); text: qsTr("Nothing moves until somebody of finance agrees."); actionText: qsTr("The proposal"); onAction: Nav.go("case", { queue: "proposals", itemId: root.facts.proposal_id }) }
            Label { visible: text !== ""; width: parent.width; wrapMode: Text.Wrap; text: root.dispute.text ?? "" }
            Tabs { objectName: "dispute.parts"; width: parent.width; name: qsTr("Parts of the case"); value: root.part; onChosen: value => root.part = value; model: [ { value: "evidence", text: qsTr("Evidence"), count: root.evidence.length }, { value: "way", text: qsTr("The way"), count: (root.facts.timeline ?? []).length }, { value: "money", text: qsTr("Money") }, { value: "before", text: qsTr("Before"), count: root.facts.similar ? root.facts.similar.items.length : 0 } ] }
            Row {
                visible: root.part === "evidence"
                width: parent.width
                spacing: Theme.s3
                EvidenceColumn { width: (parent.width - parent.spacing) / 2; title: qsTr("Buyer: %1").arg(root.facts.buyer ? root.facts.buyer.name : ""); items: root.side("buyer") }
                EvidenceColumn { width: (parent.width - parent.spacing) / 2; title: qsTr("Driver: %1").arg(root.facts.driver ? root.facts.driver.name : ""); items: root.side("driver") }
            }
            CarPairs { id: car; timeline: root.facts.timeline ?? [] }
            PairsCard { visible: root.part === "evidence" && car.compared.pairs !== undefined; width: parent.width; compared: car.compared }
            DisputeWay { visible: root.part === "way"; width: parent.width; timeline: root.facts.timeline ?? []; chain: root.facts.chain ?? null }
            DisputeMoney { visible: root.part === "money"; width: parent.width; dispute: root.vm.itemId; amount: root.amount; refund: root.refund; editable: root.open; onRefundMoved: value => root.refund = value }
            DisputeBefore { visible: root.part === "before"; width: parent.width; similar: root.facts.similar ?? null; earlier: root.facts.earlier ?? [] }
        }
    }
}
