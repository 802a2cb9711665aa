import QtQuick
import QtQuick.Templates as T

// One place of the tab bar or the rail.
T.AbstractButton {
    id: control
    property string iconName
    property int badge: 0
    property bool current: false
    property bool rail: false

    implicitHeight: rail ? 68 : 64
    focusPolicy: Qt.StrongFocus
    hoverEnabled: Qt.styleHints.useHoverEffects
    Accessible.role: Accessible.PageTab
    Accessible.name: badge > 0 ? text + ", " + badge : text
    Accessible.selected: current
    background: Item { Rectangle { anchors.centerIn: parent; width: Math.min(parent.width - 8, 88); height: parent.height - 6; radius: Theme.radiusCard; color: control.down ? Theme.pressed(Theme.surface) : control.rail && control.current ? Theme.brandSoft : control.hovered ? Theme.sunken : "transparent"; FocusRing { target: control; corner: Theme.radiusCard } } }
    contentItem: Item {
        Icon { id: icon; anchors.horizontalCenter: parent.horizontalCenter; y: 10; size: 24; name: control.iconName; color: control.current ? Theme.brand : Theme.inkSoft }
        Label { anchors { horizontalCenter: parent.horizontalCenter; top: icon.bottom; topMargin: 5 } width: Math.min(implicitWidth, parent.width - 4); text: control.text; font.pixelSize: Math.min(14, Theme.px(11)); weight: control.current ? Font.DemiBold : Font.Medium; color: control.current ? Theme.brand : Theme.inkSoft; Accessible.ignored: true }
        Counter { value: control.badge; anchors { left: icon.right; leftMargin: -9; top: icon.top; topMargin: -5 } }
    }
}
