import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals

// My deals, what needs me first; on a desk the one that is open stands beside them.
Page {
    id: root
    property Component detail              // of the deal `shown`
    // What somebody without deals reads, and where the way leads.
    property string emptyText
    property string emptyAction
    property string emptyTab
    footing: beside.item ? (beside.item as Page).footing : 0
    source: vm
    readonly property bool wide: width >= Theme.wideFrom
    property string chosen
    // On a desk the first deal is open at once.
    readonly property string shown: chosen !== "" ? chosen : wide && vm.model.count > 0 ? vm.model.get(0).dealId : ""
    title: qsTr("Deals")
    contentMaximum: 100000                 // list and deal side by side use the whole desk
    DealsViewModel { id: vm }
    ListView {
        id: list
        objectName: "deals.list"
        width: root.wide ? 384 : parent.width
        height: parent.height
        leftMargin: root.side
        rightMargin: root.wide ? Theme.s4 : root.side
        onLeftMarginChanged: contentX = -leftMargin // a view keeps its place when its margin changes
        bottomMargin: Theme.s4
        spacing: Theme.s3
        model: vm.model
        section.property: "group"
        section.delegate: Label {
            required property string section
            width: list.width - list.leftMargin - list.rightMargin
            role: "label"
            topPadding: Theme.s3
            bottomPadding: Theme.s3
            text: section === "you" ? qsTr("Waits for you") : section === "running" ? qsTr("Running") : qsTr("Done")
            Accessible.role: Accessible.Heading
        }
        delegate: DealCard {
            width: list.width - list.leftMargin - list.rightMargin
            chosen: root.wide && root.shown === dealId
            onClicked: root.wide ? root.chosen = dealId : Nav.go("deal", { dealId: dealId })
        }
    }
    Rectangle { visible: root.wide && vm.phase === ViewModel.Ready; x: list.width; width: 1; height: parent.height; color: Theme.line }
    Loader { id: beside; anchors { left: list.right; leftMargin: 1; right: parent.right; top: parent.top; bottom: parent.bottom } active: root.wide && root.shown !== ""; sourceComponent: active ? root.detail : null }
    SkeletonList { visible: vm.phase === ViewModel.Loading; photos: true; x: root.side; width: list.width - x - list.rightMargin }
    EmptyState {
        visible: vm.phase === ViewModel.Empty
        anchors.centerIn: parent
        iconName: "handshake"
        title: qsTr("No deals yet")
        text: Session.signedIn ? root.emptyText : qsTr("Sign in to see your deals.")
        actionText: Session.signedIn ? root.emptyAction : qsTr("Sign in")
        onAction: Session.signedIn ? Nav.openTab(root.emptyTab) : Nav.askSignIn()
    }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
}
