import QtQuick

// The frame of what is typed into or chosen: calm, with the keyboard, or wrong.
Rectangle {
    property bool focused: false
    property bool wrong: false

    radius: Theme.radiusPhoto
    color: Theme.surface
    border.width: focused || (wrong && Theme.highContrast) ? 2 : 1
    border.color: wrong ? Theme.danger : focused ? Theme.brand : Theme.frame
    Accessible.ignored: true
}
