import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// What waits, queue by queue: how many, how many are late, how long the oldest has waited.
DeskPage {
    id: root
    title: qsTr("Overview")
    source: queues
    RecordsViewModel { id: queues; path: "admin/queues" }
    Timer { interval: 30000; repeat: true; running: root.visible; onTriggered: queues.refresh() }
    DeskState {
        anchors { fill: parent; leftMargin: Theme.s5; rightMargin: Theme.s5 }
        vm: queues
        emptyTitle: qsTr("No queue is open to you")
        emptyText: qsTr("An administrator gives permissions.")
        Flickable {
            anchors.fill: parent
            contentHeight: grid.height + Theme.s5
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            Flow {
                id: grid
                readonly property int columns: Math.max(1, Math.floor((width + spacing) / (Theme.px(250) + spacing)))
                readonly property real cell: Math.floor((width - (columns - 1) * spacing) / columns)
                width: parent.width
                spacing: Theme.s3
                Repeater {
                    model: queues.rows
                    Card {
                        id: card
                        required property var modelData
                        objectName: "overview." + modelData.name
                        width: grid.cell
                        height: Math.max(implicitHeight, Theme.px(108))
                        padding: Theme.s3
                        spacing: Theme.s1
                        clickable: true
                        accessibleName: Queues.title(modelData.name) + ", " + modelData.count
                        onClicked: Nav.go("queue", { queue: modelData.name })
                        Row { width: parent.width; spacing: Theme.s2; Icon { id: sign; name: Queues.icon(card.modelData.name); size: 18 } Label { width: parent.width - sign.width - Theme.s2; text: Queues.title(card.modelData.name); size: 13; weight: Font.DemiBold; wrapMode: Text.WordWrap; Accessible.ignored: true } }
                        Row {
                            spacing: Theme.s2
                            Label { id: many; text: Figures.number(card.modelData.count); size: 28; display: true; weight: Font.Bold; color: card.modelData.count > 0 ? Theme.ink : Theme.inkFaint }
                            Badge { visible: (card.modelData.overdue ?? 0) > 0; anchors.verticalCenter: many.verticalCenter; tone: "danger"; iconName: "schedule"; text: qsTr("%n late", "", card.modelData.overdue ?? 0) }
                            Badge { visible: (card.modelData.mine ?? 0) > 0; anchors.verticalCenter: many.verticalCenter; tone: "info"; text: qsTr("%n yours", "", card.modelData.mine ?? 0) }
                        }
                        Label { visible: text !== ""; role: "caption"; width: parent.width; wrapMode: Text.WordWrap; text: card.modelData.oldest_at ? qsTr("The oldest waits since %1").arg(Format.moment(Date.parse(card.modelData.oldest_at))) : qsTr("Nothing waits") }
                    }
                }
            }
        }
    }
}
