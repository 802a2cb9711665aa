import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Driver

// What to do now: deals by their deadline, buyers who wait for an answer, what is not sent yet, and what a new driver still
// has to do before he can work.
Page {
    id: root
    source: vm
    title: qsTr("Today")
    contentMaximum: 720
    actions: IconButton { objectName: "today.news"; iconName: Session.news > 0 ? "notifications" : "notifications_none"; visible: Session.signedIn; text: Session.news > 0 ? qsTr("Notifications, %n new", "", Session.news) : qsTr("Notifications"); onClicked: Nav.go("notifications") }
    TodayViewModel { id: vm }
    OutboxModel { id: unsent }
    OnboardingViewModel { id: begun }
    Connections { target: Nav; function onPageChanged() { if (Nav.page === "today") begun.reload() } } // a step was taken
    ListView {
        id: list
        objectName: "today.list"
        property bool atTop: true          // what comes in above is seen, unless one has scrolled
        onMovementEnded: atTop = atYBeginning
        onOriginYChanged: if (atTop) Qt.callLater(list.positionViewAtBeginning)
        visible: vm.phase !== ViewModel.Loading && vm.phase !== ViewModel.Failed
        anchors.fill: parent
        leftMargin: root.side
        rightMargin: root.side
        onLeftMarginChanged: contentX = -leftMargin // a view keeps its place when its margin changes
        bottomMargin: Theme.s4
        spacing: Theme.s3
        model: vm.model
        header: Column {
            width: list.width - 2 * root.side
            spacing: Theme.s3
            bottomPadding: Theme.s3
            OnboardingCard { visible: begun.known && begun.next.title !== undefined; width: parent.width; vm: begun }
            Banner { objectName: "today.unsent"; visible: unsent.waiting + unsent.refused > 0; width: parent.width; tone: unsent.refused > 0 ? "danger" : "warn"; iconName: "cloud_upload"; title: qsTr("Not sent yet: %n", "", unsent.waiting + unsent.refused); text: unsent.refused > 0 ? qsTr("CarGo did not take it. Open the list to see why.") : qsTr("It is kept on this device and goes as soon as there is a line."); actionText: qsTr("Open the list"); onAction: Nav.go("outbox") }
        }
        section.property: "group"
        section.delegate: Label {
            required property string section
            width: list.width - 2 * root.side
            role: "label"
            topPadding: Theme.s1
            bottomPadding: Theme.s3
            text: section === "now" ? qsTr("Waits for you") : section === "buyer" ? qsTr("Buyers ask") : qsTr("The turn of others")
            Accessible.role: Accessible.Heading
        }
        delegate: TodayCard { width: list.width - 2 * root.side }
        footer: EmptyState { width: list.width - 2 * root.side; visible: vm.phase === ViewModel.Empty && !(begun.known && begun.next.title !== undefined); height: visible ? implicitHeight : 0; iconName: "today"; title: qsTr("Nothing to do today"); text: Session.signedIn ? qsTr("Deals that wait for you come here, the most urgent on top.") : qsTr("Sign in to see what waits for you."); actionText: Session.signedIn ? qsTr("To my cars") : qsTr("Sign in"); onAction: Session.signedIn ? Nav.openTab("listings") : Nav.askSignIn() }
    }
    SkeletonList { visible: vm.phase === ViewModel.Loading; photos: true; x: root.side; width: parent.width - 2 * root.side }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
}
