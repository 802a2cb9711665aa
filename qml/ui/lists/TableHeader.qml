import QtQuick
import QtQuick.Templates as T

// The head of one column: a press sorts, its right edge is pulled to make it wider (Shift with arrows on the keyboard).
T.AbstractButton {
    id: control
    property bool sortable: true
    property bool sorted: false
    property bool descending: false
    property bool toRight: false
    signal widened(real by)

    implicitHeight: Theme.compact ? 36 : 44
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.ColumnHeader
    Accessible.name: text + (sorted ? ", " + (descending ? qsTr("sorted, largest first") : qsTr("sorted, smallest first")) : "")
    Keys.onPressed: event => {
        const by = event.key === Qt.Key_Right ? 16 : event.key === Qt.Key_Left ? -16 : 0
        event.accepted = by !== 0 && (event.modifiers & Qt.ShiftModifier) !== 0
        if (event.accepted)
            widened(by)
    }
    background: Rectangle { color: control.hovered && control.sortable ? Theme.sunken : "transparent"; FocusRing { target: control; anchors.margins: 2; corner: 4 } }
    contentItem: Item {
        readonly property real room: width - 2 * Theme.s3 - (arrow.visible ? arrow.width + 2 : 0)
        Label { id: words; role: "caption"; text: control.text; color: control.sorted ? Theme.ink : Theme.inkSoft; weight: control.sorted ? Font.DemiBold : Font.Medium; width: Math.min(implicitWidth, parent.room); x: control.toRight ? parent.width - Theme.s3 - width - (arrow.visible ? arrow.width + 2 : 0) : Theme.s3; anchors.verticalCenter: parent.verticalCenter; Accessible.ignored: true }
        Icon { id: arrow; visible: control.sorted; x: words.x + words.width + 2; anchors.verticalCenter: parent.verticalCenter; size: 16; name: control.descending ? "arrow_downward" : "arrow_upward"; color: Theme.ink }
    }
    Rectangle { anchors { right: parent.right; verticalCenter: parent.verticalCenter } width: edge.containsMouse || edge.pressed ? 3 : 1; height: parent.height * 0.5; color: edge.containsMouse || edge.pressed ? Theme.brand : Theme.line }
    MouseArea {
        id: edge
        property real from: 0
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
        width: 8
        hoverEnabled: true
        preventStealing: true
        cursorShape: Qt.SplitHCursor
        onPressed: mouse => from = mapToItem(null, mouse.x, 0).x
        onPositionChanged: mouse => { if (pressed) { const now = mapToItem(null, mouse.x, 0).x; control.widened(now - from); from = now } }
    }
}
