import QtQuick
import QtQuick.Templates as T

// `text` is what a screen reader says and the tooltip shows; a test fails without it. `checked` fills the disc.
T.AbstractButton {
    id: control

    property string iconName
    property int iconSize: 24
    property color color: Theme.ink
    property color disc: checked ? Theme.brandSoft : "transparent"
    property int discSize: Theme.compact ? 32 : 40
    property bool dot: false

    implicitWidth: Math.max(Theme.touch, Theme.px(iconSize) + 2 * Theme.s2)
    implicitHeight: implicitWidth
    focusPolicy: Qt.StrongFocus
    hoverEnabled: Qt.styleHints.useHoverEffects
    opacity: enabled ? 1 : 0.45
    Accessible.role: Accessible.Button
    Accessible.name: text

    Tooltip { target: control; text: control.text }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: control.iconName
            size: control.iconSize
            color: control.color
        }
        Rectangle {
            visible: control.dot
            x: parent.width / 2 + 3
            y: parent.height / 2 - 11
            width: 10
            height: 10
            radius: 5
            color: Theme.danger
            border.width: 2
            border.color: Theme.page
            Accessible.ignored: true
        }
    }
    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: Math.max(control.discSize, Theme.px(control.iconSize) + Theme.s2)
            height: width
            radius: width / 2
            color: control.disc
            Rectangle {
                anchors.fill: parent
                radius: parent.radius
                color: control.color
                opacity: control.down ? 0.16 : control.hovered ? 0.08 : 0
            }
            FocusRing { target: control; corner: parent.radius }
        }
    }
}
