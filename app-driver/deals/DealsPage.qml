import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals

Page {
    id: root
    footing: beside.item ? (beside.item as DealPage).footing : 0
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
    Loader { id: beside; anchors { left: list.right; leftMargin: 1; right: parent.right; top: parent.top; bottom: parent.bottom } active: root.wide && root.shown !== ""; sourceComponent: active ? detail : null }
    Component { id: detail; DealPage { key: root.shown; dealId: root.shown; back: false } }
    SkeletonList { visible: vm.phase === ViewModel.Loading; photos: true; x: root.side; width: list.width - x - list.rightMargin }
    EmptyState {
        visible: vm.phase === ViewModel.Empty
        anchors.centerIn: parent
        iconName: "handshake"
        title: qsTr("No deals yet")
        text: Session.signedIn ? qsTr("Publish a car and answer those who ask. The bank holds the money until the buyer has the car.") : qsTr("Sign in to see your deals.")
        actionText: Session.signedIn ? qsTr("To my cars") : qsTr("Sign in")
        onAction: Session.signedIn ? Nav.openTab("listings") : Nav.askSignIn()
    }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
}
