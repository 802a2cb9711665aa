import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Driver

// My cars, with where each of them stands.
Page {
    id: root
    source: vm
    title: qsTr("My cars")
    contentMaximum: 720
    footing: foot.visible ? foot.height : 0
    actions: IconButton { objectName: "listings.import"; visible: Session.signedIn; iconName: "upload"; text: qsTr("Cars from a table"); onClicked: Nav.go("importListings") }
    MyListingsViewModel { id: vm }
    Connections { target: Nav; function onPageChanged() { if (Nav.page === "listings") vm.reload() } } // something was changed
    InfiniteList {
        id: list
        objectName: "listings.list"
        anchors { fill: parent; bottomMargin: root.footing }
        leftMargin: root.side
        rightMargin: root.side
        onLeftMarginChanged: contentX = -leftMargin // a view keeps its place when its margin changes
        bottomMargin: Theme.s4
        spacing: Theme.s3
        keyRole: "listingId"
        model: vm.model
        hasMore: vm.hasMore
        loadingMore: vm.loadingMore
        moreError: vm.moreError
        onMore: vm.loadMore()
        delegate: MyListingCard { width: list.width - 2 * root.side; onClicked: Nav.go("myListing", { listingId: listingId }) }
    }
    SkeletonList { visible: vm.phase === ViewModel.Loading; photos: true; x: root.side; width: parent.width - 2 * root.side }
    EmptyState { visible: vm.phase === ViewModel.Empty; anchors.centerIn: parent; iconName: "directions_car"; title: qsTr("No cars yet"); text: Session.signedIn ? qsTr("Five minutes, and buyers see your first car. You can stop at any step and go on later.") : qsTr("Sign in to offer cars."); actionText: Session.signedIn ? "" : qsTr("Sign in"); onAction: Nav.askSignIn() }
    ActionBar {
        id: foot
        visible: Session.signedIn && vm.phase !== ViewModel.Loading && vm.phase !== ViewModel.Failed
        anchors.bottom: parent.bottom
        side: root.side
        Button { objectName: "listings.add"; width: parent.width; iconName: "add"; text: qsTr("Offer a car"); onClicked: Nav.go("editListing") }
    }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
}
