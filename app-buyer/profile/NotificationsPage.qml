import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Profile

Page {
    title: qsTr("Notifications")
    back: true
    actions: [ IconButton { visible: vm.unread > 0; iconName: "done_all"; text: qsTr("Mark all as read"); onClicked: vm.readAll() } ]
    NotificationsViewModel { id: vm }
    ListView {
        id: list
        width: Math.min(parent.width, 640)
        height: parent.height
        anchors.horizontalCenter: parent.horizontalCenter
        model: vm.model
        delegate: ListRow {
            required property string notificationId
            required property string moment
            required property bool unread
            required property string page
            required property var params
            required property var model
            width: list.width
            iconName: model.iconName
            text: model.text
            detail: moment
            value: unread ? "●" : ""
            arrow: page !== ""
            onClicked: if (page !== "") Nav.go(page, params)
        }
    }
    SkeletonList { visible: vm.phase === ViewModel.Loading; x: list.x + Theme.s4; width: list.width - 2 * Theme.s4 }
    EmptyState { visible: vm.phase === ViewModel.Empty; anchors.centerIn: parent; iconName: "notifications_none"; title: qsTr("Nothing new"); text: qsTr("News of your deals and chats comes here.") }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; text: vm.errorText; onRetry: vm.reload() }
}
