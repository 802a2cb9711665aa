import QtQuick

// Drawn around its parent while the keyboard stands on `target`.
Rectangle {
    required property var target // a control, or an item with visualFocus of its own
    property real corner: Theme.radiusSmall

    anchors.fill: parent
    anchors.margins: -3
    radius: corner + 3
    color: "transparent"
    border.width: 2
    border.color: Theme.info
    visible: target.visualFocus === true
    Accessible.ignored: true
}
