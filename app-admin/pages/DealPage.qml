import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// A deal as the desk sees it: its state, its money with every entry, its two sides.
DeskPage {
    id: root
    required property string dealId
    readonly property var deal: record.facts
    title: deal.number ?? qsTr("Deal")
    source: record
    RecordViewModel { id: record; path: "admin/deals/" + root.dealId }
    RecordsViewModel { id: entries; path: "admin/ledger"; query: ({ deal_id: root.dealId }) }
    actions: Button { objectName: "deal.dispute"; visible: root.deal.dispute !== undefined && root.deal.dispute !== null; kind: "tonal"; text: qsTr("The dispute"); onClicked: Nav.go("case", { queue: "disputes", itemId: root.deal.dispute.id }) }
    DeskState {
        anchors.fill: parent
        vm: record
        Flickable {
            anchors.fill: parent
            contentHeight: grid.height + Theme.s6
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            Flow {
                id: grid
                readonly property int columns: width > Theme.px(620) ? 2 : 1
                readonly property real cell: Math.floor((width - (columns - 1) * spacing) / columns)
                x: Theme.s5
                width: parent.width - 2 * x
                spacing: Theme.s3
                Card {
                    width: grid.cell
                    spacing: Theme.s1
                    Label { role: "bar"; text: qsTr("State"); Accessible.role: Accessible.Heading }
                    FactRow { width: parent.width; name: qsTr("Deal"); value: Words.deal(root.deal.status ?? "") }
                    FactRow { width: parent.width; name: qsTr("Money"); value: Books.money(root.deal.money_status ?? "") }
                    FactRow { width: parent.width; name: qsTr("Sum"); value: Words.money(root.deal.amount); strong: true }
                    FactRow { width: parent.width; name: qsTr("Our fee"); value: Words.money(root.deal.fee) }
                    FactRow { width: parent.width; name: qsTr("The driver receives"); value: Words.money(root.deal.driver_receives) }
                    FactRow { visible: (root.deal.refund ?? null) !== null; width: parent.width; name: qsTr("Back to the buyer"); value: Words.money(root.deal.refund) }
                    FactRow { width: parent.width; name: qsTr("Where to"); value: root.deal.delivery_place ?? "" }
                    FactRow { visible: (root.deal.vin ?? null) !== null; width: parent.width; name: "VIN"; value: root.deal.vin ?? "" }
                }
                Card {
                    width: grid.cell
                    spacing: Theme.s1
                    Label { role: "bar"; text: qsTr("Sides and dates"); Accessible.role: Accessible.Heading }
                    ListRow { width: parent.width; iconName: "person_outline"; text: root.deal.buyer ? root.deal.buyer.display_name : ""; detail: qsTr("Buyer"); onClicked: Nav.go("user", { userId: root.deal.buyer_id }) }
                    ListRow { width: parent.width; iconName: "local_shipping"; text: root.deal.driver ? root.deal.driver.display_name : ""; detail: qsTr("Driver"); onClicked: Nav.go("user", { userId: root.deal.driver_id }) }
                    Repeater {
                        model: [ ["created_at", qsTr("Made")], ["funded_at", qsTr("Paid")], ["started_at", qsTr("Picked up")], ["arrived_at", qsTr("Arrived")], ["delivered_at", qsTr("Handed over")], ["disputed_at", qsTr("Disputed")], ["finished_at", qsTr("Finished")] ].filter(one => (root.deal[one[0]] ?? null) !== null)
                        FactRow { required property var modelData; width: parent.width; name: modelData[1]; value: Words.moment(root.deal[modelData[0]]) }
                    }
                }
                DealReplay { width: grid.width; dealId: root.dealId }
                Card {
                    width: grid.width
                    spacing: Theme.s1
                    visible: entries.phase === ViewModel.Ready
                    Label { role: "bar"; text: qsTr("Entries"); Accessible.role: Accessible.Heading }
                    Repeater {
                        model: entries.rows
                        Item {
                            id: entry
                            required property var modelData
                            width: parent.width
                            height: Math.max(what.implicitHeight, booked.implicitHeight) + Theme.s1
                            Label { id: what; width: parent.width * 0.34; size: 13; wrapMode: Text.Wrap; text: Words.moment(entry.modelData.created_at) + " · " + Books.entry(entry.modelData.kind) }
                            Label { id: booked; x: parent.width * 0.36; width: parent.width * 0.64; size: 13; wrapMode: Text.Wrap; text: entry.modelData.postings.map(one => Books.account(one.account) + " " + Figures.money(one.amount, one.currency)).join("\n") }
                        }
                    }
                }
            }
        }
    }
}
