import QtQuick
import CarGo.Ui
import CarGo.Client

// The journal of money: entries with their postings, the newest first. Each sums to nought.
RecordsPage {
    id: root
    title: qsTr("Ledger")
    path: "admin/ledger"
    wordsName: "deal_id"
    wordsLabel: qsTr("Number of a deal, whole")
    emptyTitle: qsTr("No entry like this")
    columns: [
        { key: "id", title: qsTr("No."), width: 80, right: true, sortable: false },
        { key: "created_at", title: qsTr("When"), width: 150, sortable: false, text: row => Words.moment(row.created_at ?? row.at) },
        { key: "kind", title: qsTr("Entry"), width: 170, sortable: false },
        { key: "deal_id", title: qsTr("Deal"), width: 120, sortable: false, text: row => row.deal_id ? "…" + row.deal_id.slice(-8) : "" },
        { key: "postings", title: qsTr("Postings, debit positive"), least: 320, sortable: false, text: row => (row.postings ?? []).map(one => one.account + " " + Figures.money(one.amount.amount ?? one.amount, one.amount.currency ?? one.currency)).join("   ") } ]
    onOpened: row => { if (row.deal_id) Nav.go("deal", { dealId: row.deal_id }) }
}
