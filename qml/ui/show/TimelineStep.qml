import QtQuick

// One step of a vertical timeline. state: done, now, next.
Item {
    id: root
    property string title
    property string detail
    property string state_: "next"
    property bool last: false
    default property alias extra: column.data

    implicitHeight: column.implicitHeight + (last ? 0 : 20)
    Rectangle { x: 10; y: 22; width: 2; height: parent.height - 20; visible: !root.last; color: root.state_ === "done" ? Theme.brand : Theme.line }
    Rectangle {
        width: 22; height: 22; radius: 11
        color: root.state_ === "done" ? Theme.brand : root.state_ === "now" ? Theme.surface : Theme.dark ? Theme.line : Theme.sunken
        border.width: root.state_ === "now" ? 3 : 0
        border.color: Theme.brand
        Icon { visible: root.state_ === "done"; anchors.centerIn: parent; name: "check"; size: 15; color: Theme.brandInk }
    }
    Column {
        id: column
        x: 36
        width: parent.width - 36
        spacing: 6
        Label { text: root.title; width: parent.width; wrapMode: Text.WordWrap; weight: root.state_ === "now" ? Font.Bold : Font.Medium; color: root.state_ === "next" ? Theme.inkSoft : Theme.ink }
        Label { visible: text !== ""; text: root.detail; size: 13; color: Theme.inkSoft; width: parent.width; wrapMode: Text.WordWrap }
    }
}
