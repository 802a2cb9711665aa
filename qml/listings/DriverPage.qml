import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// A driver as everybody sees him: what is checked about him and by whom, his numbers, what buyers wrote, his cars.
Page {
    id: root
    source: vm
    property string userId
    readonly property bool wide: width >= Theme.wideFrom
    readonly property bool ready: vm.phase === ViewModel.Ready
    readonly property DriverViewModel person: vm
    title: ready ? "" : qsTr("Driver")
    back: true
    actions: [
        IconButton { objectName: "driver.report"; visible: root.ready && vm.driver.mine !== true && vm.driver.deleted !== true; iconName: "flag"; text: qsTr("Report this person"); onClicked: report.ask("user", root.userId) }
    ]
    DriverViewModel { id: vm; userId: root.userId; onFailed: text => Nav.tell(text, { tone: "danger" }) }
    SkeletonPage { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; photo: false; wide: root.wide; part: 0.38 }
    ErrorState { visible: vm.phase === ViewModel.Failed && vm.trouble.kind !== "gone"; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
    EmptyState { visible: vm.phase === ViewModel.Failed && vm.trouble.kind === "gone"; anchors.centerIn: parent; iconName: "person_outline"; tone: "plain"; title: qsTr("There is no such driver"); text: qsTr("The account was closed, or the link is not right."); actionText: qsTr("Find a car"); onAction: Nav.openTab("search") }
    Flickable {
        id: scroll
        objectName: "driver.scroll"
        visible: root.ready
        anchors.fill: parent
        contentHeight: (root.wide ? Math.max(who.y + who.height, said.height) : said.y + said.height) + Theme.s6
        boundsBehavior: Flickable.DragOverBounds
        Column {
            id: who
            x: root.side
            // Stays beside the reviews while they are read.
            y: root.wide ? Math.max(0, Math.min(scroll.contentY - Math.max(0, height - scroll.height), said.height - height)) : 0
            width: root.wide ? Math.round((parent.width - 2 * root.side - Theme.s6) * 0.38) : parent.width - 2 * root.side
            spacing: Theme.s4
            DriverHead { width: parent.width; driver: vm.driver }
            DriverMarks { width: parent.width; driver: vm.driver }
        }
        Column {
            id: said
            x: root.wide ? who.x + who.width + Theme.s6 : root.side
            y: root.wide ? 0 : who.height + Theme.s6
            width: parent.width - x - root.side
            spacing: Theme.s6
            Column {
                visible: vm.cars.count > 0
                width: parent.width
                spacing: Theme.s3
                Label { width: parent.width; role: "heading"; wrapMode: Text.WordWrap; text: qsTr("His cars") }
                ListingRow {
                    x: root.wide ? 0 : -root.side
                    width: parent.width - 2 * x
                    side: root.wide ? 0 : root.side
                    reasons: false
                    clip: root.wide
                    model: vm.cars
                    onOpened: listingId => Nav.go("listing", { listingId: listingId })
                    onFavouriteToggled: (listingId, favourite) => Session.signedIn ? vm.toggleFavourite(listingId, favourite) : Nav.needSignIn(qsTr("Sign in, and this car is kept on all your devices."), () => vm.toggleFavourite(listingId, true))
                }
            }
            DriverReviews { width: parent.width; vm: root.person }
        }
    }
    ReportSheet { id: report }
}
