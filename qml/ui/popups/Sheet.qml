import QtQuick
import QtQuick.Templates as T

// Slides up from the bottom of a phone, where a pull on its head closes it; stands in the middle of a desk. The content
// scrolls, the footer stays. `asking`: closed only by an answer.
T.Popup {
    id: root
    property string title
    property bool asking: false
    property real maximumWidth: 520
    default property alias content: column.data
    property alias footer: foot.data
    readonly property bool narrow: parent !== null && parent.width < 600
    property real pulled: 0

    parent: T.Overlay.overlay
    width: parent ? (narrow ? parent.width : Math.min(maximumWidth, parent.width - 64)) : 360
    height: parent ? Math.min(body.implicitHeight, parent.height * 0.92) : 0
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.round((narrow ? parent.height - height + pulled : (parent.height - height) / 2)) : 0
    modal: true
    focus: true
    closePolicy: asking ? T.Popup.NoAutoClose : T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onAboutToShow: pulled = 0
    T.Overlay.modal: Rectangle { color: Theme.dim }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.calm; easing.type: Easing.OutQuad }
        NumberAnimation { property: "pulled"; from: Theme.calm > 0 ? 48 : 0; to: 0; duration: Theme.calm; easing.type: Easing.OutCubic }
    }
    exit: Transition { NumberAnimation { property: "opacity"; to: 0; duration: Theme.fast } }
    background: Item {
        Shadow { corner: Theme.radiusSheet; reach: 20 }
        Rectangle {
            anchors { fill: parent; bottomMargin: root.narrow ? -Theme.radiusSheet : 0 } // its lower corners below the edge
            radius: Theme.radiusSheet
            color: Theme.raised
            border.width: Theme.dark || Theme.highContrast ? Theme.hairline : 0
            border.color: Theme.line
        }
    }
    contentItem: Item {
        id: body
        implicitHeight: head.height + column.implicitHeight + Theme.s4 + (foot.children.length > 0 ? foot.height + Theme.s6 : Theme.s2)
        Accessible.role: Accessible.Dialog
        Accessible.name: root.title
        Item {
            id: head
            width: parent.width
            height: Math.max(64, name.implicitHeight + Theme.s6)
            Rectangle { visible: root.narrow && !root.asking; anchors.horizontalCenter: parent.horizontalCenter; y: Theme.s2; width: 36; height: 4; radius: 2; color: Theme.line }
            Label { id: name; role: "heading"; anchors { left: parent.left; right: close.visible ? close.left : parent.right; leftMargin: Theme.s5; rightMargin: close.visible ? 0 : Theme.s5; verticalCenter: parent.verticalCenter; verticalCenterOffset: root.narrow ? 3 : 0 } text: root.title; wrapMode: Text.WordWrap }
            IconButton { id: close; visible: !root.asking; anchors { right: parent.right; rightMargin: Theme.s2; verticalCenter: name.verticalCenter } iconName: "close"; text: qsTr("Close"); onClicked: root.close() }
            DragHandler {
                enabled: root.narrow && !root.asking
                target: null
                yAxis.minimum: 0
                onTranslationChanged: if (active) root.pulled = Math.max(0, translation.y)
                onActiveChanged: if (!active) { if (root.pulled > Math.min(120, root.height / 3)) root.close(); else root.pulled = 0 }
            }
        }
        Flickable {
            id: scroll
            anchors { top: head.bottom; left: parent.left; right: parent.right; bottom: foot.children.length > 0 ? foot.top : parent.bottom; bottomMargin: foot.children.length > 0 ? Theme.s3 : Theme.s2 }
            contentHeight: column.implicitHeight + Theme.s2
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            Column { id: column; x: Theme.s5; width: parent.width - 2 * Theme.s5; spacing: Theme.s4 }
        }
        Rectangle { visible: foot.children.length > 0 && !scroll.atYEnd; anchors { left: parent.left; right: parent.right; bottom: scroll.bottom } height: Theme.hairline; color: Theme.line }
        Item { id: foot; anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.s5; bottomMargin: Theme.s4 } height: childrenRect.height }
    }
}
