import QtQuick

// Placeholder cards or rows while a list loads.
Column {
    id: root
    property int rows: 6
    property bool photos: false

    spacing: Theme.s4
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Loading")
    Repeater {
        model: root.rows
        Rectangle {
            width: root.width
            height: root.photos ? width * 0.5 + 118 : 76
            radius: Theme.radiusCard
            color: Theme.surface
            border.width: 1
            border.color: Theme.line
            Skeleton { visible: root.photos; x: 8; y: 8; width: parent.width - 16; height: parent.width * 0.5; radius: Theme.radiusPhoto }
            Skeleton { visible: !root.photos; x: 16; y: 16; width: 44; height: 44; radius: 22 }
            Skeleton { x: root.photos ? 16 : 76; y: root.photos ? parent.height - 90 : 20; width: parent.width * 0.4; height: 18 }
            Skeleton { x: root.photos ? 16 : 76; y: root.photos ? parent.height - 58 : 46; width: parent.width * 0.6; height: 13 }
            Skeleton { visible: root.photos; x: 16; y: parent.height - 32; width: parent.width * 0.5; height: 13 }
        }
    }
}
