import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

Page {
    id: root
    source: vm
    title: qsTr("Favourites")
    back: true
    actions: IconButton { objectName: "favourites.searches"; iconName: "bookmark_border"; text: qsTr("Kept searches"); onClicked: Session.signedIn ? Nav.go("savedSearches") : Nav.askSignIn({ name: "savedSearches", params: {} }) }
    FavouritesViewModel { id: vm }
    ListingGrid {
        anchors.fill: parent
        viewModel: vm
        side: root.side
        emptyIcon: "favorite_border"
        emptyTitle: qsTr("Nothing kept yet")
        emptyText: Session.signedIn ? qsTr("Press the heart on a car: we keep it here and tell you when it becomes cheaper.") : qsTr("Sign in, and the cars you keep are on all your devices.")
        emptyAction: Session.signedIn ? qsTr("Find a car") : qsTr("Sign in")
        onEmptyActed: Session.signedIn ? Nav.openTab("search") : Nav.askSignIn()
    }
}
