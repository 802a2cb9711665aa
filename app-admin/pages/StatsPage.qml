import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// The marketplace in numbers. Charts can be kept as pictures.
DeskPage {
    id: root
    title: qsTr("Statistics")
    source: vm
    readonly property var deals: vm.facts.deals ?? ({})
    readonly property var states: ["created", "funded", "in_transit", "arrived", "delivered", "disputed", "released", "resolved", "refunded", "cancelled", "expired"].filter(state => deals[state] !== undefined)
    RecordViewModel { id: vm; path: "admin/stats" }
    function sum(map) { return Object.keys(map).reduce((all, key) => all + map[key], 0) }
    actions: IconButton { objectName: "stats.reload"; iconName: "refresh"; text: qsTr("Read again"); onClicked: vm.reload() }
    component Tile: Card {
        property string name
        property string value
        property string detail
        padding: Theme.s3
        spacing: 2
        Label { width: parent.width; role: "label"; wrapMode: Text.WordWrap; text: parent.parent.name }
        Label { width: parent.width; size: 26; display: true; weight: Font.Bold; wrapMode: Text.Wrap; text: parent.parent.value }
        Label { visible: text !== ""; width: parent.width; role: "caption"; wrapMode: Text.WordWrap; text: parent.parent.detail }
    }
    DeskState {
        anchors.fill: parent
        vm: root.source
        Flickable {
            anchors.fill: parent
            contentHeight: column.height + Theme.s6
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            Column {
                id: column
                x: Theme.s5
                width: parent.width - 2 * x
                spacing: Theme.s3
                Flow {
                    id: tiles
                    readonly property int columns: Math.max(1, Math.floor((width + spacing) / (Theme.px(210) + spacing)))
                    readonly property real cell: Math.floor((width - (columns - 1) * spacing) / columns)
                    width: parent.width
                    spacing: Theme.s3
                    Tile { width: tiles.cell; name: qsTr("Deals"); value: Figures.number(root.sum(root.deals)); detail: qsTr("%1 in dispute").arg(root.deals.disputed ?? 0) }
                    Repeater { model: vm.facts.volume ?? []; Tile { required property var modelData; width: tiles.cell; name: qsTr("Paid for, %1").arg(modelData.currency); value: Figures.money(modelData.amount, modelData.currency); detail: qsTr("before fees and refunds") } }
                    Tile { width: tiles.cell; name: qsTr("People"); value: Figures.number(root.sum(vm.facts.users ?? {})); detail: Object.keys(vm.facts.users ?? {}).map(role => Words.code(role) + ": " + Figures.number(vm.facts.users[role])).join(" · ") }
                    Tile { width: tiles.cell; name: qsTr("Listings offered"); value: Figures.number((vm.facts.listings ?? {}).published ?? 0); detail: qsTr("%1 in all").arg(Figures.number(root.sum(vm.facts.listings ?? {}))) }
                }
                StatChart { width: parent.width; title: qsTr("Deals by state"); fileName: "deals-by-state"; labels: root.states.map(state => Words.deal(state)); values: root.states.map(state => root.deals[state]) }
            }
        }
    }
}
