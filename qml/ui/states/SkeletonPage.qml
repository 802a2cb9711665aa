import QtQuick

// Placeholder of a page about one thing: a photo or a strip with one, then cards. `wide`: two columns.
Item {
    id: root
    property bool photo: true
    property bool wide: false
    property real part: 0.58              // of the first column when wide

    implicitHeight: left.height
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Loading")
    component Block: Rectangle {
        id: block
        property int lines: 3
        width: parent.width
        height: 32 + lines * 28
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.line
        Repeater { model: block.lines; Skeleton { required property int index; x: 16; y: 22 + index * 28; height: 14; width: (block.width - 32) * [0.5, 0.8, 0.65, 0.7][index % 4] } }
    }
    Column {
        id: left
        width: root.wide ? (parent.width - Theme.s6) * root.part : parent.width
        spacing: Theme.s4
        Skeleton { visible: root.photo; width: parent.width; height: width * 0.66; radius: Theme.radiusPhoto }
        Block { visible: !root.photo; lines: 2 }
        Block { lines: 2 }
        Block { visible: !root.wide; lines: 4 }
    }
    Column {
        visible: root.wide
        x: left.width + Theme.s6
        width: parent.width - x
        spacing: Theme.s4
        Block { lines: 2 }
        Block { lines: 6 }
    }
}
