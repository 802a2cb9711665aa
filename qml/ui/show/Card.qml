import QtQuick

// A surface with a hairline. Children stack in a column; `clickable` makes the whole card a button.
FocusScope {
    id: root

    default property alias content: column.data
    property int padding: Theme.s4
    property int bottomPadding: padding    // less where the last thing has room of its own, as a text button has
    property alias spacing: column.spacing
    property color color: Theme.surface
    property bool outlined: true           // always, where contrast is high
    property bool clickable: false
    property string accessibleName
    property bool visualFocus: false
    signal clicked()

    implicitHeight: column.implicitHeight + padding + bottomPadding
    implicitWidth: 320
    activeFocusOnTab: clickable
    Accessible.role: clickable ? Accessible.Button : Accessible.Grouping
    Accessible.name: accessibleName
    Accessible.focusable: clickable
    Accessible.onPressAction: if (clickable) clicked()
    Keys.onReturnPressed: if (clickable) clicked()
    Keys.onSpacePressed: if (clickable) clicked()
    onActiveFocusChanged: visualFocus = clickable && activeFocus

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: root.clickable && area.pressed ? Theme.pressed(root.color) : root.clickable && area.containsMouse ? Qt.tint(root.color, Qt.rgba(0.5, 0.5, 0.5, 0.05)) : root.color
        border.width: root.outlined || Theme.highContrast ? Theme.hairline : 0
        border.color: Theme.line
        FocusRing { target: root; corner: Theme.radiusCard }
    }
    MouseArea {
        id: area
        anchors.fill: parent
        enabled: root.clickable
        hoverEnabled: Qt.styleHints.useHoverEffects
        cursorShape: Qt.PointingHandCursor
        onClicked: root.clicked()
    }
    Column {
        id: column
        x: root.padding
        y: root.padding
        width: parent.width - 2 * root.padding
    }
}
