import QtQuick
import QtQuick.Templates as T
import CarGo.Ui
import CarGo.Client
import CarGo.Deals

// At the car: what to look at, the photos of the pick-up beside it, the code, and exactly two ways out: all good, or a
// problem. The same after the handover, while the time for checking runs.
Page {
    id: root
    footing: foot.height
    source: vm
    property string dealId
    property var ticks: ({})               // by key of the list; true: looked at
    property var mine: ({})                // photos taken from the sides of the pick-up, by its photo
    property bool codeShown: false
    readonly property bool onTop: T.StackView.status === T.StackView.Active || T.StackView.status === T.StackView.Activating
    readonly property bool wide: width >= Theme.columnsFrom
    readonly property bool delivered: vm.deal.status === "delivered"
    readonly property bool arrived: vm.deal.status === "in_transit" && vm.handoverCode !== ""
    readonly property var pickUp: {
        for (let at = vm.checkpoints.count - 1; at >= 0; --at)
            if (vm.checkpoints.get(at).photos.length > 0)
                return vm.checkpoints.get(at)
        return null
    }
    readonly property var list: [
        { key: "vin", text: qsTr("The VIN on the body and in the papers is the same"), detail: vm.deal.vin ? qsTr("In the deal: %1").arg(vm.deal.vin) : "" },
        { key: "body", text: qsTr("Body: no new scratches, dents or cracks"), detail: qsTr("Walk around it twice, in daylight") },
        { key: "glass", text: qsTr("Glass, lights and mirrors are whole"), detail: "" },
        { key: "inside", text: qsTr("Inside: seats, screens, air conditioning, windows"), detail: "" },
        { key: "odometer", text: qsTr("The odometer fits the way"), detail: vm.checkpoints.count > 0 ? vm.checkpoints.get(0).detail : "" },
        { key: "engine", text: qsTr("The engine starts cold, no warning lights"), detail: "" },
        { key: "keys", text: qsTr("All keys are there"), detail: "" },
        { key: "papers", text: qsTr("All papers are there"), detail: qsTr("Contract, export certificate, customs papers") } ]
    readonly property int ticked: list.filter(entry => ticks[entry.key] === true).length
    function tick(key, on) { const next = Object.assign({}, ticks); next[key] = on; ticks = next }
    function problem() { Nav.go("dispute", { dealId: dealId }) }

    title: delivered ? qsTr("Time to check") : qsTr("Handover")
    back: true
    contentMaximum: wide ? 1000 : 640
    DealViewModel { id: vm; dealId: root.dealId; onFailed: text => Nav.tell(text, { tone: "danger" }) }
    Draft { key: root.dealId !== "" ? "handover/" + root.dealId : ""; target: root; properties: ["ticks", "mine"] }
    SkeletonPage { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; photo: false; wide: root.wide }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
    EmptyState {
        visible: vm.phase === ViewModel.Ready && !root.arrived && !root.delivered
        anchors.centerIn: parent
        iconName: vm.deal.status === "released" ? "check_circle" : "schedule"
        title: vm.deal.status === "released" ? qsTr("The car is yours") : vm.deal.statusText || ""
        text: vm.deal.status === "released" ? qsTr("The bank pays the driver. Good roads!") : qsTr("The code appears here when the driver says that the car is there.")
        actionText: vm.deal.reviewable === true ? qsTr("Leave a review") : qsTr("To the deal")
        onAction: vm.deal.reviewable === true ? Nav.replace("review", { dealId: root.dealId }) : Nav.back()
    }
    Flickable {
        objectName: "handover.scroll"
        visible: vm.phase === ViewModel.Ready && (root.arrived || root.delivered)
        anchors { fill: parent; bottomMargin: foot.height }
        contentHeight: (root.wide ? Math.max(look.height, meet.height) : meet.y + meet.height) + Theme.s6
        Column {
            id: look
            x: root.side
            width: root.wide ? Math.round((parent.width - 2 * root.side - Theme.s4) * 0.54) : parent.width - 2 * root.side
            spacing: Theme.s3
            Card {
                visible: root.delivered && !root.wide
                width: parent.width
                spacing: Theme.s3
                Repeater { model: vm.clocks.slice(0, 1); ClockLine { required property var modelData; width: look.width - 2 * Theme.s4; clock: modelData } }
            }
            Card {
                width: parent.width
                spacing: Theme.s1
                Item {
                    width: parent.width
                    height: head.implicitHeight + Theme.s2
                    Label { id: head; role: "bar"; width: parent.width - done.width - Theme.s2; wrapMode: Text.WordWrap; text: qsTr("Look at the car") }
                    Label { id: done; objectName: "handover.ticked"; anchors.right: parent.right; role: "second"; text: qsTr("%1 of %2").arg(root.ticked).arg(root.list.length) }
                }
                Repeater {
                    model: root.list
                    CheckBox { required property var modelData; objectName: "tick." + modelData.key; width: look.width - 2 * Theme.s4; text: modelData.text; detail: modelData.detail; checked: root.ticks[modelData.key] === true; onToggled: root.tick(modelData.key, checked) }
                }
                Label { width: parent.width; role: "second"; topPadding: Theme.s1; wrapMode: Text.WordWrap; text: qsTr("The ticks are for you: they stay on this device.") }
            }
            AnglesCard {
                parent: root.wide && root.delivered ? meet : look // where the code was there is room
                visible: root.pickUp !== null
                width: parent.width
                dealId: root.dealId
                active: root.onTop
                over: vm.deal.status !== undefined && !root.arrived && !root.delivered && vm.deal.status !== "in_transit" && vm.phase === ViewModel.Ready
                photos: root.pickUp ? root.pickUp.photos : []
                moment: root.pickUp ? root.pickUp.day : ""
                detail: root.pickUp ? [root.pickUp.moment, root.pickUp.detail].filter(t => t).join(" · ") : ""
                mine: root.mine
                onMatched: mine => root.mine = mine
                onOpened: at => viewer.show(root.pickUp.photos, at)
            }
            PairsCard { visible: vm.compared.recorded === true; width: parent.width; compared: vm.compared }
        }
        Column {
            id: meet
            x: root.wide ? look.x + look.width + Theme.s4 : root.side
            y: root.wide ? 0 : look.height + Theme.s3
            width: root.wide ? parent.width - x - root.side : look.width
            spacing: Theme.s3
            CodeCard { visible: root.arrived; width: parent.width; code: vm.handoverCode; qr: vm.handoverQr; lockedUntil: vm.handoverLockedUntil; driver: vm.deal.other || ""; shown: root.codeShown; onAsked: root.codeShown = true }
            Card {
                visible: root.arrived || root.wide
                width: parent.width
                spacing: Theme.s3
                Repeater { model: vm.clocks.slice(0, 1); ClockLine { required property var modelData; width: meet.width - 2 * Theme.s4; clock: modelData } }
            }
            Card {
                visible: root.arrived
                width: parent.width
                spacing: Theme.s4
                component Case: Column {
                    property alias name: caseName.text
                    property alias words: caseWords.text
                    width: parent.width
                    spacing: Theme.s1
                    Label { id: caseName; role: "strong"; width: parent.width; wrapMode: Text.WordWrap }
                    Label { id: caseWords; role: "second"; width: parent.width; wrapMode: Text.WordWrap }
                }
                Case { name: qsTr("You cannot be there?"); words: qsTr("Somebody you trust may look at the car. Give him this list; the code you show only after you have seen his photos.") }
                Case { name: qsTr("The driver is late or asks for more money?"); words: qsTr("Do not pay him: the price is the one in the deal. Report a problem, the money stays at the bank.") }
            }
        }
    }
    ActionBar {
        id: foot
        visible: vm.phase === ViewModel.Ready && (root.arrived || root.delivered)
        anchors.bottom: parent.bottom
        side: root.wide ? Math.max(root.side, (root.width - 640) / 2) : root.side
        Column {
            width: parent.width
            spacing: Theme.s2
            Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; horizontalAlignment: Text.AlignHCenter; text: root.delivered ? qsTr("“All good” lets the bank pay %1 to the driver now. It cannot come back.").arg(vm.deal.otherReceives || "") : root.ticked < root.list.length ? qsTr("%n point(s) of the list are not ticked. Say yes only when you have seen the car, its papers and keys.", "", root.list.length - root.ticked) : qsTr("“All good” says that the car is with you. The money stays at the bank for one more day.") }
            SlideToConfirm { objectName: "handover.good"; width: parent.width; text: root.delivered ? qsTr("All good, pay the driver") : qsTr("All good, I have the car"); iconName: "directions_car"; busy: vm.busy; onConfirmed: root.delivered ? vm.release() : vm.confirm() }
            Button { objectName: "handover.problem"; width: parent.width; kind: "outline"; iconName: "report_gmailerrorred"; text: qsTr("There is a problem"); onClicked: root.problem() }
        }
    }
    AskAgain { vm: vm }
    PhotoViewer { id: viewer }
}
