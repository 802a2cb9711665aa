import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals

// What to do now: deals by their deadline, those that wait for me first.
Page {
    id: root
    source: vm
    title: qsTr("Today")
    contentMaximum: 720
    DealsViewModel { id: vm }
    ListView {
        id: list
        objectName: "today.list"
        anchors.fill: parent
        leftMargin: root.side
        rightMargin: root.side
        onLeftMarginChanged: contentX = -leftMargin // a view keeps its place when its margin changes
        bottomMargin: Theme.s4
        spacing: Theme.s3
        model: vm.model
        delegate: DealCard { width: list.width - 2 * root.side; onClicked: Nav.go("deal", { dealId: dealId }) }
    }
    SkeletonList { visible: vm.phase === ViewModel.Loading; photos: true; x: root.side; width: parent.width - 2 * root.side }
    EmptyState { visible: vm.phase === ViewModel.Empty; anchors.centerIn: parent; iconName: "today"; title: qsTr("Nothing to do today"); text: Session.signedIn ? qsTr("Deals that wait for you come here, the most urgent on top.") : qsTr("Sign in to see what waits for you."); actionText: Session.signedIn ? qsTr("To my cars") : qsTr("Sign in"); onAction: Session.signedIn ? Nav.openTab("listings") : Nav.askSignIn() }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
}
