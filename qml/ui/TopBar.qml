import QtQuick

// Title of a page, the way back and its actions.
Item {
    id: root
    property string title
    property bool back: false
    default property alias actions: row.data
    signal backClicked()

    implicitHeight: 60
    IconButton { id: arrow; objectName: "back"; visible: root.back; x: Theme.s1; anchors.verticalCenter: parent.verticalCenter; iconName: "arrow_back"; text: qsTr("Back"); onClicked: root.backClicked() }
    Label {
        anchors.verticalCenter: parent.verticalCenter
        x: root.back ? arrow.x + arrow.width + Theme.s2 : Theme.margin(root.width)
        width: row.x - x - Theme.s2
        text: root.title
        size: root.back ? 16 : 28
        display: !root.back
        weight: root.back ? Font.DemiBold : Font.Bold
        Accessible.role: Accessible.Heading
    }
    Row { id: row; anchors { right: parent.right; rightMargin: Theme.s2; verticalCenter: parent.verticalCenter } }
}
