import QtQuick

// A sentence that stays: who holds the money, why contacts are hidden, that there is no connection.
Rectangle {
    id: root
    property string title
    property string text
    property string iconName: "info"
    property string tone: "info"
    readonly property color ink: tone === "info" ? Theme.info : tone === "warn" ? Theme.warn : tone === "danger" ? Theme.danger : Theme.brandSoftInk

    implicitHeight: column.implicitHeight + 2 * Theme.s4 - 4
    radius: Theme.radiusCard
    color: tone === "info" ? Theme.infoSoft : tone === "warn" ? Theme.warnSoft : tone === "danger" ? Theme.dangerSoft : Theme.brandSoft
    Icon { x: Theme.s4; y: Theme.s4 - 2; name: root.iconName; color: root.ink }
    Column {
        id: column
        x: Theme.s4 + Theme.px(22) + Theme.s3
        y: Theme.s4 - 2
        width: parent.width - x - Theme.s4
        spacing: Theme.s1
        Label { visible: text !== ""; text: root.title; size: 14; weight: Font.DemiBold; color: root.ink; wrapMode: Text.WordWrap; width: parent.width }
        Label { visible: text !== ""; text: root.text; size: 13; color: root.ink; wrapMode: Text.WordWrap; width: parent.width }
    }
}
