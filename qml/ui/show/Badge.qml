import QtQuick

// A short fact in a soft colour. tone: good, info, warn, danger, plain. Breaks into lines where `maximumWidth` is small.
Rectangle {
    id: root

    property string text
    property string iconName
    property string tone: "good"
    property real maximumWidth: 10000
    readonly property color ink: Theme.toned(tone)
    readonly property real before: iconName !== "" ? sign.width + 4 : 0

    radius: 6
    implicitHeight: Math.max(24, label.implicitHeight + 8)
    implicitWidth: label.width + before + 14
    color: Theme.ground(tone)
    border.width: Theme.highContrast ? 1 : 0
    border.color: ink
    TextMetrics { id: natural; font: label.font; text: root.text }
    Icon {
        id: sign
        visible: root.iconName !== ""
        x: 7
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        size: 14
        color: root.ink
    }
    Label {
        id: label
        x: 7 + root.before
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(Math.ceil(natural.advanceWidth) + 1, root.maximumWidth - 14 - root.before)
        text: root.text
        size: 12
        weight: Font.DemiBold
        color: root.ink
        wrapMode: Text.WordWrap
    }
}
