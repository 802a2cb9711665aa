import QtQuick

// What a page is for, always in reach of the thumb: a row of buttons along the lower edge.
Rectangle {
    id: root
    property int side: Theme.margin(width)
    default property alias content: row.data

    width: parent ? parent.width : 0
    height: visible ? row.height + 2 * Theme.s3 + 1 : 0
    color: Theme.surface
    Rectangle { width: parent.width; height: 1; color: Theme.line }
    Item { id: row; x: root.side; y: Theme.s3 + 1; width: parent.width - 2 * root.side; height: childrenRect.height }
}
