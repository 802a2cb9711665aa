import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

Page {
    id: root
    source: vm
    title: qsTr("Favourites")
    back: true
    actions: IconButton { objectName: "favourites.searches"; iconName: "bookmark_border"; text: qsTr("Saved searches"); onClicked: Session.signedIn ? Nav.go("savedSearches") : Nav.askSignIn({ name: "savedSearches", params: {} }) }
    FavouritesViewModel { id: vm; onFailed: text => Nav.tell(text, { tone: "danger" }) }
    // At once on the screen; on the server when the words that offer to undo it have gone, or with this page.
    function drop(listingId) {
        vm.take(listingId)
        Hearts.offer(qsTr("Removed from favourites"), listingId, true)
    }
    Connections {
        target: Hearts
        function onWished(listingId, favourite) { if (favourite && vm.has(listingId)) { Hearts.carried = true; vm.putBack(listingId) } }
        function onSettled(listingId) { vm.drop(listingId) }
    }
    ListingGrid {
        objectName: "favourites.grid"
        comparable: true
        dropping: true
        onDropped: listingId => root.drop(listingId)
        head: Column {
            visible: vm.phase === ViewModel.Ready
            height: visible ? implicitHeight : 0
            bottomPadding: Theme.s3
            spacing: Theme.s1
            Choice {
                objectName: "favourites.sort"
                visible: vm.model.count > 1
                width: parent.width
                model: [ { value: "kept", text: qsTr("Last kept") }, { value: "fallen", text: qsTr("Most cheaper") }, { value: "price", text: qsTr("Cheaper first") } ]
                value: vm.sort
                onChosen: value => vm.sort = value
            }
            Label { objectName: "favourites.note"; visible: text !== ""; width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: [vm.fallen > 0 ? qsTr("%n became cheaper since you kept it", "", vm.fallen) : "", vm.gone > 0 ? qsTr("%n is not offered any more", "", vm.gone) : ""].filter(words => words !== "").join(" · ") }
        }
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
