import QtQuick
import CarGo.Ui
import CarGo.Client

// Cards in as many columns as fit, with its states. `head` scrolls with the cards.
GridView {
    id: root
    required property var viewModel
    property Component head
    property string emptyTitle
    property string emptyText
    property string emptyIcon: "directions_car"
    property string emptyAction
    property int maximumColumns: 4
    signal emptyActed()
    readonly property int side: Theme.margin(width)
    readonly property int columns: Math.max(1, Math.min(maximumColumns, Math.floor((width - 2 * side + 16) / 320)))
    readonly property bool listed: viewModel.phase === ViewModel.Ready

    model: viewModel.model
    leftMargin: Math.max(side, (width - Theme.contentWidth) / 2)
    rightMargin: leftMargin - (columns > 1 ? 16 : 0)      // every cell ends in its own gap
    cellWidth: Math.floor((width - leftMargin - rightMargin) / columns)
    cellHeight: Math.round((cellWidth - (columns > 1 ? 16 : 0) - 16) * 0.52) + Theme.px(92) + 30 + 32
    bottomMargin: Theme.s6
    boundsBehavior: Flickable.DragOverBounds
    cacheBuffer: 800
    reuseItems: false
    focus: true
    onAtYEndChanged: if (atYEnd && listed) viewModel.loadMore()
    header: Column {
        width: root.width - 2 * root.leftMargin
        Loader { width: parent.width; sourceComponent: root.head }
        SkeletonList { visible: root.viewModel.phase === ViewModel.Loading || root.viewModel.phase === ViewModel.Idle; width: Math.min(parent.width, 400); photos: true; rows: 3 }
        Item {
            visible: root.viewModel.phase === ViewModel.Empty || root.viewModel.phase === ViewModel.Failed
            width: parent.width
            height: visible ? state.implicitHeight + 96 : 0
            EmptyState {
                visible: root.viewModel.phase === ViewModel.Empty
                anchors.centerIn: parent
                iconName: root.emptyIcon; title: root.emptyTitle; text: root.emptyText; actionText: root.emptyAction
                onAction: root.emptyActed()
            }
            ErrorState { id: state; visible: root.viewModel.phase === ViewModel.Failed; anchors.centerIn: parent; text: root.viewModel.errorText; onRetry: root.viewModel.reload() }
        }
    }
    delegate: ListingCard {
        width: root.cellWidth - (root.columns > 1 ? 16 : 0)
        height: root.cellHeight - 16
        onOpened: Nav.go("listing", { listingId: listingId })
        onFavouriteToggled: favourite => {
            if (Session.signedIn)
                root.viewModel.toggleFavourite(listingId, favourite)
            else
                Nav.askSignIn()
        }
    }
}
