import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals

// One deal: who holds the money, what comes next, by when, and all that is agreed. Its chapters (way, handover, problem,
// review) are pages of their own.
Page {
    id: root
    footing: foot.height
    source: vm
    property string dealId
    property string key
    onKeyChanged: if (vm.phase !== ViewModel.Idle && vm.dealId !== key) { vm.dealId = key; vm.reload() }
    title: vm.deal.number ? qsTr("Deal %1").arg(vm.deal.number) : qsTr("Deal")
    back: true
    titleSize: back ? 16 : 20              // beside a list that has the large title
    contentMaximum: wide ? Theme.contentWidth : 640
    readonly property bool wide: width >= Theme.columnsFrom
    readonly property bool arrived: vm.deal.status === "in_transit" && may("confirm_delivery") && vm.handoverCode !== ""
    // The one thing to do now; it stands at the lower edge.
    readonly property string primary: vm.deal.status === "created" ? "pay" : arrived || may("release") ? "handover" : vm.deal.reviewable === true ? "review" : ""
    readonly property bool onTheWay: ["funded", "in_transit", "delivered", "disputed"].indexOf(vm.deal.status) >= 0 || vm.checkpoints.count > 0
    function may(event) { return vm.allowed.indexOf(event) >= 0 }

    DealViewModel {
        id: vm
        dealId: root.dealId
        onPaymentPageReady: url => Qt.openUrlExternally(url)
        onFailed: text => Nav.tell(text, { tone: "danger" })
        onFileSaved: (name, url) => Nav.tell(qsTr("Saved among the downloads: %1").arg(name), { action: qsTr("Open"), run: () => Qt.openUrlExternally(url), tone: "good" })
    }
    // Back from the bank's page: what has become of it is asked at once.
    Connections { target: Qt.application; function onStateChanged() { if (Qt.application.state === Qt.ApplicationActive && vm.paying !== "") vm.reload() } }
    SkeletonPage { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; photo: false; wide: root.wide; part: 0.5 }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
    Flickable {
        visible: vm.phase === ViewModel.Ready
        anchors { fill: parent; bottomMargin: foot.height }
        contentHeight: Math.max(now.height, root.wide ? story.height : story.y + story.height) + Theme.s6
        Column {
            id: now
            x: root.side
            width: root.wide ? Math.round((parent.width - 2 * root.side - Theme.s4) / 2) : parent.width - 2 * root.side
            spacing: Theme.s3
            DealHead { width: parent.width; deal: vm.deal }
            PayCard { visible: vm.deal.status === "created"; width: parent.width; vm: vm }
            Banner { objectName: "deal.money"; visible: vm.deal.status !== "created"; width: parent.width; title: vm.money.title || ""; text: vm.money.text || ""; tone: vm.money.tone || "info"; iconName: vm.money.iconName || "lock" }
            Banner { objectName: "deal.unsent"; visible: unsent.count > 0; width: parent.width; tone: unsent.refused > 0 ? "danger" : "warn"; iconName: "schedule"; title: qsTr("Not sent yet: %n", "", unsent.count); text: unsent.refused > 0 ? qsTr("CarGo did not take it. Open the list to see why.") : qsTr("It is kept on this device and goes as soon as there is a line."); actionText: qsTr("Open the list"); onAction: Nav.go("outbox") }
            NextCard { visible: vm.next.title !== undefined; width: parent.width; next: vm.next; clocks: vm.clocks }
            AmendmentCard { visible: vm.amendment.reason !== undefined; width: parent.width; vm: vm; onPhotoOpened: (photos, at) => viewer.show(photos, at) }
            DisputeCard { visible: vm.dispute.reason !== undefined; width: parent.width; dispute: vm.dispute; dealId: vm.dealId }
            WayCard { visible: root.onTheWay; width: parent.width; vm: vm }
            DealTerms { visible: root.wide; width: parent.width; terms: vm.terms }
        }
        Column {
            id: story
            x: root.wide ? now.x + now.width + Theme.s4 : root.side
            y: root.wide ? 0 : now.height + Theme.s3
            width: now.width
            spacing: Theme.s3
            StoryCard { width: parent.width; vm: vm; onPhotoOpened: (photos, at) => viewer.show(photos, at) }
            DealTerms { visible: !root.wide; width: parent.width; terms: vm.terms }
            DocumentsCard { visible: shown; width: parent.width; dealId: vm.dealId; status: vm.deal.status || "" }
            PapersCard { width: parent.width; vm: vm; onCopied: what => Nav.tell(what) }
            ButtonRow {
                width: parent.width
                Button { objectName: "deal.chat"; width: parent.cell; kind: "outline"; iconName: "chat_bubble_outline"; text: qsTr("Chat"); onClicked: Nav.go("chat", { conversationId: vm.deal.conversationId }) }
                Button { objectName: "deal.dispute"; visible: root.may("open_dispute"); width: parent.cell; kind: "danger"; iconName: "report_gmailerrorred"; text: qsTr("Problem"); onClicked: Nav.go("dispute", { dealId: vm.dealId }) }
            }
            Button { objectName: "deal.cancel"; visible: root.may("cancel"); width: parent.width; kind: "text"; text: qsTr("Cancel the deal"); onClicked: cancelSure.open() }
        }
    }
    ActionBar {
        id: foot
        visible: vm.phase === ViewModel.Ready && root.primary !== ""
        anchors.bottom: parent.bottom
        side: root.wide ? Math.max(root.side, (root.width - 480) / 2) : root.side
        Button { objectName: "deal.pay"; visible: root.primary === "pay"; width: parent.width; text: vm.paying === "" ? qsTr("Pay %1").arg(vm.deal.price || "") : vm.paying === "declined" ? qsTr("Try again") : qsTr("Open the bank's page again"); kind: vm.paying === "" || vm.paying === "declined" ? "filled" : "outline"; iconName: "open_in_new"; busy: vm.busy; onClicked: vm.pay() }
        Button { objectName: "deal.handover"; visible: root.primary === "handover"; width: parent.width; text: root.arrived ? qsTr("To the handover") : qsTr("All good, or a problem?"); onClicked: Nav.go("handover", { dealId: vm.dealId }) }
        Button { objectName: "deal.review"; visible: root.primary === "review"; width: parent.width; text: qsTr("Leave a review"); onClicked: Nav.go("review", { dealId: vm.dealId }) }
    }
    ConfirmDialog { id: cancelSure; dangerous: true; title: qsTr("Cancel the deal?"); text: vm.deal.status === "created" ? qsTr("Nothing is paid, nothing is owed. The car is free for others again.") : qsTr("The bank returns everything. The car is free for others again."); confirmText: qsTr("Cancel it"); onConfirmed: vm.cancel() }
    OutboxModel { id: unsent; subject: "deal/" + root.dealId }
    AskAgain { vm: vm }
    PhotoViewer { id: viewer }
}
