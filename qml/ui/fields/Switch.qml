import QtQuick
import QtQuick.Templates as T

// On or off, at once. The words stand before it, as in a list of settings; the whole line is the target.
T.Switch {
    id: control
    property string detail
    property string iconName
    property bool busy: false              // asked, not yet answered

    implicitWidth: 320
    implicitHeight: Math.max(Theme.row, words.height + 2 * Theme.s2)
    enabled: !busy
    focusPolicy: Qt.StrongFocus
    hoverEnabled: Qt.styleHints.useHoverEffects
    opacity: enabled || busy ? 1 : 0.5
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.description: detail
    indicator: Rectangle {
        x: control.width - width - 2
        y: Math.round((control.height - height) / 2)
        width: 46; height: 28; radius: 14
        color: control.checked ? Theme.brand : Theme.surface
        border.width: control.checked ? 0 : 2
        border.color: control.hovered ? Theme.ink : Theme.frame
        Rectangle {
            readonly property real most: parent.width - width - 4
            x: control.checked ? most : 5
            anchors.verticalCenter: parent.verticalCenter
            width: control.checked ? 20 : 18; height: width; radius: width / 2
            color: control.checked ? Theme.brandInk : Theme.frame
            opacity: control.busy ? 0.5 : 1
            Icon { visible: control.checked; anchors.centerIn: parent; name: "check"; width: 14; height: 14; font.pixelSize: 14; color: Theme.brand }
            Behavior on x { NumberAnimation { duration: Theme.fast } }
        }
        FocusRing { target: control; corner: 14 }
    }
    contentItem: Item {
        Icon { id: sign; visible: name !== ""; anchors.verticalCenter: parent.verticalCenter; name: control.iconName }
        Column {
            id: words
            x: sign.visible ? sign.width + Theme.s4 : 0
            width: parent.width - x - 46 - Theme.s4
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2
            Label { width: parent.width; text: control.text; weight: Font.Medium; wrapMode: Text.Wrap; Accessible.ignored: true }
            Label { visible: text !== ""; role: "second"; width: parent.width; text: control.detail; wrapMode: Text.Wrap; Accessible.ignored: true }
        }
    }
}
