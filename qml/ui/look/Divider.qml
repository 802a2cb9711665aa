import QtQuick

// A hairline between things; `inset` keeps it away from the left edge, under the words of a row.
Item {
    property int inset: 0

    width: parent ? parent.width : 0
    implicitHeight: 1
    Accessible.ignored: true
    Rectangle { x: parent.inset; width: parent.width - x; height: 1; color: Theme.line }
}
