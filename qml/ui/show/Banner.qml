import QtQuick

// A sentence that stays: who holds the money, why contacts are hidden, that there is no connection. With `actionText` it has
// one thing to do, with `closable` it can be put away.
Rectangle {
    id: root
    property string title
    property string text
    property string iconName: tone === "danger" ? "error_outline" : tone === "warn" ? "warning_amber" : tone === "good" ? "check_circle" : "info"
    property string tone: "info"
    property string actionText
    property bool closable: false
    readonly property color ink: Theme.toned(tone)
    signal action()
    signal closed()

    implicitHeight: column.implicitHeight + 2 * Theme.s4 - 4 - (act.visible ? Theme.s3 : 0)
    implicitWidth: 320
    radius: Theme.radiusCard
    color: Theme.ground(tone)
    border.width: Theme.highContrast ? Theme.hairline : 0
    border.color: ink
    Accessible.role: Accessible.Grouping
    Accessible.name: title
    Icon { id: sign; x: Theme.s4; y: Theme.s4 - 2; name: root.iconName; color: root.ink }
    Column {
        id: column
        x: sign.x + sign.width + Theme.s3
        y: Theme.s4 - 2
        width: parent.width - x - (cross.visible ? cross.width : Theme.s4)
        spacing: Theme.s1
        Label { visible: text !== ""; text: root.title; size: 14; weight: Font.DemiBold; color: root.ink; wrapMode: Text.WordWrap; width: parent.width }
        Label { visible: text !== ""; text: root.text; size: 13; color: root.ink; wrapMode: Text.WordWrap; width: parent.width }
        Button { id: act; visible: text !== ""; x: -Theme.s3; width: Math.min(implicitWidth, parent.width + Theme.s3); kind: "text"; foreground: root.ink; text: root.actionText; onClicked: root.action() }
    }
    IconButton { id: cross; visible: root.closable; anchors { right: parent.right; top: parent.top } iconName: "close"; iconSize: 18; color: root.ink; text: qsTr("Dismiss"); onClicked: root.closed() }
}
