import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// Below few hits or none: cars that mean the like without holding the words. Says so, for they are not what was asked for.
Column {
    id: root
    required property SearchViewModel search
    property int side: Theme.s4

    topPadding: Theme.s4
    bottomPadding: Theme.s4
    spacing: Theme.s1
    Label { width: root.width; role: "heading"; wrapMode: Text.WordWrap; text: qsTr("Close in meaning") }
    Label { width: root.width; role: "second"; wrapMode: Text.WordWrap; bottomPadding: Theme.s2; text: qsTr("They do not have all of these words, but what is said of them means something like it.") }
    ListingRow {
        objectName: "search.similar"
        x: -root.side
        width: root.width + 2 * root.side
        side: root.side
        reasons: false
        model: root.search.similar
        onOpened: listingId => Nav.go("listing", { listingId: listingId })
        onFavouriteToggled: (listingId, favourite) => Session.signedIn ? root.search.toggleFavourite(listingId, favourite) : Nav.needSignIn(qsTr("Sign in, and this car is kept on all your devices."), () => root.search.toggleFavourite(listingId, true))
    }
}
