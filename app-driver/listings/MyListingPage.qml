import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Driver

// One of my cars: where it stands and why, how often it is looked at, and what can be done with it.
Page {
    id: root
    source: vm
    property string listingId
    readonly property string status: vm.car.status || ""
    readonly property bool editable: ["draft", "in_review", "published", "paused"].indexOf(status) >= 0
    title: vm.car.title || qsTr("My car")
    back: true
    contentMaximum: 640
    footing: foot.visible ? foot.height : 0
    actions: [
        IconButton { objectName: "mine.edit"; visible: root.editable; iconName: "edit"; text: qsTr("Change"); onClicked: Nav.go("editListing", { listingId: root.listingId }) },
        IconButton { objectName: "mine.more"; visible: vm.phase === ViewModel.Ready; iconName: "more_vert"; text: qsTr("More"); onClicked: more.open()
            Menu {
                id: more
                title: qsTr("More")
                y: parent.height
                x: parent.width - width
                MenuItem { objectName: "mine.duplicate"; enabled: root.status !== "blocked"; iconName: "content_copy"; text: qsTr("Make a copy"); onTriggered: vm.duplicate() }
                MenuItem { objectName: "mine.archive"; enabled: ["published", "paused", "in_review"].indexOf(root.status) >= 0; iconName: "inventory_2"; text: qsTr("Put away for good"); onTriggered: archiveSure.open() }
                MenuItem { objectName: "mine.remove"; enabled: root.status === "draft"; iconName: "delete_outline"; text: qsTr("Delete the draft"); onTriggered: removeSure.open() }
            }
        }
    ]
    MyListingViewModel {
        id: vm
        listingId: root.listingId
        onFailed: text => Nav.tell(text, { tone: "danger" })
        onAgreementNeeded: slug => Nav.go("agreement", { slug: slug })
        onIdentityNeeded: Nav.tell(qsTr("Publishing needs confirmed papers."), { action: qsTr("Confirm who you are"), run: () => Nav.go("identity") })
        onDuplicated: id => { Nav.tell(qsTr("A copy, as a draft. Give it a VIN of its own.")); Nav.replace("editListing", { listingId: id }) }
        onRemoved: Nav.back()
    }
    SkeletonPage { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
    Flickable {
        visible: vm.phase === ViewModel.Ready
        anchors { fill: parent; bottomMargin: root.footing }
        contentHeight: column.height + Theme.s6
        Column {
            id: column
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s3
            Loader {
                width: parent.width
                active: vm.car.listingId !== undefined
                visible: active
                sourceComponent: MyListingCard { listingId: vm.car.listingId; title: vm.car.title; facts: vm.car.facts; price: vm.car.price; photo: vm.car.photo; status: root.status; onClicked: Nav.go("listing", { listingId: root.listingId }) }
            }
            Banner { objectName: "mine.moderation"; visible: text !== ""; width: parent.width; tone: root.status === "blocked" ? "danger" : "warn"; iconName: "gavel"; title: root.status === "blocked" ? qsTr("CarGo has blocked it") : qsTr("CarGo asks for a change"); text: [vm.moderation.text, vm.moderation.rule].filter(words => words).join("\n"); actionText: !vm.moderation.decision_id ? "" : vm.moderation.may_appeal_until ? qsTr("I see it otherwise") : qsTr("Your appeal"); onAction: Nav.go("decision", { decisionId: vm.moderation.decision_id }) }
            Banner { visible: root.status === "draft"; width: parent.width; iconName: "edit_note"; title: qsTr("Only you see it"); text: qsTr("Look at it as buyers will, then publish it.") }
            Banner { visible: root.status === "in_review"; width: parent.width; iconName: "hourglass_empty"; title: qsTr("CarGo looks at it"); text: qsTr("Usually within some hours. We tell you.") }
            Card {
                objectName: "mine.numbers"
                visible: vm.totals.views !== undefined && root.status !== "draft"
                width: parent.width
                spacing: Theme.s3
                Label { width: parent.width; role: "bar"; text: qsTr("From a look to a deal"); wrapMode: Text.WordWrap }
                FactRow { width: parent.width; name: qsTr("Looked at it, people a day"); value: Format.number(vm.totals.views || 0) }
                FactRow { width: parent.width; name: qsTr("Keep it"); value: Format.number(vm.totals.favourites || 0) }
                FactRow { width: parent.width; name: qsTr("Asked about it"); value: Format.number(vm.totals.chats || 0) }
                FactRow { width: parent.width; name: qsTr("Deals"); value: Format.number(vm.totals.deals || 0) }
                BarChart { visible: (vm.totals.views || 0) > 0; width: parent.width; height: 140; name: qsTr("People a day, the last 30 days"); values: vm.days; labels: vm.dayNames }
            }
            Button { objectName: "mine.preview"; width: parent.width; kind: "outline"; iconName: "visibility"; text: qsTr("As the buyer sees it"); onClicked: Nav.go("listing", { listingId: root.listingId }) }
        }
    }
    ActionBar {
        id: foot
        visible: vm.phase === ViewModel.Ready && (root.status === "draft" || root.status === "paused" || root.status === "published")
        anchors.bottom: parent.bottom
        side: root.side
        Button { objectName: "mine.publish"; visible: root.status !== "published"; width: parent.width; busy: vm.busy; text: root.status === "paused" ? qsTr("Offer it again") : qsTr("Publish"); onClicked: vm.publish() }
        Button { objectName: "mine.pause"; visible: root.status === "published"; width: parent.width; kind: "outline"; busy: vm.busy; iconName: "pause"; text: qsTr("Take it off for a while"); onClicked: vm.pause() }
    }
    ConfirmDialog { id: archiveSure; dangerous: true; title: qsTr("Put it away for good?"); text: qsTr("Buyers who keep it see that it is gone. It cannot be offered again, but copied."); confirmText: qsTr("Put away"); onConfirmed: vm.archive() }
    ConfirmDialog { id: removeSure; dangerous: true; title: qsTr("Delete the draft?"); text: qsTr("It was never published; nothing of it stays."); confirmText: qsTr("Delete"); onConfirmed: vm.remove() }
}
