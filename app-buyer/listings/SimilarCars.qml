import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// Cars like this one, in a row that is swiped.
Column {
    id: root
    required property ListingViewModel vm
    property int side: Theme.s4
    readonly property int cardWidth: 272
    readonly property int cardHeight: Math.round((cardWidth - 16) * 0.52) + Theme.px(92) + 40

    visible: vm.similar.count > 0
    spacing: Theme.s3
    Label { x: root.side; text: qsTr("Similar cars"); size: 20; weight: Font.Bold }
    ListView {
        width: parent.width
        height: root.cardHeight
        orientation: ListView.Horizontal
        leftMargin: root.side
        rightMargin: root.side
        spacing: Theme.s3
        model: root.vm.similar
        boundsBehavior: Flickable.StopAtBounds
        delegate: ListingCard {
            width: root.cardWidth
            height: root.cardHeight
            onOpened: Nav.go("listing", { listingId: listingId })
            onFavouriteToggled: favourite => Session.signedIn ? root.vm.toggleSimilar(listingId, favourite) : Nav.askSignIn()
        }
    }
}
