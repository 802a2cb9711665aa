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
    function may(event) { return vm.allowed.indexOf(event) >= 0 }

    DealViewModel {
        id: vm
        dealId: root.dealId
        onPaymentPageReady: url => Qt.openUrlExternally(url)
        onFailed: text => toast.show(text)
    }
    SkeletonList { visible: vm.phase === ViewModel.Loading; x: Theme.s4; width: Math.min(640, parent.width - 2 * x); rows: 5 }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; text: vm.errorText; onRetry: vm.reload() }
    Flickable {
        visible: vm.phase === ViewModel.Ready
        anchors.fill: parent
        contentHeight: column.implicitHeight + Theme.s6
        Column {
            id: column
            width: Math.min(640, parent.width - 2 * Theme.s4)
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 14
            Card {
                width: parent.width
                padding: 8
                Item {
                    width: parent.width; height: Math.max(76, texts.implicitHeight)
                    Photo { width: 104; height: 76; radius: Theme.radiusPhoto; source: vm.deal.photo || "" }
                    Column {
                        id: texts
                        x: 116; width: parent.width - x; anchors.verticalCenter: parent.verticalCenter; spacing: 4
                        Label { text: vm.deal.title || ""; weight: Font.DemiBold; width: parent.width }
                        Label { text: [vm.deal.year, vm.deal.driver, vm.deal.rating > 0 ? "★ " + vm.deal.rating.toLocaleString(Qt.locale(), "f", 1) : ""].filter(t => t).join(" · "); size: 13; color: Theme.inkSoft; width: parent.width }
                        Label { text: vm.deal.price || ""; weight: Font.Bold }
                    }
                }
            }
            Banner { objectName: "deal.money"; width: parent.width; title: vm.money.title || ""; text: vm.money.text || ""; tone: vm.money.tone || "info"; iconName: vm.money.iconName || "lock" }
            Card {
                visible: vm.clock.until !== undefined
                width: parent.width
                Item {
                    width: parent.width; height: Math.max(24, left.implicitHeight)
                    Icon { id: watch; name: "schedule"; color: Theme.warn; anchors.verticalCenter: parent.verticalCenter }
                    Label { x: 34; width: left.x - x - 8; anchors.verticalCenter: parent.verticalCenter; text: vm.clock.text || ""; size: 14; wrapMode: Text.WordWrap }
                    Label { id: left; anchors { right: parent.right; verticalCenter: parent.verticalCenter } property int beat: 0; text: beat >= 0 ? Format.left(vm.clock.until || 0) || qsTr("over") : ""; weight: Font.Bold; color: Theme.warn
                        Timer { running: vm.clock.until !== undefined && root.visible; repeat: true; interval: 1000; onTriggered: left.beat++ } }
                }
            }
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
            Card {
                visible: vm.amendment.reason !== undefined
                width: parent.width
                spacing: Theme.s3
                Label { text: qsTr("The driver proposes a change"); weight: Font.DemiBold }
                Label { visible: text !== ""; text: vm.amendment.price ? qsTr("New price: %1").arg(vm.amendment.price) : vm.amendment.etaDays > 0 ? qsTr("New term: %n day(s)", "", vm.amendment.etaDays) : "" }
                Label { text: vm.amendment.reason || ""; width: parent.width; wrapMode: Text.WordWrap; color: Theme.inkSoft }
                Label { text: qsTr("Without your yes the old terms stay."); size: 13; color: Theme.inkSoft }
                Row { width: parent.width; spacing: Theme.s2
                    Button { width: (parent.width - Theme.s2) / 2; kind: "outline"; text: qsTr("Decline"); onClicked: vm.answerAmendment(false) }
                    Button { width: (parent.width - Theme.s2) / 2; kind: "tonal"; text: qsTr("Accept"); onClicked: vm.answerAmendment(true) } }
            }
            Card {
                width: parent.width
                Repeater {
                    model: vm.timeline
                    TimelineStep {
                        id: step
                        required property int index
                        required property var photos
                        width: parent.width
                        title: model.title
                        detail: model.detail
                        required property var model
                        state_: model.state
                        last: index === vm.timeline.count - 1
                        Row { visible: step.photos.length > 0; topPadding: 6; spacing: Theme.s2; Repeater { model: step.photos.slice(0, 3); Photo { required property var modelData; width: 84; height: 62; radius: Theme.radiusPhoto; source: modelData } } }
                    }
                }
            }
            Button { objectName: "deal.pay"; visible: root.may("hold_confirmed") || vm.deal.status === "created"; width: parent.width; text: vm.checkingPayment ? qsTr("Open the bank's page again") : qsTr("Pay %1").arg(vm.deal.price || ""); kind: vm.checkingPayment ? "outline" : "filled"; busy: vm.busy; onClicked: vm.pay() }
            Button { objectName: "deal.confirm"; visible: root.may("confirm_delivery"); width: parent.width; text: qsTr("I have the car, all is well"); busy: vm.busy; onClicked: sure.open() }
            Button { objectName: "deal.release"; visible: root.may("release"); width: parent.width; text: qsTr("Pay the driver now"); busy: vm.busy; onClicked: releaseSure.open() }
            Button { objectName: "deal.review"; visible: vm.deal.reviewable === true; width: parent.width; text: qsTr("Leave a review"); onClicked: Nav.go("review", { dealId: vm.dealId }) }
            Row {
                width: parent.width
                spacing: Theme.s2
                Button { objectName: "deal.chat"; width: problem.visible ? (parent.width - Theme.s2) / 2 : parent.width; kind: "outline"; iconName: "chat_bubble_outline"; text: qsTr("Chat"); onClicked: Nav.go("chat", { conversationId: vm.deal.conversationId }) }
                Button { id: problem; objectName: "deal.dispute"; visible: root.may("open_dispute"); width: (parent.width - Theme.s2) / 2; kind: "danger"; iconName: "report_gmailerrorred"; text: qsTr("Problem"); onClicked: dispute.open() }
            }
            Button { objectName: "deal.withdraw"; visible: root.may("withdraw_dispute"); width: parent.width; kind: "outline"; text: qsTr("Take the problem report back"); onClicked: vm.withdrawDispute() }
            Button { objectName: "deal.cancel"; visible: root.may("cancel"); width: parent.width; kind: "text"; text: qsTr("Cancel the deal"); onClicked: cancelSure.open() }
        }
    }
    ConfirmDialog { id: sure; title: qsTr("Is the car with you?"); text: qsTr("Confirm only when you have seen the car, its papers and keys. A day later the driver is paid."); confirmText: qsTr("Yes, confirm"); onConfirmed: vm.confirm() }
    ConfirmDialog { id: releaseSure; title: qsTr("Pay the driver now?"); text: qsTr("This ends the time for checking. After it the money cannot come back."); confirmText: qsTr("Pay now"); onConfirmed: vm.release() }
    ConfirmDialog { id: cancelSure; dangerous: true; title: qsTr("Cancel the deal?"); text: qsTr("If you have paid, the bank returns everything."); confirmText: qsTr("Cancel it"); onConfirmed: vm.cancel() }
    DisputeSheet { id: dispute; onSent: (reason, text) => vm.openDispute(reason, text) }
    Toast { id: toast; anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.s4 } }
}
