import QtQuick
import QtQuick.Templates as T

// Slides up from the bottom of a phone, stands in the middle of a desk. The content scrolls, the footer stays.
T.Popup {
    id: root
    property string title
    default property alias content: column.data
    property alias footer: foot.data
    readonly property bool narrow: parent !== null && parent.width < 600

    parent: T.Overlay.overlay
    width: parent ? (narrow ? parent.width : Math.min(520, parent.width - 64)) : 360
    height: parent ? Math.min(body.implicitHeight, parent.height * 0.92) : 0
    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? (narrow ? parent.height - height : (parent.height - height) / 2) : 0
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    T.Overlay.modal: Rectangle { color: Theme.dim }
    enter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.calm; easing.type: Easing.OutQuad } }
    exit: Transition { NumberAnimation { property: "opacity"; to: 0; duration: Theme.fast } }
    background: Rectangle {
        radius: Theme.radiusSheet
        color: Theme.raised
        border.width: Theme.dark ? 1 : 0
        border.color: Theme.line
        Rectangle { visible: root.narrow; color: parent.color; anchors { left: parent.left; right: parent.right; bottom: parent.bottom } height: Theme.radiusSheet }
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
            Label { id: name; anchors { left: parent.left; right: close.left; leftMargin: Theme.s5; verticalCenter: parent.verticalCenter } text: root.title; size: 20; weight: Font.Bold; wrapMode: Text.WordWrap }
            IconButton { id: close; anchors { right: parent.right; rightMargin: Theme.s2; verticalCenter: parent.verticalCenter } iconName: "close"; text: qsTr("Close"); onClicked: root.close() }
        }
        Flickable {
            anchors { top: head.bottom; left: parent.left; right: parent.right; bottom: foot.children.length > 0 ? foot.top : parent.bottom; bottomMargin: Theme.s2 }
            contentHeight: column.implicitHeight + Theme.s2
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            Column { id: column; x: Theme.s5; width: parent.width - 2 * Theme.s5; spacing: Theme.s4 }
        }
        Item { id: foot; anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.s5; bottomMargin: Theme.s4 } height: childrenRect.height }
    }
}
