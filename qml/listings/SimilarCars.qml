import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// Cars like this one, in a row that is swiped.
Column {
    id: root
    required property ListingViewModel vm
    property int side: Theme.s4
    readonly property int count: vm.similar.count

    spacing: Theme.s3
    Label { x: root.side; width: parent.width - 2 * x; role: "heading"; wrapMode: Text.WordWrap; text: qsTr("Similar cars") }
    ListingRow {
        width: parent.width
        side: root.side
        model: root.vm.similar
        onOpened: listingId => Nav.go("listing", { listingId: listingId })
        onFavouriteToggled: (listingId, favourite) => Session.signedIn ? root.vm.toggleSimilar(listingId, favourite) : Nav.needSignIn(qsTr("Sign in, and this car is kept on all your devices."), () => root.vm.toggleSimilar(listingId, true))
    }
}
