import QtQuick
import CarGo.Ui
import CarGo.Client

// A case of which the queue's row says all there is: requests, tasks.
CaseBody {
    id: root
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
