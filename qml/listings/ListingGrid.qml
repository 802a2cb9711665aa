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
    property int side: Math.max(Theme.margin(width), Math.round((width - Theme.contentWidth) / 2))
    signal emptyActed()
    readonly property int gap: Theme.s4
    readonly property int columns: Math.max(1, Math.min(maximumColumns, Math.floor((width - 2 * side + gap) / (270 + gap))))
    readonly property int cardWidth: Math.floor((width - 2 * side - (columns - 1) * gap) / columns)
    readonly property int cardHeight: Math.round((cardWidth - 16) * 0.52) + Theme.px(92) + 40
    readonly property bool listed: viewModel.phase === ViewModel.Ready
    readonly property bool loading: viewModel.phase === ViewModel.Loading || viewModel.phase === ViewModel.Idle
    property bool scrolled: false          // by the user; until then the view stays at its beginning

    function settle() { if (!scrolled) positionViewAtBeginning() }
    model: viewModel.model
    leftMargin: side
    rightMargin: side - gap                // every cell ends in its own gap
    cellWidth: cardWidth + gap
    cellHeight: cardHeight + gap
    bottomMargin: Theme.s2
    boundsBehavior: Flickable.DragOverBounds
    cacheBuffer: 800
    reuseItems: false
    focus: true
    onAtYEndChanged: if (atYEnd && listed) viewModel.loadMore()
    onMovementStarted: scrolled = true
    header: Column {
        width: root.width - 2 * root.side
        onHeightChanged: Qt.callLater(root.settle)
        Loader { id: top; width: parent.width; sourceComponent: root.head }
        SkeletonGrid { visible: root.loading; width: parent.width; cellWidth: root.cardWidth; cellHeight: root.cardHeight; count: root.columns > 1 ? 2 * root.columns : 3 }
        Item {
            visible: root.viewModel.phase === ViewModel.Empty || root.viewModel.phase === ViewModel.Failed
            width: parent.width
            height: visible ? Math.max(state.implicitHeight + 96, root.height - top.height - Theme.s2) : 0
            EmptyState {
                visible: root.viewModel.phase === ViewModel.Empty
                anchors.centerIn: parent
                iconName: root.emptyIcon; title: root.emptyTitle; text: root.emptyText; actionText: root.emptyAction
                onAction: root.emptyActed()
            }
            ErrorState { id: state; visible: root.viewModel.phase === ViewModel.Failed; anchors.centerIn: parent; offline: root.viewModel.unreachable; text: root.viewModel.errorText; onRetry: root.viewModel.reload() }
        }
    }
    delegate: ListingCard {
        width: root.cardWidth
        height: root.cardHeight
        onOpened: Nav.go("listing", { listingId: listingId })
        onFavouriteToggled: favourite => {
            if (Session.signedIn)
                root.viewModel.toggleFavourite(listingId, favourite)
            else
                Nav.askSignIn()
        }
    }
}
