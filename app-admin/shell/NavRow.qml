import QtQuick
import QtQuick.Templates as T
import CarGo.Ui

// One section. How many wait stands at its right; those that are late stand out.
T.AbstractButton {
    id: control
    property string iconName
    property int count: 0
    property int overdue: 0
    property bool current: false

    implicitHeight: Math.max(Theme.compact ? 32 : Theme.touch, words.implicitHeight + Theme.s3)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: Qt.styleHints.useHoverEffects
    Accessible.role: Accessible.PageTab
    Accessible.name: text + (count > 0 ? ", " + count : "") + (overdue > 0 ? ", " + qsTr("%n late", "", overdue) : "")
    Accessible.selected: current
    Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    background: Item {
        Rectangle { anchors { fill: parent; leftMargin: Theme.s2; rightMargin: Theme.s2; topMargin: 1; bottomMargin: 1 } radius: Theme.radiusSmall; color: control.current ? Theme.brandSoft : control.down ? Theme.pressed(Theme.surface) : control.hovered ? Theme.sunken : "transparent"; FocusRing { target: control; anchors.margins: 0 } }
    }
    contentItem: Item {
        Icon { id: sign; x: Theme.s4; anchors.verticalCenter: parent.verticalCenter; name: control.iconName; size: 18; color: control.current ? Theme.brandSoftInk : Theme.inkSoft }
        Label { id: words; x: sign.x + sign.width + Theme.s2; width: parent.width - x - (late.visible ? late.width + Theme.s1 : 0) - (many.visible ? many.width + Theme.s2 : 0) - Theme.s3; anchors.verticalCenter: parent.verticalCenter; text: control.text; size: 13; weight: control.current ? Font.DemiBold : Font.Medium; color: control.current ? Theme.brandSoftInk : Theme.ink; wrapMode: Text.Wrap; maximumLineCount: 2; Accessible.ignored: true }
        Counter { id: late; anchors { right: many.visible ? many.left : parent.right; rightMargin: Theme.s2; verticalCenter: parent.verticalCenter } value: control.overdue }
        Label { id: many; visible: control.count > 0; anchors { right: parent.right; rightMargin: Theme.s4; verticalCenter: parent.verticalCenter } role: "caption"; text: Figures.number(control.count); color: control.current ? Theme.brandSoftInk : Theme.inkSoft; Accessible.ignored: true }
    }
}
