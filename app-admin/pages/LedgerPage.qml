import QtQuick
import CarGo.Ui
import CarGo.Client

// Money: the journal with its entries, the newest first; the trial balance; payouts that are stuck.
RecordsPage {
    id: root
    property string part: "journal"
    title: qsTr("Ledger")
    path: part === "balance" ? "admin/ledger/trial-balance" : part === "stuck" ? "admin/payouts" : "admin/ledger"
    filters: part === "stuck" ? ({ status: "stuck" }) : ({})
    wordsName: part === "journal" ? "deal_id" : ""
    wordsLabel: qsTr("Number of a deal, whole")
    emptyTitle: part === "stuck" ? qsTr("No payout is stuck") : qsTr("No entry like this")
    columns: part === "balance" ? balance : part === "stuck" ? stuck : journal
    readonly property var journal: [
        { key: "id", title: qsTr("No."), width: 80, right: true, sortable: false },
        { key: "created_at", title: qsTr("When"), width: 150, sortable: false, text: row => Words.moment(row.created_at) },
        { key: "kind", title: qsTr("Entry"), width: 190, sortable: false, text: row => Books.entry(row.kind) },
        { key: "deal_id", title: qsTr("Deal"), width: 120, sortable: false, text: row => row.deal_id ? "…" + row.deal_id.slice(-8) : "" },
        { key: "postings", title: qsTr("Postings, debit positive"), least: 320, sortable: false, text: row => (row.postings ?? []).map(one => Books.account(one.account) + " " + Figures.money(one.amount, one.currency)).join("   ") } ]
    readonly property var balance: [
        { key: "account", title: qsTr("Account"), least: 200, sortable: false, text: row => Books.account(row.account) },
        { key: "currency", title: qsTr("Currency"), width: 100, sortable: false },
        { key: "debit", title: qsTr("Debit"), width: 190, right: true, sortable: false, text: row => Figures.money(row.debit, row.currency) },
        { key: "credit", title: qsTr("Credit"), width: 190, right: true, sortable: false, text: row => Figures.money(row.credit, row.currency) },
        { key: "balance", title: qsTr("Balance"), width: 190, right: true, sortable: false, text: row => Figures.money(row.balance, row.currency) },
        { key: "deals", title: qsTr("Deals"), width: 90, right: true, sortable: false } ]
    readonly property var stuck: [
        { key: "deal_number", title: qsTr("Deal"), width: 120, sortable: false },
        { key: "payee", title: qsTr("To whom"), width: 180, sortable: false, text: row => row.payee ? row.payee.name : "" },
        { key: "amount", title: qsTr("Sum"), width: 160, right: true, sortable: false, text: row => row.operation ? Words.money(row.operation.amount) : "" },
        { key: "attempts", title: qsTr("Tries"), width: 80, right: true, sortable: false, text: row => row.operation ? row.operation.attempts : "" },
        { key: "error", title: qsTr("Why"), least: 220, sortable: false, text: row => row.operation ? row.operation.last_error ?? row.operation.state : "" } ]
    onOpened: row => { if (row.deal_id) Nav.go("deal", { dealId: row.deal_id }) }
    tools: Choice { objectName: "ledger.part"; width: parent ? parent.width : implicitWidth; value: root.part; onChosen: value => root.part = value; model: [ { value: "journal", text: qsTr("Journal") }, { value: "balance", text: qsTr("Trial balance") }, { value: "stuck", text: qsTr("Stuck payouts") } ] }
}
