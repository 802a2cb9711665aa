import QtQuick
import QtQuick.Templates as T

// One action of a menu. `keys` is shown, not caught: the page has the Shortcut.
T.MenuItem {
    id: control
    property string iconName
    property string keys
    property bool dangerous: false

    implicitWidth: words.implicitWidth + (sign.visible ? sign.width + Theme.s3 : 0) + (tail.visible ? tail.width + Theme.s6 : 0) + 2 * Theme.s3
    implicitHeight: Math.max(Theme.compact ? 32 : Theme.touch, words.implicitHeight + 2 * Theme.s2)
    hoverEnabled: true
    opacity: enabled ? 1 : 0.45
    Accessible.role: checkable ? Accessible.CheckBox : Accessible.MenuItem
    Accessible.name: text
    Accessible.description: keys
    background: Rectangle { radius: Theme.radiusSmall; color: control.highlighted || control.down ? Theme.dark ? Theme.line : Theme.sunken : "transparent" }
    contentItem: Item {
        Icon { id: sign; visible: control.iconName !== "" || control.checkable; x: Theme.s3; anchors.verticalCenter: parent.verticalCenter; name: control.checkable ? (control.checked ? "check" : "") : control.iconName; size: 20; color: control.dangerous ? Theme.danger : Theme.inkSoft }
        Label { id: words; x: sign.visible ? sign.x + sign.width + Theme.s3 : Theme.s3; width: (tail.visible ? tail.x - Theme.s3 : parent.width - Theme.s3) - x; anchors.verticalCenter: parent.verticalCenter; wrapMode: Text.WordWrap; text: control.text; color: control.dangerous ? Theme.danger : Theme.ink; Accessible.ignored: true }
        Label { id: tail; visible: text !== ""; role: "caption"; x: parent.width - width - Theme.s3; anchors.verticalCenter: parent.verticalCenter; text: control.keys; Accessible.ignored: true }
    }
}
