import QtQuick
import QtQuick.Templates as T

// A choice (checkable) or a thing that can be taken away (removable: the cross and the whole chip do it).
T.AbstractButton {
    id: control

    property string iconName
    property bool removable: false
    property bool strong: checked

    implicitWidth: row.implicitWidth + 28
    implicitHeight: Theme.touch
    focusPolicy: Qt.StrongFocus
    hoverEnabled: Qt.styleHints.useHoverEffects
    Accessible.role: checkable ? Accessible.CheckBox : Accessible.Button
    Accessible.name: removable ? qsTr("Remove: %1").arg(text) : text
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
            Icon {
                visible: control.removable
                name: "close"
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
            height: Math.max(38, row.implicitHeight + 16)
            radius: height / 2
            color: control.strong ? Theme.ink : control.hovered ? Theme.sunken : Theme.surface
            border.width: control.strong ? 0 : 1
            border.color: Theme.line
            FocusRing { target: control; corner: parent.height / 2 }
        }
    }
}
