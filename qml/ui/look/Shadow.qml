import QtQuick

// A soft shadow under what floats: sheets, menus, snackbars. Rings that grow fainter: no effect of the graphics card is
// needed, so it looks the same in every renderer. Put it first into the background, as large as that.
Item {
    id: root
    property int corner: Theme.radiusPhoto
    property int reach: 12

    anchors.fill: parent
    visible: !Theme.highContrast
    Accessible.ignored: true
    Repeater {
        model: 6
        Rectangle {
            required property int index
            readonly property real grow: root.reach * (index + 1) / 6
            anchors { fill: parent; margins: -grow; topMargin: -grow + root.reach / 3; bottomMargin: -grow - root.reach / 3 }
            radius: root.corner + grow
            color: Theme.shade
            opacity: (Theme.dark ? 0.1 : 0.028) * (1 - index / 7)
        }
    }
}
