import QtQuick
import CarGo.Ui
import CarGo.Client

// Cards in as many columns as fit, or lines, with all states of the list. `head` and `tail` scroll with them; `none` stands
// where nothing was found, else the words for it. Pulling the beginning down asks again; the end loads on.
GridView {
    id: root
    required property var viewModel
    property Component head
    property Component none: null
    property Component tail: null          // below the cars, or below what stands where there are none
    property string emptyTitle
    property string emptyText
    property string emptyIcon: "directions_car"
    property string emptyAction
    property int maximumColumns: 4
    property bool lines: false             // not with large letters
    property bool comparable: false        // the way to compare is always shown
    property int side: Math.max(Theme.margin(width), Math.round((width - Theme.contentWidth) / 2))
    property string keepWords: qsTr("Sign in, and this car is kept on all your devices.")
    property bool dropping: false          // a heart that is taken away is the page's matter (dropped), not an empty heart
    property bool explained: false         // cars have a menu, and whyAsked comes of it
    signal emptyActed()
    signal dropped(string listingId)
    signal whyAsked(string listingId)
    readonly property int gap: lines ? Theme.s2 : Theme.s4
    readonly property int room: width - 2 * side
    readonly property int columns: Math.max(1, Math.min(maximumColumns, Math.floor((room + gap) / ((lines ? 440 : 270) + gap))))
    readonly property int cardWidth: Math.floor((room - (columns - 1) * gap) / columns)
    readonly property int cardHeight: lines ? ruler.implicitHeight : Math.round((cardWidth - 16) * 0.52) + Theme.px(Theme.textScale > 1.3 ? 110 : 92) + 42
    readonly property bool listed: viewModel.phase === ViewModel.Ready
    readonly property bool loading: viewModel.phase === ViewModel.Loading || viewModel.phase === ViewModel.Idle
    readonly property bool nearEnd: count > 0 && contentY + 2 * height > originY + contentHeight
    property bool scrolled: false          // by the user; until then the view stays at its beginning

    function look() { if (nearEnd && viewModel) viewModel.loadMore() }
    function settle() { if (!scrolled) positionViewAtBeginning() }
    function toggle(listingId, favourite) {
        if (!favourite && dropping) {
            dropped(listingId)
            return
        }
        if (Session.signedIn)
            viewModel.toggleFavourite(listingId, favourite)
        else
            Nav.needSignIn(keepWords, () => viewModel.toggleFavourite(listingId, true))
    }
    model: viewModel.model
    leftMargin: side
    onLeftMarginChanged: contentX = -leftMargin // a view keeps its place when its margin changes
    rightMargin: side - gap                // every cell ends in its own gap
    cellWidth: cardWidth + gap
    cellHeight: cardHeight + gap
    bottomMargin: Theme.s2
    boundsBehavior: Flickable.DragOverBounds
    cacheBuffer: 800
    reuseItems: false
    focus: true
    currentIndex: -1
    highlightMoveDuration: Theme.calm
    Keys.onPressed: event => {
        // The arrows find their way in from above.
        event.accepted = currentIndex < 0 && count > 0 && (event.key === Qt.Key_Down || event.key === Qt.Key_Right)
        if (event.accepted)
            currentIndex = 0
    }
    onNearEndChanged: look()
    onCountChanged: Qt.callLater(root.look) // heights are known after the layout only
    onMovementStarted: scrolled = true
    header: Column {
        width: root.room
        onHeightChanged: Qt.callLater(root.settle)
        Loader { id: top; width: parent.width; sourceComponent: root.head }
        StateView {
            width: parent.width
            height: phase === "empty" || phase === "error" ? Math.max(implicitHeight, root.tail ? 0 : root.height - top.height - Theme.s2) : implicitHeight
            phase: root.loading ? "loading" : root.viewModel.phase === ViewModel.Empty ? "empty" : root.viewModel.phase === ViewModel.Failed ? "error" : "ready"
            inset: Theme.s2                // within the margins
            skeleton: root.lines ? bonesOfLines : bonesOfCards
            emptyIcon: root.emptyIcon
            emptyTitle: root.emptyTitle
            emptyText: root.emptyText
            emptyAction: root.emptyAction
            emptyContent: root.none
            trouble: root.viewModel.trouble
            onEmptyActed: root.emptyActed()
            onRetried: root.viewModel.reload()
            onBack: Nav.back()
            onSignIn: Nav.askSignIn()
        }
    }
    footer: Column {
        width: root.room
        MoreFooter { width: parent.width; rows: root.count; hasMore: root.viewModel.hasMore; loading: root.viewModel.loadingMore; errorText: root.viewModel.moreError; onRetried: root.viewModel.loadMore() }
        Loader { width: parent.width; sourceComponent: root.tail; visible: status === Loader.Ready }
    }
    delegate: lines ? line : card
    Component { id: bonesOfCards; SkeletonGrid { cellWidth: root.cardWidth; cellHeight: root.cardHeight; count: Math.max(6, 2 * root.columns) } }
    Component { id: bonesOfLines; SkeletonList { rows: 6; photos: true } }
    Component {
        id: card
        ListingCard {
            id: oneCard
            width: root.cardWidth
            height: root.cardHeight
            comparable: root.comparable || Compare.cars.length > 0 || hovered || activeFocus
            onOpened: Nav.go("listing", { listingId: listingId })
            onFavouriteToggled: favourite => root.toggle(listingId, favourite)
            onSimilarAsked: Nav.go("search", { query: "q=" + encodeURIComponent(title.split(",")[0]) })
            hasMenu: root.explained
            onMenuAsked: at => menu.show(at, oneCard)
        }
    }
    Component {
        id: line
        ListingLine {
            id: oneLine
            width: root.cardWidth
            height: root.cardHeight
            comparable: root.comparable || Compare.cars.length > 0 || hovered || activeFocus
            onOpened: Nav.go("listing", { listingId: listingId })
            onFavouriteToggled: favourite => root.toggle(listingId, favourite)
            hasMenu: root.explained
            onMenuAsked: at => menu.show(at, oneLine)
        }
    }
    Menu {
        id: menu
        property var car: ({ listingId: "", title: "", price: "", photo: "" })
        title: car.title
        function show(at, card) {
            car = { listingId: card.listingId, title: card.title, price: card.price, photo: card.photo }
            popup(at, at.width - width, Math.min(at.height, Theme.touch))
        }
        MenuItem { objectName: "more.why"; text: qsTr("Why it is here"); iconName: "help_outline"; onTriggered: root.whyAsked(menu.car.listingId) }
        MenuItem { objectName: "more.compare"; text: Compare.has(menu.car.listingId, Compare.cars) ? qsTr("Compare no longer") : qsTr("Compare"); iconName: "compare_arrows"; onTriggered: Compare.toggle(menu.car) }
    }
    // As tall as the tallest line can be: cells of a grid are alike.
    ListingLine {
        id: ruler
        visible: false
        width: root.cardWidth
        listingId: ""; title: "X\nX"; facts: "X"; route: "X"; price: "9 999 999 ₽"; oldPrice: "9 999 999 ₽"; change: 0; photo: ""; rating: 5; reviews: 1; favourite: false; status: ""
        objectName: ""
        Accessible.ignored: true
    }
    PullToRefresh { parent: root; anchors.fill: parent; z: 2; target: root; busy: root.listed && root.viewModel.refreshing === true; onRefreshed: root.viewModel.reload() }
}
