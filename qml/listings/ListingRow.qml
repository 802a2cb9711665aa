import QtQuick
import CarGo.Ui

// A few cars side by side, to be swiped. Their heights are one, so that the row does not jump.
ListView {
    id: root
    property int side: Theme.s4
    property bool reasons: true            // leave room for why each is here
    readonly property int cardWidth: Theme.textScale > 1.3 ? Math.max(272, Math.min(340, width - 2 * side - Theme.s6)) : 272
    signal opened(string listingId)
    signal favouriteToggled(string listingId, bool favourite)

    height: Math.round((cardWidth - 16) * 0.52) + Theme.px((reasons ? 110 : 92) + (Theme.textScale > 1.3 ? 18 : 0)) + (reasons ? 46 : 40)
    orientation: ListView.Horizontal
    leftMargin: side
    rightMargin: side
    spacing: Theme.s3
    boundsBehavior: Flickable.StopAtBounds
    delegate: ListingCard {
        width: root.cardWidth
        height: root.height
        onOpened: root.opened(listingId)
        onFavouriteToggled: favourite => root.favouriteToggled(listingId, favourite)
    }
}
