import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// Other cars beside one that is looked at, in a row that is swiped.
Column {
    id: root
    required property ListingViewModel vm
    required property QtObject cars
    required property string title
    property int side: Theme.s4
    property bool reasons: true

    spacing: Theme.s3
    Label { x: root.side; width: parent.width - 2 * x; role: "heading"; wrapMode: Text.WordWrap; text: root.title }
    ListingRow {
        objectName: root.objectName === "" ? "" : root.objectName + ".row"
        width: parent.width
        side: root.side
        reasons: root.reasons
        model: root.cars
        onOpened: listingId => Nav.go("listing", { listingId: listingId })
        onFavouriteToggled: (listingId, favourite) => Session.signedIn ? root.vm.toggleAround(listingId, favourite) : Nav.needSignIn(qsTr("Sign in, and this car is kept on all your devices."), () => root.vm.toggleAround(listingId, true))
    }
}
