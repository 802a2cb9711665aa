import QtQuick

// What a page is for, always in reach of the thumb: a row of buttons along the lower edge.
Rectangle {
    id: root
    property int side: Theme.margin(width)
    default property alias content: row.data
    readonly property real tall: {         // of what is shown: one of several buttons may be higher than the one that is
        let most = 0
        for (let at = 0; at < row.children.length; ++at)
            if (row.children[at].visible)
                most = Math.max(most, row.children[at].y + row.children[at].height)
        return most
    }

    width: parent ? parent.width : 0
    height: visible ? row.height + 2 * Theme.s3 + 1 : 0
    color: Theme.surface
    Rectangle { width: parent.width; height: 1; color: Theme.line }
    Item { id: row; x: root.side; y: Theme.s3 + 1; width: parent.width - 2 * root.side; height: tall }
}
