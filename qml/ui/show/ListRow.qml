import QtQuick
import QtQuick.Templates as T

// One line of a settings list. `value` stands at its right, or below the words where there is no room.
T.AbstractButton {
    id: control
    property string iconName
    property string detail
    property int detailLines: 1
    property string value
    property bool arrow: true
    readonly property bool pointing: arrow && !(count > 0 && Theme.textScale > 1.5) // large letters need its room
    property bool current: false           // the one that is open beside the list
    property int count: 0
    property color ink: Theme.ink
    readonly property real room: width - texts.x - Theme.s3 - (pointing ? chevron.width + Theme.s1 : 0) - (counter.visible ? counter.width + Theme.s2 : 0)
    readonly property bool beside: value !== "" && Math.min(name.implicitWidth, room * 0.7) + Theme.s3 + shown.implicitWidth <= room

    implicitWidth: 320
    implicitHeight: Math.max(Theme.row, texts.implicitHeight + 2 * (Theme.compact ? Theme.s2 : Theme.s3))
    opacity: enabled ? 1 : 0.5
    focusPolicy: Qt.StrongFocus
    hoverEnabled: Qt.styleHints.useHoverEffects
    Accessible.role: Accessible.Button
    Accessible.name: count > 0 ? text + ", " + count : text
    Accessible.description: value !== "" ? value : detail
    background: Rectangle { radius: Theme.radiusPhoto; color: control.current ? Theme.quiet : control.hovered || control.down ? Theme.sunken : "transparent"; FocusRing { target: control; corner: Theme.radiusPhoto } }
    contentItem: Item {
        Icon { id: icon; visible: name !== ""; x: Theme.s4; anchors.verticalCenter: parent.verticalCenter; name: control.iconName; color: control.ink === Theme.ink ? Theme.inkSoft : control.ink }
        Column {
            id: texts
            x: control.iconName !== "" ? Theme.s4 + icon.width + Theme.s4 : Theme.s4
            width: control.room - (control.beside ? shown.implicitWidth + Theme.s3 : 0)
            anchors.verticalCenter: parent.verticalCenter
            spacing: 3
            Label { id: name; text: control.text; color: control.ink; width: parent.width; weight: Font.Medium; wrapMode: Text.Wrap; Accessible.ignored: true }
            Label { visible: text !== ""; role: "second"; text: control.detail; width: parent.width; wrapMode: control.detailLines > 1 ? Text.Wrap : Text.NoWrap; maximumLineCount: control.detailLines; Accessible.ignored: true }
            Label { visible: control.value !== "" && !control.beside; role: "second"; text: control.value; width: parent.width; wrapMode: Text.Wrap; Accessible.ignored: true }
        }
        Label { id: shown; visible: control.beside; size: 14; color: Theme.inkSoft; x: texts.x + control.room - width; text: control.value; anchors.verticalCenter: parent.verticalCenter; Accessible.ignored: true }
        Counter { id: counter; value: control.count; x: texts.x + control.room + Theme.s2; anchors.verticalCenter: parent.verticalCenter }
        Icon { id: chevron; visible: control.pointing; name: "chevron_right"; color: Theme.inkFaint; anchors { right: parent.right; rightMargin: Theme.s3; verticalCenter: parent.verticalCenter } }
    }
}
