import QtQuick
import CarGo.Ui

// A few cars side by side, to be swiped. Their heights are one, so that the row does not jump. On a desk they are as wide as
// those of a ListingGrid below, and arrows turn the row for whoever has a mouse.
ListView {
    id: root
    property int side: Theme.s4
    property bool reasons: true            // leave room for why each is here
    readonly property bool large: Theme.textScale > 1.3
    readonly property bool roomy: width >= Theme.wideFrom
    readonly property int room: width - 2 * side
    readonly property int columns: Math.max(1, Math.min(4, Math.floor((room + spacing) / ((large ? 340 : 270) + spacing))))
    readonly property int cardWidth: roomy ? Math.floor((room - (columns - 1) * spacing) / columns) : large ? Math.max(272, Math.min(340, room - Theme.s6)) : 272
    readonly property int photoHeight: Math.round((cardWidth - 16) * 0.52)
    signal opened(string listingId)
    signal favouriteToggled(string listingId, bool favourite)

    // By as many cars as stand here, no further than the row goes.
    function turn(way) {
        const first = originX - leftMargin
        turning.to = Math.max(first, Math.min(first + contentWidth + leftMargin + rightMargin - width, contentX + way * columns * (cardWidth + spacing)))
        turning.restart()
    }
    height: photoHeight + Theme.px((reasons ? 110 : 92) + (large ? 18 : 0)) + (reasons ? 46 : 40)
    orientation: ListView.Horizontal
    leftMargin: side
    onLeftMarginChanged: contentX = -leftMargin // a view keeps its place when its margin changes
    rightMargin: side
    spacing: roomy ? Theme.s4 : Theme.s3
    boundsBehavior: Flickable.StopAtBounds
    delegate: ListingCard {
        width: root.cardWidth
        height: root.height
        onOpened: root.opened(listingId)
        onFavouriteToggled: favourite => root.favouriteToggled(listingId, favourite)
    }
    NumberAnimation { id: turning; target: root; property: "contentX"; duration: Theme.calm; easing.type: Easing.OutCubic }
    HoverHandler { id: over }
    // Every car is reached with Tab and by a screen reader as it is: these are for the pointer alone.
    component Turn: IconButton {
        parent: root
        z: 2
        y: Math.round(8 + (root.photoHeight - height) / 2)
        focusPolicy: Qt.NoFocus
        color: Theme.photoInk
        disc: Theme.photoDisc
        Accessible.ignored: true
    }
    Turn { objectName: "row.back"; visible: (root.roomy || over.hovered) && !root.atXBeginning; x: root.side + 10; iconName: "chevron_left"; text: qsTr("Earlier cars"); onClicked: root.turn(-1) }
    Turn { objectName: "row.on"; visible: (root.roomy || over.hovered) && !root.atXEnd; x: root.width - root.side - width - 10; iconName: "chevron_right"; text: qsTr("More cars"); onClicked: root.turn(1) }
}
