import QtQuick

// Placeholder rows while a list loads, in the shape of its rows: a disc or, with `photos`, a small picture and lines.
Column {
    id: root
    property int rows: 6
    property bool photos: false
    property bool cards: true              // rows are cards, else lines between hairlines

    spacing: cards ? Theme.s3 : 0
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Loading")
    Repeater {
        model: root.rows
        Rectangle {
            width: root.width
            height: root.photos ? 100 : root.cards ? 84 : 88
            radius: Theme.radiusCard
            color: root.cards ? Theme.surface : "transparent"
            border.width: root.cards ? Theme.hairline : 0
            border.color: Theme.line
            Skeleton { visible: root.photos; x: 8; y: 8; width: 104; height: 84; radius: Theme.radiusPhoto }
            Skeleton { visible: !root.photos; x: root.cards ? 16 : 0; y: root.cards ? 18 : 14; width: root.cards ? 48 : 60; height: width; radius: root.cards ? 24 : Theme.radiusPhoto }
            Skeleton { x: root.photos ? 124 : 76; y: 20; width: (parent.width - x) * 0.6; height: 16 }
            Skeleton { x: root.photos ? 124 : 76; y: 48; width: (parent.width - x) * 0.8; height: 12 }
            Skeleton { visible: root.photos; x: 124; y: 70; width: (parent.width - x) * 0.4; height: 12 }
        }
    }
}
