import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// Searches that are kept: open one, or give it up and take that back.
Page {
    id: root
    source: vm
    title: qsTr("Saved searches")
    back: true
    contentMaximum: 720
    SavedSearchesViewModel { id: vm; onFailed: text => Nav.tell(text) }
    function drop(search) {
        vm.drop(search.searchId)
        Nav.tell(qsTr("The search is no longer kept"), { action: qsTr("Take back"), run: () => vm.save(search.query, search.name) })
    }
    ListView {
        id: list
        objectName: "searches.list"
        visible: vm.phase === ViewModel.Ready
        anchors.fill: parent
        leftMargin: root.side
        onLeftMarginChanged: contentX = -leftMargin // a view keeps its place when its margin changes
        rightMargin: root.side
        spacing: Theme.s2
        model: vm.model
        delegate: Card {
            id: card
            required property string searchId
            required property string title
            required property string detail
            required property string query
            required property string name
            required property string alerts
            readonly property string told: alerts === "instant" ? qsTr("You hear of new cars at once") : alerts === "daily" ? qsTr("You hear of new cars once a day") : qsTr("You hear nothing of new cars")
            width: list.width - 2 * root.side
            padding: Theme.s1
            Item {
                width: parent.width
                height: row.implicitHeight
                ListRow { id: row; objectName: "searches.open"; width: bell.x; iconName: "search"; text: card.title; detail: [card.detail, card.told].filter(part => part !== "").join("\n"); detailLines: 9; arrow: false; onClicked: Nav.go("search", { query: card.query }) }
                IconButton {
                    id: bell
                    objectName: "searches.alerts"
                    anchors { right: end.left; verticalCenter: parent.verticalCenter }
                    iconName: card.alerts === "off" ? "notifications_off" : card.alerts === "daily" ? "schedule" : "notifications"
                    color: card.alerts === "off" ? Theme.inkSoft : Theme.brand
                    text: card.told
                    onClicked: choice.open()
                    Menu {
                        id: choice
                        title: qsTr("News of new cars")
                        y: parent.height
                        x: parent.width - width
                        MenuItem { objectName: "searches.instant"; iconName: card.alerts === "instant" ? "check" : "notifications"; text: qsTr("At once"); onTriggered: vm.setAlerts(card.searchId, "instant") }
                        MenuItem { objectName: "searches.daily"; iconName: card.alerts === "daily" ? "check" : "schedule"; text: qsTr("Once a day"); onTriggered: vm.setAlerts(card.searchId, "daily") }
                        MenuItem { objectName: "searches.off"; iconName: card.alerts === "off" ? "check" : "notifications_off"; text: qsTr("Not at all"); onTriggered: vm.setAlerts(card.searchId, "off") }
                    }
                }
                IconButton { id: end; objectName: "searches.drop"; anchors { right: parent.right; verticalCenter: parent.verticalCenter } iconName: "delete_outline"; text: qsTr("Keep no longer: %1").arg(card.title); onClicked: root.drop({ searchId: card.searchId, query: card.query, name: card.name }) }
            }
        }
    }
    SkeletonList { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; rows: 3 }
    EmptyState {
        visible: vm.phase === ViewModel.Empty
        anchors.centerIn: parent
        width: Math.min(420, parent.width - 2 * root.side)
        iconName: "bookmark_border"
        title: qsTr("No search is kept yet")
        text: qsTr("Search for a car and press “Keep this search”: it stays here on all your devices.")
        actionText: qsTr("Find a car")
        onAction: Nav.openTab("search")
    }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
}
