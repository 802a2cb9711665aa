import QtQuick

// The disc of a slider; `value` is what a screen reader says of it.
Rectangle {
    id: root
    property string name
    property string valueText
    property bool pressed: false
    property bool visualFocus: activeFocus

    implicitWidth: 26
    implicitHeight: 26
    radius: 13
    color: Theme.highContrast || Theme.dark ? Theme.brand : "#FFFFFF"
    border.width: 2
    border.color: Theme.brand
    scale: pressed ? 1.15 : 1
    Accessible.role: Accessible.Slider
    Accessible.name: name + (valueText === "" ? "" : ": " + valueText)
    Accessible.focusable: true
    Behavior on scale { NumberAnimation { duration: Theme.fast } }
    FocusRing { target: root; corner: 13 }
}
