import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// Cars like this one, in a row that is swiped.
Column {
    id: root
    required property ListingViewModel vm
    property int side: Theme.s4

    visible: vm.similar.count > 0
    spacing: Theme.s3
    Label { x: root.side; text: qsTr("Similar cars"); size: 20; weight: Font.Bold }
    ListingRow {
        width: parent.width
        side: root.side
        model: root.vm.similar
        onOpened: listingId => Nav.go("listing", { listingId: listingId })
        onFavouriteToggled: (listingId, favourite) => Session.signedIn ? root.vm.toggleSimilar(listingId, favourite) : Nav.askSignIn()
    }
}
