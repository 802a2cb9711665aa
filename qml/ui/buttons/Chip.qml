import QtQuick
import QtQuick.Templates as T

// A choice (checkable), a filter that opens something (`menu`: an arrow behind it), or a thing that can be taken away
// (removable: the cross and the whole chip do it). `count` says how many there are.
T.AbstractButton {
    id: control

    property string iconName
    property bool removable: false
    property bool menu: false
    property string count
    property bool strong: checked

    implicitWidth: row.implicitWidth + (Theme.compact ? 20 : 28)
    opacity: enabled ? 1 : 0.5
    implicitHeight: Theme.touch
    focusPolicy: Qt.StrongFocus
    hoverEnabled: Qt.styleHints.useHoverEffects
    Accessible.role: checkable ? Accessible.CheckBox : Accessible.Button
    Accessible.name: removable ? qsTr("Remove: %1").arg(text) : count !== "" ? text + ", " + count : text
    Accessible.checked: checked

    contentItem: Item {
        Row {
            id: row
            anchors.centerIn: parent
            spacing: 6
            Icon {
                visible: control.iconName !== ""
                name: control.iconName
                size: 18
                color: control.strong ? Theme.page : Theme.inkSoft
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                text: control.text
                size: 14
                weight: Font.Medium
                color: control.strong ? Theme.page : Theme.ink
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
            Label {
                visible: control.count !== ""
                text: control.count
                size: 13
                color: control.strong ? Theme.page : Theme.inkSoft
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
            Icon {
                visible: control.removable || control.menu
                name: control.removable ? "close" : "expand_more"
                size: 16
                color: control.strong ? Theme.page : Theme.inkSoft
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: parent.width
            height: Math.max(Theme.compact ? 30 : 38, row.implicitHeight + (Theme.compact ? 10 : 16))
            radius: height / 2
            color: control.strong ? Theme.ink : control.hovered ? Theme.sunken : Theme.surface
            border.width: control.strong ? 0 : Theme.hairline
            border.color: Theme.line
            Rectangle { anchors.fill: parent; radius: parent.radius; color: control.strong ? Theme.page : Theme.ink; opacity: control.down ? 0.14 : 0 }
            FocusRing { target: control; corner: parent.height / 2 }
        }
    }
}
