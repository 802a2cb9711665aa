import QtQuick

// What belongs to the thing in hand, at the right of a desk: beside the page where there is room (the page leaves
// `docked ? width : 0`), over it where there is not. Its left edge is pulled to make it wider. Escape closes it.
FocusScope {
    id: root
    property string title
    property bool opened: false
    property real dockFrom: 1000           // width of the window from which it stands beside the page
    property real panelWidth: 400
    property real least: 320
    property real most: 640
    default property alias content: column.data
    property alias actions: actions.data
    property alias footer: foot.data
    readonly property bool docked: opened && parent !== null && parent.width >= dockFrom
    readonly property real taken: docked ? panel.width : 0
    signal closed()

    function open() { opened = true; panel.forceActiveFocus() }
    function close() { if (opened) { opened = false; closed() } }
    anchors.fill: parent
    z: 20
    visible: opened || slide.running
    Keys.onEscapePressed: close()
    Rectangle { anchors.fill: parent; visible: root.opened && !root.docked; color: Theme.dim; TapHandler { onTapped: root.close() } }
    FocusScope {
        id: panel
        focus: true
        width: Math.min(root.panelWidth, root.width)
        height: parent.height
        x: root.opened ? root.width - width : root.width
        Behavior on x { NumberAnimation { id: slide; duration: Theme.calm; easing.type: Easing.OutCubic } }
        Accessible.role: Accessible.Pane
        Accessible.name: root.title
        MouseArea { anchors.fill: parent } // nothing of the page below is pressed through it
        Shadow { visible: !root.docked && root.opened; corner: 0 }
        Rectangle { anchors.fill: parent; color: Theme.surface }
        Rectangle { width: Theme.hairline; height: parent.height; color: Theme.line }
        Item {
            id: head
            width: parent.width
            height: Math.max(Theme.compact ? 48 : 64, name.implicitHeight + Theme.s4)
            Label { id: name; role: "bar"; Accessible.role: Accessible.Heading; x: Theme.s5; width: tools.x - x - Theme.s2; anchors.verticalCenter: parent.verticalCenter; text: root.title; wrapMode: Text.WordWrap; maximumLineCount: 2 }
            Row {
                id: tools
                anchors { right: parent.right; rightMargin: Theme.s2; verticalCenter: parent.verticalCenter }
                Row { id: actions }
                IconButton { objectName: "panel.close"; iconName: "close"; text: qsTr("Close"); onClicked: root.close() }
            }
        }
        Flickable {
            anchors { top: head.bottom; left: parent.left; right: parent.right; bottom: foot.children.length > 0 ? foot.top : parent.bottom; bottomMargin: foot.children.length > 0 ? Theme.s3 : 0 }
            contentHeight: column.implicitHeight + Theme.s5
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            Column { id: column; x: Theme.s5; width: parent.width - 2 * Theme.s5; spacing: Theme.s4 }
        }
        Item { id: foot; anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.s5 } height: childrenRect.height }
        MouseArea {
            width: 8
            height: parent.height
            x: -3
            cursorShape: Qt.SplitHCursor
            preventStealing: true
            onPositionChanged: mouse => { if (pressed) root.panelWidth = Math.max(root.least, Math.min(root.most, root.width - mapToItem(root, mouse.x, 0).x)) }
        }
    }
}
