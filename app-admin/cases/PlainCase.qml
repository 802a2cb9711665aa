import QtQuick
import CarGo.Ui
import CarGo.Client

// A case of which the queue's row says all: reports, requests, tasks.
CaseBody {
    id: root
    readonly property bool report: vm.queue.endsWith("reports")
    choices: report ? [ { value: "no_violation", text: qsTr("No violation"), words: true, note: false }, { value: "warned", text: qsTr("Warn"), words: true, note: false }, { value: "removed", text: qsTr("Take it down"), words: true, note: false }, { value: "restricted", text: qsTr("Restrict the account"), words: true, note: false } ] : []
    wordsLabel: report ? qsTr("Why, for staff") : ""
    Flickable {
        anchors.fill: parent
        contentHeight: column.height + Theme.s5
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: column
            width: parent.width
            spacing: Theme.s3
            Card {
                width: parent.width
                spacing: Theme.s2
                Label { width: parent.width; role: "heading"; wrapMode: Text.Wrap; text: Words.caseName(root.row) }
                Label { visible: text !== ""; width: parent.width; wrapMode: Text.Wrap; text: Words.code(root.row.detail ?? "") }
                FactRow { width: parent.width; name: qsTr("Waits since"); value: Words.moment(root.row.opened_at) }
                FactRow { width: parent.width; name: qsTr("Due"); value: Words.moment(root.row.due_at) }
                FactRow { visible: (root.row.priority ?? 0) > 1; width: parent.width; name: qsTr("Urgency"); value: String(root.row.priority ?? 0) }
                FactRow { width: parent.width; name: qsTr("Number"); value: root.vm.itemId }
            }
            Button { visible: (root.row.deal_id ?? null) !== null; kind: "outline"; text: qsTr("The deal"); onClicked: Nav.go("deal", { dealId: root.row.deal_id }) }
        }
    }
}
