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
    MyListingsViewModel { id: vm }
    InfiniteList {
        id: list
        objectName: "listings.list"
        anchors.fill: parent
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
        delegate: MyListingCard { width: list.width - 2 * root.side; onClicked: Nav.go("listing", { listingId: listingId }) }
    }
    SkeletonList { visible: vm.phase === ViewModel.Loading; photos: true; x: root.side; width: parent.width - 2 * root.side }
    EmptyState { visible: vm.phase === ViewModel.Empty; anchors.centerIn: parent; iconName: "directions_car"; title: qsTr("No cars yet"); text: Session.signedIn ? qsTr("Cars that you offer come here.") : qsTr("Sign in to offer cars."); actionText: Session.signedIn ? "" : qsTr("Sign in"); onAction: Nav.askSignIn() }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
}
