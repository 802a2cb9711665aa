import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals

// A problem from the report to the decision. Before there is one: what went wrong. Afterwards: both sides, the clocks, the
// decision with its reasons.
Page {
    id: root
    footing: foot.height
    source: vm
    property string dealId
    readonly property bool wide: width >= Theme.columnsFrom
    readonly property bool may: vm.allowed.indexOf("open_dispute") >= 0
    readonly property bool withdrawable: vm.allowed.indexOf("withdraw_dispute") >= 0
    readonly property var problem: vm.dispute
    readonly property bool exists: problem.reason !== undefined && !(may && !problem.open)
    readonly property bool told: vm.phase === ViewModel.Ready && !exists && may && unsent.count > 0   // reported without a line
    title: exists ? qsTr("Problem") : qsTr("What went wrong?")
    back: true
    contentMaximum: wide && exists ? 1000 : 640
    DealViewModel { id: vm; dealId: root.dealId; onFailed: text => Nav.tell(text, { tone: "danger" }); onEvidenceAdded: Nav.tell(qsTr("The evidence is added")) }
    SkeletonPage { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; photo: false; wide: root.wide }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
    EmptyState {
        visible: vm.phase === ViewModel.Ready && !root.exists && !root.may
        anchors.centerIn: parent
        iconName: "gavel"
        title: vm.deal.status === "created" ? qsTr("Nothing is paid yet") : qsTr("A problem cannot be reported now")
        text: vm.deal.status === "created" ? qsTr("You can cancel the deal at any time, nothing is owed.") : qsTr("The deal is over. Write to support with the number %1, if you need help.").arg(vm.deal.number || "")
        actionText: qsTr("To the deal")
        onAction: Nav.back()
    }
    OutboxModel { id: unsent; subject: "deal/" + root.dealId }
    EmptyState {
        visible: root.told
        anchors.centerIn: parent
        iconName: "schedule"
        title: qsTr("Your report is kept")
        text: qsTr("It goes with its photos as soon as there is a line. You need not wait here.")
        actionText: qsTr("Open the list")
        onAction: Nav.go("outbox")
    }
    DisputeForm { id: form; visible: vm.phase === ViewModel.Ready && !root.exists && root.may && !root.told; anchors.fill: parent; side: root.side; vm: vm }
    Flickable {
        objectName: "dispute.scroll"
        visible: vm.phase === ViewModel.Ready && root.exists
        anchors { fill: parent; bottomMargin: foot.height }
        contentHeight: (root.wide ? Math.max(facts.height, sides.height) : sides.y + sides.height) + Theme.s6
        Column {
            id: facts
            x: root.side
            width: root.wide ? Math.round((parent.width - 2 * root.side - Theme.s4) * 0.44) : parent.width - 2 * root.side
            spacing: Theme.s3
            Card {
                width: parent.width
                spacing: Theme.s2
                Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: (root.problem.mine ? qsTr("You reported %1") : qsTr("The driver reported %1")).arg(root.problem.moment || "") }
                Label { objectName: "dispute.head"; width: parent.width; role: "heading"; wrapMode: Text.WordWrap; text: root.problem.reason || "" }
                Label { visible: text !== ""; width: parent.width; wrapMode: Text.WordWrap; text: root.problem.text || "" }
            }
            Card {
                visible: (root.problem.decided || "") !== ""
                width: parent.width
                color: Theme.brandSoft
                outlined: false
                spacing: Theme.s2
                Label { width: parent.width; size: 13; weight: Font.DemiBold; color: Theme.brandSoftInk; text: qsTr("Decision, %1").arg(root.problem.closedMoment || "") }
                Label { objectName: "dispute.decision"; width: parent.width; role: "heading"; color: Theme.brandSoftInk; wrapMode: Text.WordWrap; text: root.problem.decided || "" }
                Label { visible: text !== ""; width: parent.width; color: Theme.brandSoftInk; wrapMode: Text.WordWrap; text: root.problem.resolution || "" }
                Label { width: parent.width; size: 13; color: Theme.brandSoftInk; wrapMode: Text.WordWrap; text: qsTr("You do not agree? Write to support with the number %1 and what was overlooked: somebody else looks at it again.").arg(vm.deal.number || "") }
            }
            Card {
                visible: root.problem.open === true
                width: parent.width
                spacing: Theme.s4
                Label { width: parent.width; role: "bar"; wrapMode: Text.WordWrap; text: qsTr("What happens now") }
                Repeater { model: vm.clocks; ClockLine { required property var modelData; width: facts.width - 2 * Theme.s4; clock: modelData } }
                Row { width: parent.width; spacing: Theme.s3
                    Icon { id: money; name: "lock"; size: 20 }
                    Label { width: parent.width - money.width - parent.spacing; role: "second"; wrapMode: Text.WordWrap; text: qsTr("The money stays at the bank. CarGo decides: everything back to you, the driver is paid, or the sum is divided. You read the reasons here.") } }
            }
        }
        Column {
            id: sides
            x: root.wide ? facts.x + facts.width + Theme.s4 : root.side
            y: root.wide ? 0 : facts.height + Theme.s3
            width: root.wide ? parent.width - x - root.side : facts.width
            spacing: Theme.s3
            Repeater {
                model: [ { mine: true, title: qsTr("Your evidence"), none: qsTr("Nothing yet. Photos from close and from afar help most, and what the papers say.") }, { mine: false, title: qsTr("The driver's evidence"), none: qsTr("Nothing yet.") } ]
                EvidenceCard { required property var modelData; width: sides.width; title: modelData.title; emptyText: modelData.none; mine: modelData.mine; pieces: (root.problem.evidence || []).filter(piece => piece.mine === modelData.mine); onPhotoOpened: (photos, at) => viewer.show(photos, at) }
            }
            PairsCard { visible: vm.compared.recorded === true; width: parent.width; compared: vm.compared }
            Button { objectName: "deal.withdraw"; visible: root.withdrawable; width: parent.width; kind: "outline"; text: qsTr("Take the problem report back"); onClicked: withdrawSure.open() }
        }
    }
    ActionBar {
        id: foot
        visible: vm.phase === ViewModel.Ready && root.exists && root.problem.open === true && root.problem.evidenceUntil > Clock.now()
        anchors.bottom: parent.bottom
        side: root.wide ? Math.max(root.side, (root.width - 480) / 2) : root.side
        Button { objectName: "deal.evidence"; width: parent.width; iconName: "add_a_photo"; text: qsTr("Add evidence"); busy: vm.busy; onClicked: evidence.open() }
    }
    ConfirmDialog { id: withdrawSure; title: qsTr("Take the report back?"); text: qsTr("The deal goes on where it stopped, with the time that was left."); confirmText: qsTr("Yes, go on"); onConfirmed: vm.withdrawDispute() }
    EvidenceSheet { id: evidence; dealId: vm.dealId; onSent: (text, draftKey) => vm.addEvidence(text, draftKey) }
    PhotoViewer { id: viewer }
}
