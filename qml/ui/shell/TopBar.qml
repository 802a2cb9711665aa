import QtQuick

// Title of a page, the way back and its actions, in line with the page's content (`side`).
Item {
    id: root
    property string title
    property bool back: false
    property int side: Theme.margin(width)
    property int titleSize: back ? 16 : 28
    default property alias actions: row.data
    signal backClicked()

    implicitHeight: Math.max(64, name.implicitHeight + Theme.s3)
    IconButton { id: arrow; objectName: "back"; visible: root.back; x: root.side - Theme.s3; anchors.verticalCenter: parent.verticalCenter; iconName: "arrow_back"; text: qsTr("Back"); onClicked: root.backClicked() }
    Label {
        id: name
        anchors.verticalCenter: parent.verticalCenter
        x: root.back ? arrow.x + arrow.width + Theme.s1 : root.side
        width: row.x - x - Theme.s2
        text: root.title
        wrapMode: Text.Wrap
        maximumLineCount: 2
        size: root.back && Theme.textScale > 1.5 && row.width > 2 * Theme.touch - 1 ? Math.min(13, root.titleSize) : root.titleSize // beside two actions
        display: !root.back
        weight: root.back ? Font.DemiBold : Font.Bold
        Accessible.role: Accessible.Heading
    }
    Row { id: row; anchors { right: parent.right; rightMargin: root.side - Theme.s3; verticalCenter: parent.verticalCenter } }
}
