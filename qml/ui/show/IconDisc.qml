import QtQuick

// An icon on a disc, at the head of a card or of a row. It grows with the letters, as its icon does.
Rectangle {
    id: root
    property string name
    property int size: 44
    property int iconSize: 22
    property color ink: Theme.brandSoftInk

    implicitWidth: Math.max(size, Theme.px(iconSize) + Theme.s5)
    implicitHeight: implicitWidth
    radius: height / 2
    color: Theme.brandSoft
    Icon { anchors.centerIn: parent; name: root.name; size: root.iconSize; color: root.ink }
}
