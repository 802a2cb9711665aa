import QtQuick

// Placeholder cards with photos, in as many columns as the cards that come.
Grid {
    id: root
    property int count: 6
    property real cellWidth: width
    property real cellHeight: 320

    spacing: Theme.s4
    columns: Math.max(1, Math.floor((width + spacing) / (cellWidth + spacing)))
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Loading")
    Repeater {
        model: root.count
        Rectangle {
            id: card
            readonly property int photo: Math.round((width - 16) * 0.52)
            width: root.cellWidth
            height: root.cellHeight
            radius: Theme.radiusCard
            color: Theme.surface
            border.width: Theme.hairline
            border.color: Theme.line
            Skeleton { x: 8; y: 8; width: parent.width - 16; height: card.photo; radius: Theme.radiusPhoto }
            Skeleton { x: 16; y: card.photo + 22; width: parent.width * 0.4; height: 20 }
            Skeleton { x: 16; y: card.photo + 54; width: parent.width * 0.6; height: 14 }
            Skeleton { x: 16; y: card.photo + 80; width: parent.width * 0.5; height: 12 }
        }
    }
}
