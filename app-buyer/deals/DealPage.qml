import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals

Page {
    id: root
    property string dealId
    property string key
    onKeyChanged: if (vm.phase !== ViewModel.Idle && vm.dealId !== key) { vm.dealId = key; vm.reload() }
    title: vm.deal.number ? qsTr("Deal %1").arg(vm.deal.number) : qsTr("Deal")
    back: true
    titleSize: back ? 16 : 20              // beside a list that has the large title
    contentMaximum: wide ? Theme.contentWidth : 640
    readonly property bool wide: width >= 820
    // The one thing to do now; it stands at the lower edge.
    readonly property string primary: vm.deal.status === "created" ? "pay" : may("confirm_delivery") && vm.handoverCode !== "" ? "confirm" : may("release") ? "release" : vm.deal.reviewable === true ? "review" : ""
    function may(event) { return vm.allowed.indexOf(event) >= 0 }

    DealViewModel {
        id: vm
        dealId: root.dealId
        onPaymentPageReady: url => Qt.openUrlExternally(url)
        onFailed: text => toast.show(text)
    }
    SkeletonPage { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; photo: false; wide: root.wide; part: 0.5 }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; offline: vm.unreachable; text: vm.errorText; onRetry: vm.reload() }
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
            Banner { objectName: "deal.money"; width: parent.width; title: vm.money.title || ""; text: vm.money.text || ""; tone: vm.money.tone || "info"; iconName: vm.money.iconName || "lock" }
            NextCard { visible: vm.next.title !== undefined && !vm.checkingPayment; width: parent.width; next: vm.next; clock: vm.clock }
            Card {
                visible: vm.handoverCode !== ""
                width: parent.width
                color: Theme.brandSoft
                outlined: false
                spacing: Theme.s2
                Label { text: qsTr("Handover code"); size: 14; weight: Font.DemiBold; color: Theme.brandSoftInk }
                Label { objectName: "deal.code"; text: vm.handoverCode; size: 28; display: true; weight: Font.Bold; color: Theme.brandSoftInk; font.letterSpacing: 6 }
                Label { width: parent.width; wrapMode: Text.WordWrap; size: 13; color: Theme.brandSoftInk; text: qsTr("Tell it to the driver only when you have seen the car and all is well. It says yes in your name.") }
            }
            AmendmentCard { visible: vm.amendment.reason !== undefined; width: parent.width; vm: vm }
            DisputeCard { visible: vm.dispute.reason !== undefined; width: parent.width; dispute: vm.dispute; canAdd: vm.deal.status === "disputed" && vm.clock.until > Date.now(); onEvidenceAsked: evidence.open(); onPhotoOpened: (photos, at) => viewer.show(photos, at) }
            DealTerms { visible: root.wide; width: parent.width; terms: vm.terms }
        }
        Column {
            id: story
            x: root.wide ? now.x + now.width + Theme.s4 : root.side
            y: root.wide ? 0 : now.height + Theme.s3
            width: now.width
            spacing: Theme.s3
            Card {
                width: parent.width
                Repeater {
                    model: vm.timeline
                    TimelineStep {
                        id: step
                        required property int index
                        required property var photos
                        required property var model
                        width: story.width - 2 * Theme.s4
                        title: model.title
                        detail: model.detail
                        phase: model.state
                        last: index === vm.timeline.count - 1
                        PhotoRow { visible: step.photos.length > 0; width: parent.width; photos: step.photos; onOpened: at => viewer.show(step.photos, at) }
                    }
                }
            }
            DealTerms { visible: !root.wide; width: parent.width; terms: vm.terms }
            ButtonRow {
                width: parent.width
                Button { objectName: "deal.chat"; width: parent.cell; kind: "outline"; iconName: "chat_bubble_outline"; text: qsTr("Chat"); onClicked: Nav.go("chat", { conversationId: vm.deal.conversationId }) }
                Button { objectName: "deal.dispute"; visible: root.may("open_dispute"); width: parent.cell; kind: "danger"; iconName: "report_gmailerrorred"; text: qsTr("Problem"); onClicked: dispute.open() }
            }
            Button { objectName: "deal.withdraw"; visible: root.may("withdraw_dispute"); width: parent.width; kind: "outline"; text: qsTr("Take the problem report back"); onClicked: withdrawSure.open() }
            Button { objectName: "deal.cancel"; visible: root.may("cancel"); width: parent.width; kind: "text"; text: qsTr("Cancel the deal"); onClicked: cancelSure.open() }
        }
    }
    ActionBar {
        id: foot
        visible: vm.phase === ViewModel.Ready && root.primary !== ""
        anchors.bottom: parent.bottom
        side: root.wide ? Math.max(root.side, (root.width - 480) / 2) : root.side
        Button { objectName: "deal.pay"; visible: root.primary === "pay"; width: parent.width; text: vm.checkingPayment ? qsTr("Open the bank's page again") : qsTr("Pay %1").arg(vm.deal.price || ""); kind: vm.checkingPayment ? "outline" : "filled"; busy: vm.busy; onClicked: vm.pay() }
        Button { objectName: "deal.confirm"; visible: root.primary === "confirm"; width: parent.width; text: qsTr("I have the car, all is well"); busy: vm.busy; onClicked: sure.open() }
        Button { objectName: "deal.release"; visible: root.primary === "release"; width: parent.width; text: qsTr("Pay the driver now"); busy: vm.busy; onClicked: releaseSure.open() }
        Button { objectName: "deal.review"; visible: root.primary === "review"; width: parent.width; text: qsTr("Leave a review"); onClicked: Nav.go("review", { dealId: vm.dealId }) }
    }
    ConfirmDialog { id: withdrawSure; title: qsTr("Take the report back?"); text: qsTr("The deal goes on where it stopped, with the time that was left."); confirmText: qsTr("Yes, go on"); onConfirmed: vm.withdrawDispute() }
    ConfirmDialog { id: sure; title: qsTr("Is the car with you?"); text: qsTr("Confirm only when you have seen the car, its papers and keys. A day later the driver is paid."); confirmText: qsTr("Yes, confirm"); onConfirmed: vm.confirm() }
    ConfirmDialog { id: releaseSure; title: qsTr("Pay the driver now?"); text: qsTr("This ends the time for checking. After it the money cannot come back."); confirmText: qsTr("Pay now"); onConfirmed: vm.release() }
    ConfirmDialog { id: cancelSure; dangerous: true; title: qsTr("Cancel the deal?"); text: qsTr("If you have paid, the bank returns everything."); confirmText: qsTr("Cancel it"); onConfirmed: vm.cancel() }
    DisputeSheet { id: dispute; onSent: (reason, text, photos) => vm.openDispute(reason, text, photos) }
    EvidenceSheet { id: evidence; onSent: (text, photos) => vm.addEvidence(text, photos) }
    PhotoViewer { id: viewer }
    Snackbar { id: toast; anchors { horizontalCenter: parent.horizontalCenter; bottom: foot.top; bottomMargin: Theme.s4 } }
}
