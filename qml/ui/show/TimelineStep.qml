import QtQuick

// One step of a vertical timeline. phase: done, now, next, problem. `moment` stands at the right of the title, or below it
// where there is no room. What else belongs to the step (photos, a button) goes inside.
Item {
    id: root
    property string title
    property string detail
    property string moment
    property string phase: "next"
    property bool last: false
    property bool lineDone: phase === "done"
    default property alias extra: column.data
    readonly property color tone: phase === "problem" ? Theme.danger : Theme.brand

    implicitWidth: 320
    implicitHeight: column.implicitHeight + (last ? 0 : Theme.s5)
    Accessible.role: Accessible.ListItem
    Accessible.name: title + (moment !== "" ? ", " + moment : "")
    Accessible.description: detail
    Rectangle { x: disc.width / 2 - 1; y: disc.height; width: 2; height: parent.height - y; visible: !root.last; color: root.lineDone ? Theme.brand : Theme.line }
    Rectangle {
        id: disc
        width: Math.max(22, Theme.px(20)); height: width; radius: width / 2
        color: root.phase === "done" ? Theme.brand : root.phase === "problem" ? Theme.danger : root.phase === "now" ? Theme.surface : Theme.dark ? Theme.line : Theme.sunken
        border.width: root.phase === "now" ? 3 : root.phase === "next" && Theme.highContrast ? 2 : 0
        border.color: root.phase === "now" ? Theme.brand : Theme.line
        Icon { visible: root.phase === "done" || root.phase === "problem"; anchors.centerIn: parent; name: root.phase === "done" ? "check" : "priority_high"; size: 15; color: root.phase === "done" ? Theme.brandInk : Theme.dangerInk }
    }
    Column {
        id: column
        x: disc.width + 14
        width: parent.width - x
        spacing: 6
        Item {
            readonly property bool beside: name.implicitWidth + time.implicitWidth + Theme.s3 <= width
            width: parent.width
            height: Math.max(disc.height, name.height) + (time.visible && !beside ? time.height + 2 : 0)
            Label { id: name; y: Math.max(0, (disc.height - Theme.px(19)) / 2); text: root.title; width: Math.min(implicitWidth, parent.width); wrapMode: Text.WordWrap; weight: root.phase === "now" || root.phase === "problem" ? Font.Bold : Font.Medium; color: root.phase === "next" ? Theme.inkSoft : root.phase === "problem" ? Theme.danger : Theme.ink }
            Label { id: time; visible: text !== ""; role: "caption"; text: root.moment; x: parent.beside ? parent.width - width : 0; y: parent.beside ? name.y + 2 : name.y + name.height + 2 }
        }
        Label { visible: text !== ""; role: "second"; text: root.detail; width: parent.width; wrapMode: Text.WordWrap }
    }
}
