import QtQuick
import CarGo.Ui

// Over what is being written: the message that it answers, or that it changes.
Item {
    id: root
    property string iconName
    property string title
    property string text
    property string closeText
    signal opened()
    signal closed()
    implicitHeight: Math.max(Theme.touch, lines.implicitHeight)
    Icon { id: sign; anchors.verticalCenter: parent.verticalCenter; x: Theme.s1; name: root.iconName; size: 20; color: Theme.brand }
    Rectangle { id: line; x: sign.x + sign.width + Theme.s2; width: 3; height: lines.height; anchors.verticalCenter: parent.verticalCenter; radius: 2; color: Theme.brand }
    Column {
        id: lines
        anchors { left: line.right; leftMargin: Theme.s2; right: cross.left; verticalCenter: parent.verticalCenter }
        Label { width: parent.width; text: root.title; size: 12; weight: Font.DemiBold; color: Theme.brand }
        Label { width: parent.width; text: root.text; size: 13; color: Theme.inkSoft }
        TapHandler { onTapped: root.opened() }
    }
    IconButton { id: cross; objectName: root.objectName + ".close"; anchors { right: parent.right; verticalCenter: parent.verticalCenter } iconName: "close"; iconSize: 20; color: Theme.inkSoft; text: root.closeText; onClicked: root.closed() }
}
