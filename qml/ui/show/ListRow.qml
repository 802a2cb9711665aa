import QtQuick
import QtQuick.Templates as T

// One line of a settings list or a menu.
T.AbstractButton {
    id: control
    property string iconName
    property string detail
    property string value
    property bool arrow: true
    property color ink: Theme.ink

    implicitWidth: 320
    implicitHeight: Math.max(56, texts.implicitHeight + 2 * Theme.s3)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: Qt.styleHints.useHoverEffects
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: value !== "" ? value : detail
    background: Rectangle { radius: Theme.radiusPhoto; color: control.hovered || control.down ? Theme.sunken : "transparent"; FocusRing { target: control; corner: Theme.radiusPhoto } }
    contentItem: Item {
        Icon { id: icon; visible: name !== ""; x: Theme.s4; anchors.verticalCenter: parent.verticalCenter; name: control.iconName; color: control.ink === Theme.ink ? Theme.inkSoft : control.ink }
        Column {
            id: texts
            x: control.iconName !== "" ? Theme.s4 + icon.width + Theme.s4 : Theme.s4
            width: tail.x - x - Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            spacing: 3
            Label { text: control.text; color: control.ink; width: parent.width; weight: Font.Medium; Accessible.ignored: true }
            Label { visible: text !== ""; text: control.detail; size: 13; color: Theme.inkSoft; width: parent.width; Accessible.ignored: true }
        }
        Row {
            id: tail
            anchors { right: parent.right; rightMargin: Theme.s3; verticalCenter: parent.verticalCenter }
            Label { text: control.value; size: 14; color: Theme.inkSoft; anchors.verticalCenter: parent.verticalCenter; Accessible.ignored: true }
            Icon { visible: control.arrow; name: "chevron_right"; color: Theme.inkFaint }
        }
    }
}
